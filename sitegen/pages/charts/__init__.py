"""Charts: the gallery, a page for each, and a chart as a piece of a page."""
