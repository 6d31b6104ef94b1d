"""The practice network: a social network that Bedside plays itself."""
