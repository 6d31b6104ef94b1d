"""What reviewers see before they decide."""
