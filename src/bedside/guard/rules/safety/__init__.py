"""Family S: words that could bring a patient into danger."""
