"""Family P: the eighteen identifiers of Safe Harbor, and more."""
