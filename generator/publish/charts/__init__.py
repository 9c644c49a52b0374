"""Specifications of charts to drawings, by an outside program."""
