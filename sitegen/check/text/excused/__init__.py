"""What excuses a number by rule, and the names that a tracker knows."""

from sitegen.check.text.excused.excuses import Excuses, names, units
from sitegen.check.text.excused.measures import CURRENCIES, each_time, foreign, foreign_sign, others, paced

__all__ = ["CURRENCIES", "Excuses", "each_time", "foreign", "foreign_sign", "names", "others", "paced", "units"]
