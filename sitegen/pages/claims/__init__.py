"""Claims: the list, a page for each, and claims as pieces of a page."""
