"""The model: the words of the tracker as frozen values, with no file, clock or network."""

from sitegen.model.basics.address import LATEST, Address, SeriesId, parse_series
from sitegen.model.basics.period import CADENCES, Cadence, Period
from sitegen.model.basics.text import Expression, Text
from sitegen.model.tracker import Tracker

__all__ = [
    "CADENCES",
    "LATEST",
    "Address",
    "Cadence",
    "Expression",
    "Period",
    "SeriesId",
    "Text",
    "Tracker",
    "parse_series",
]
