"""What readers take with them: a thing in a frame of another page, and the code for it."""
