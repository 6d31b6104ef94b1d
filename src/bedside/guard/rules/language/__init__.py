"""Family L: spelling and grammar."""
