"""The words of a page: figures, notes, names."""
