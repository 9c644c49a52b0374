"""What is the same in every city, as data: read by name, passed on as a parameter, known to no stage."""
