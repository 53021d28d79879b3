"""How lines are dashed: lengths of strokes and gaps in pixels."""

DASHES = ([1, 0], [6, 3], [2, 3])
PLANNED = [1, 4]
"""Between targets, or estimates, of neighbouring periods."""
WORKED = [4, 3]
"""To and from a value that is worked out."""
