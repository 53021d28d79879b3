"""Cards: what the picture of a shared link shows, for each kind of page."""
