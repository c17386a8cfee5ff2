"""Public pages of the network and the activity log."""
