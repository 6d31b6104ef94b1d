"""
Safe wording for a text that the guard stops: what can be said instead, and stay warm.

Nothing is made up on the spot: a rewrite keeps sentences of the draft that tell of nobody, uses a
usual saying for the slip (`sayings`), or takes the nearest of our own rewrites (`pairs`). Each is
read by the full guard, in the same context, before anybody sees it.
"""

from bedside.guard.rewriting.offers import Rewrite, suggestions

__all__ = ["Rewrite", "suggestions"]
