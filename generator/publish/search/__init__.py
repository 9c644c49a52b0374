"""Search documents to the index that readers' browsers search."""
