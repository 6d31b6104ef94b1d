"""One file a signal; adding the file is the whole registration."""
