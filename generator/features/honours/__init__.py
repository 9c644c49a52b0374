"""Who was honoured, what support there is, and who received it."""
