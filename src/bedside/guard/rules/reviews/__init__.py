"""Family R: the law of reviews."""
