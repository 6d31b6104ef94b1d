"""How a person is let in to sign, what they see, and what they keep."""
