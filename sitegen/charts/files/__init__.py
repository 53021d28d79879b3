"""A chart as a file of its own: a drawing that says all by itself, in its own colours and letters."""
