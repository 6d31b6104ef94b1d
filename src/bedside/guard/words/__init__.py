"""
Word lists: plain text, one term a line, lower case.

Lines that begin with `#` name the source of the list. What follows a tab is a note or a value.
"""
