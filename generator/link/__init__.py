"""References both ways."""
