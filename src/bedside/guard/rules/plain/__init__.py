"""Family W: plain words."""
