"""What excuses a number by rule, and the names that a tracker knows."""

from sitegen.check.text.excused.excuses import Excuses, names, units
from sitegen.check.text.excused.measures import foreign

__all__ = ["Excuses", "foreign", "names", "units"]
