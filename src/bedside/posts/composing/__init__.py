"""What the composer shows: marks in the text, lengths, previews, and what is still missing."""
