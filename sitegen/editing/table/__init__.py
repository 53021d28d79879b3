"""Tables that are imported: their cells as they are displayed, what they name, and the rows that they hold."""
