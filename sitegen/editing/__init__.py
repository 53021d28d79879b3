"""Editing: new lines in the files that authors write, which leave every other character as it is."""
