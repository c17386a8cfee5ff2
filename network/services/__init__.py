"""Verbs of the network: each changes records in one transaction and may refuse."""
