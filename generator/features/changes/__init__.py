"""What a person is told of a change: what it does for the public, and what has to be mended first."""
