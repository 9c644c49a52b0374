"""Text to the places in it that expose a person; pure."""
