"""What changed in the data: the page, and the lines that other pages and feeds show."""
