"""Comparisons: the list of pairs, and a page for each with all that two entities have in common."""
