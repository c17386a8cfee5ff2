"""Backups: one file that holds the portal as it was at one instant, and the way back."""
