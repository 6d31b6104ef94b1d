"""Pictures and videos: what is in them, what covers it, and proof that it is covered."""
