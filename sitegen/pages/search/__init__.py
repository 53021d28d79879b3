"""Search: what is found, the page that lists all of it, and the files that a script searches."""
