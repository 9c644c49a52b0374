"""Calls for cases: who may answer, by when, how answers are judged."""
