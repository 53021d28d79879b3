"""Checking: every figure resolved, every expression evaluated, every reference tested. Tracker → Edition."""

from sitegen.check.early import early
from sitegen.check.examine import check, examine
from sitegen.check.stale import overdue

__all__ = ["check", "early", "examine", "overdue"]
