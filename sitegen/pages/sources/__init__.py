"""Sources: the index, and a page for each."""
