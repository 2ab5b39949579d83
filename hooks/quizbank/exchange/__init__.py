"""A question as other systems know it: a stem, and one of seven shapes of answer.

Each kind says in its `portable.py` what its question is in one of these shapes, once; each format says once how it writes a
shape, and each reader of a file gives shapes. So a kind more is one function, and a format more is one folder.
"""
