"""Forms of Municipio Seguro, one module per screen."""
