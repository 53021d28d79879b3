"""What a page reads and shows, who uses what, and when a page is made again."""
