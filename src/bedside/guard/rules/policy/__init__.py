"""Family Y: clauses of the staff policy."""
