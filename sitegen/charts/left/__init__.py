"""What a chart names and does not show, with the reason and what to do."""
