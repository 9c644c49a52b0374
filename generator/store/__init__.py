"""What was read to answer, kept between builds: which answers a change can reach, and which stand."""
