"""What people are told when something is wrong, and how they fill in data."""
