"""Speed as ratios, and the invented data it is measured on."""
