"""Family T: tone, and words that put people down."""
