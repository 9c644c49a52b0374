"""The blocks that the home page is made of."""
