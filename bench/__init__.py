"""What the portal costs as it grows, each figure as a ratio within one run."""
