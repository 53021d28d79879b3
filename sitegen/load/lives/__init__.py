"""Lives of entities: as one file gives them, and what contradicts in them once all files are read."""
