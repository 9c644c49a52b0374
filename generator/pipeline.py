"""The order of the stages; the whole flow on one screen."""
