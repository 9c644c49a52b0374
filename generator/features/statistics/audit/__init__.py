"""The attacker: works out withheld figures from published ones. Shares only the table type with protection."""
