"""Which help is for whom: one specification as data, read here and by the reader's own browser."""
