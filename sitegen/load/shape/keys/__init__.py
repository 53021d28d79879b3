"""Which keys each data file may hold, and the type of each."""
