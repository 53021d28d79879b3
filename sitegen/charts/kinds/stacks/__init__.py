"""Kind `stacked`: the parts of a whole by period, one upon another."""
