"""History: what git says of the project's data, read loosely, as changes of figures."""
