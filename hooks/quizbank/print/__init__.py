"""What is made for paper: PDF files, and the pages that they are made from."""
