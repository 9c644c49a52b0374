"""What can be found to the documents that search is made of."""
