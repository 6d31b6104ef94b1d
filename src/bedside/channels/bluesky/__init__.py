"""Bluesky, and every other server of the AT protocol."""
