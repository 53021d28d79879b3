"""Explain: the trail of a value or a claim, as a record for machines and as text for a terminal. Pure."""

from sitegen.explain.telling import tell
from sitegen.explain.trail import explain

__all__ = ["explain", "tell"]
