"""Raw values to typed records, or problems in plain Chinese."""
