"""Tests of grants as others' standards have them."""
