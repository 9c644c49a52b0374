"""Processes, caches, git, folders and words of text: what knows nothing of the field and could serve any program."""
