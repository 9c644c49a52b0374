"""Edits in any order: a site that was built again after each is the site that is built from nothing."""
