"""What excuses a number by rule, and the names that a tracker knows."""

from sitegen.check.text.excused.excuses import Excuses, names, units
from sitegen.check.text.excused.measures import CURRENCIES, foreign, money_words

__all__ = ["CURRENCIES", "Excuses", "foreign", "money_words", "names", "units"]
