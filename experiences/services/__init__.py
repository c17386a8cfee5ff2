"""Verbs of the experiences, one module for each stretch of their life."""
