"""Bedside: the social-media suite of a healthcare provider."""

__version__ = "0.1.0"
