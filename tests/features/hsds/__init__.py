"""Tests of what other systems take of help and windows."""
