"""Events whose text names another day than their date."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.saying import plain
from sitegen.check.text.when import Told, told
from sitegen.figures.periods import within
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import located
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

_CODE = "date-disagrees"


def other_days(tracker: Tracker) -> Iterator[Problem]:
    """An event whose text says that it was at another time than its date."""
    locale = tracker.site.locale
    for event in tracker.events.values():
        words = plain(event.text)
        said = [each for each in told(words, locale) if _says_when(each, locale)]
        rest = words.replace(said[0].text, "") if said else ""
        if len(said) == 1 and not ELSEWHEN.search(rest) and not _meet(said[0].named, event.date):
            text = event.text
            place = located(text.runs, text.raw.index(said[0].text), len(said[0].text))
            message = f'the text says "{said[0].text}", and the event is dated {event.date}'
            yield Problem(place, _CODE, message, "look at which of the two is right")


def _says_when(said: Told, locale: Locale) -> bool:
    """Whether a text says that something was in a period: "in 2024", or a month, as in "on 5 November 2024"."""
    return said.named.cadence == "month" or said.text.lower() == within(said.named, locale).lower()


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
