"""A folder for each format that is read. `imports/__init__.py` finds them."""
