"""Maps: the land, the part of it that is shown, and the names on it."""
