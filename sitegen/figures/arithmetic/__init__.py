"""What is computed from figures, and what their kinds bear."""
