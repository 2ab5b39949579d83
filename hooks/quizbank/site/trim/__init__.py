"""A theme's style sheets cut down to what the pages of a site can use, joined in one file that is named by its content."""
