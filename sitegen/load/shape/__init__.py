"""The shapes of data files, and how what authors wrote is brought into them."""
