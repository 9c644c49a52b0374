"""What else the site says of the people who are counted: each neighbour of the statistics is attacked like them."""
