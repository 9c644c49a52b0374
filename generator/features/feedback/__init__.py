"""How projects were judged, and what people said of them."""
