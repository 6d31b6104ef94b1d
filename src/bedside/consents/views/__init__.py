"""Pages of the consents."""
