"""Disk to raw values that remember file, line and column."""
