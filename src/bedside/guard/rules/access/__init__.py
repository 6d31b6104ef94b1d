"""Family A: what everybody must be able to read and hear."""
