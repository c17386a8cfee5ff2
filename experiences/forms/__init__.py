"""Forms of the experiences."""
