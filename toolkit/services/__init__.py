"""Verbs of the toolkit."""
