"""Tests of statistics as other statisticians' programs read them."""
