"""Input into clean values; saving is the services'."""
