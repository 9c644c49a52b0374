"""Tables that people send to files of the house: read, checked, compared with what is there, and only then written."""
