"""Catalogue to pages and files: addresses, listings, collisions."""
