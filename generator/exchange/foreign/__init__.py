"""Other people's directories of help and grants: their objects, and the mapping by which these become our records."""
