"""The whole flow: the stages in their order, and what joins two of them."""
