"""Collections of cases bound as books, and the pictures and cards that cases are shared by."""
