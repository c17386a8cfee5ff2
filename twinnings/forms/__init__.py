"""Forms of the twinnings."""
