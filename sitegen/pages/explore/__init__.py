"""Explore: the reader's own choice of series and periods as a live chart."""
