"""Attackers who share no code with protection or audit; they ask `protect` only as anybody can run it."""
