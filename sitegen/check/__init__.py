"""Checking: every figure resolved, every expression evaluated, every reference tested. Tracker → Edition."""

from sitegen.check.examine import check, examine
from sitegen.check.stale import overdue

__all__ = ["check", "examine", "overdue"]
