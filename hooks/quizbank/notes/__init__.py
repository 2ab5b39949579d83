"""The Markdown pages: their headings, links, blocks, terms, figures and cards, each with its line.

The door is `chapters.read_chapters`. Pages are parsed in `pages/`; what must hold between them and the banks is in `../checks/`.
"""
