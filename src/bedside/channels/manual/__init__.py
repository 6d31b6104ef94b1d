"""Networks that a person posts to by hand."""
