"""The verbs, as somebody types them."""
