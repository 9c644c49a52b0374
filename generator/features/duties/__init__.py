"""Rules as data and the facts of a subject become obligations: what had to be published, by when, whether it was."""
