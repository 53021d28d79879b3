"""What excuses a number by rule, and the names that a tracker knows."""

from sitegen.check.text.excused.excuses import Excuses, names, units

__all__ = ["Excuses", "names", "units"]
