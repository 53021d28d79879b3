"""Explain: the trail of a value or a claim, as a record for machines and as text for a terminal. Pure."""

from sitegen.explain.trail import explain
from sitegen.explain.words import as_text

__all__ = ["as_text", "explain"]
