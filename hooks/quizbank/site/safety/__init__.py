"""What a browser may do on a page: the policy in each page, what it would refuse, and the header for hosts."""
