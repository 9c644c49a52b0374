"""Text to disk, and the outside programs: MkDocs, Pagefind, git."""
