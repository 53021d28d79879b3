"""Kind `bump`: places over time, from rankings of several periods."""
