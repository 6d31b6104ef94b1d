"""Family D: words that confirm, deny or tell a particular person's care."""
