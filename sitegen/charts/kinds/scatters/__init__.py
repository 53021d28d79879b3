"""Kind `scatter`: entities by two metrics, one along each axis."""
