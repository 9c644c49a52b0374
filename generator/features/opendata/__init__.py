"""What reusers take: descriptions that programs read, dictionaries, downloads."""
