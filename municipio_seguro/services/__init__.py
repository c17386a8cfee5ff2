"""Verbs of Municipio Seguro, one transaction each."""
