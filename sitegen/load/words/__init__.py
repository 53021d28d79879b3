"""Words that a project gives itself: names of things, and those of the interface that it changes."""
