"""Stories of charities and the real rules become catalogues, subjects and obligations."""
