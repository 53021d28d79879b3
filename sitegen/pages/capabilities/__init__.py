"""Capabilities: who can do what: the page, and its table."""
