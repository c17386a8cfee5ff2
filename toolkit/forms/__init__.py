"""Forms of a municipality's own work with the guide."""
