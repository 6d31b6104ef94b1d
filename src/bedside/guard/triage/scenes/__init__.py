"""What somebody says without saying it: pieces that tell something only together."""
