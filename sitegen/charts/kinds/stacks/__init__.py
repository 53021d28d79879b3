"""Kind `stacked`: the parts of a whole by period, one on another."""
