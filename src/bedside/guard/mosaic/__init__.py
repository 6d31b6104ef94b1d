"""
The mosaic: clues that tell little each and one person together.

A birth date, a sex and a postal code single out most people of a country (Sweeney 2000). Posts
have no columns, but they have clues: an age, a town, an illness, a day, a trade, a family. Here
they are collected from the words around one person (`clues`), looked up in tables of how many
people share each (`places`, `shares`), and multiplied to an order of magnitude (`estimate`).
"""
