"""Who reaches what: the access matrix, and the hunt for leaks."""
