"""Which financial years a text names: only the calendar of a series turns them into days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.lists.times import FINANCIAL
from sitegen.check.text.lists.vocabulary import YEAR
from sitegen.check.text.when import Told
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Period

_SAID = re.compile(
    rf"(?:(?P<part>[QH][1-4])\s)?(?<![\w-])(?:{FINANCIAL})(?P<year>(?:19|20)\d\d)(?:[/–-](?:20)?(?P<next>\d\d))?(?![\w/–-])"
    r"|(?<!\d)(?P<asian>(?:19|20)\d\d)(?:年度|财年)"
)


def financial_told(words: str, calendar: Calendar) -> Iterator[Told]:
    """Every financial year, half and quarter that a text names, as a calendar has it.

    None in the usual calendar: who counts sales by calendar years may have other financial years.
    """
    for match in _SAID.finditer(words) if calendar.starts != 1 and YEAR.search(words) else ():
        year, part = int(match["year"] or match["asian"]), f"-{match['part']}" if match["part"] else ""
        every = (Period.parse(f"FY{each}{part}", calendar) for each in (year, year + 1))
        found = [each for each in every if match["next"] is None or each.last.year % 100 == int(match["next"])]
        if found:
            yield Told(match.start(), match[0], found[0], found[0])
