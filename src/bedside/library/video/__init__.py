"""Videos in the library: taken in, made anew, looked at, covered and shown, piece by piece."""
