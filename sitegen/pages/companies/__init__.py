"""Companies: the list, and a page for each with its key figures, places and charts."""
