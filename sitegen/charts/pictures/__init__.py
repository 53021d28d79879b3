"""Pictures of claims: what a check compares, as points with whiskers, and what it claims."""
