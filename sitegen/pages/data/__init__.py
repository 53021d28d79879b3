"""The data: the index, a page for each series, and series as rows of tables."""
