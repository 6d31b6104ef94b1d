"""Family C: claims and their evidence."""
