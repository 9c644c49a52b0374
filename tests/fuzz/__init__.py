"""Random changes to good files: whatever comes out is read, or told in words. `make fuzz` tries all of them."""
