"""The half-yearly supply catalogues: what was there when, how fresh it is, what changed between two of them."""
