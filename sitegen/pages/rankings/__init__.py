"""Rankings: the list, a page for each, and a ranking as a piece of a page."""
