"""What the field itself computes; pure, no I/O."""
