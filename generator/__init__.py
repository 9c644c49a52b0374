"""Mingshan turns charity records kept as files into a searchable public site."""

__version__ = "0.1.0"
