"""The site: which pages and files it gains, where they lie, what each page loads, and a page filled with questions.

The door is `site.Site`, which a site generator's adapter drives. `addresses.py` is the one list of what lies where.
"""
