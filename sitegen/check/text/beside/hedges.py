"""Words that say a second time what a figure says itself: "about about 45,300", "45,300 loaves loaves"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.parsed import Parsed
from sitegen.check.text.texts import Remark
from sitegen.figures import say
from sitegen.figures.nouns import noun_of

_NEAR = "about|around|roughly|approximately|some|circa|ca\\.?|nearly|almost|close to"
_MORE = "more than|over|above|at least|no fewer than|no less than|upwards of"
_LESS = "less than|fewer than|under|below|at most|up to|no more than"
_SAID: Mapping[str, str] = {
    "about ": _NEAR,
    "at least ": f"{_NEAR}|{_MORE}",
    "more than ": f"{_NEAR}|{_MORE}",
    "at most ": f"{_NEAR}|{_LESS}",
    "less than ": f"{_NEAR}|{_LESS}",
    "between ": f"{_NEAR}|between|from",
}


def doubled(parsed: Parsed) -> Iterator[Remark]:
    """Every word that doubles the one its figure begins or ends with."""
    locale = parsed.locale
    for spot in parsed.spots:
        figure = spot.figure
        noun = noun_of(figure, locale) if figure.named else ""
        if noun and (again := re.match(rf"\s+(?P<word>{re.escape(noun)})(?![\w-])", spot.after)):
            message = f'"{noun}" stands after a figure that itself says "{say(figure, locale)} {noun}"'
            yield spot.remark(again, "after", message, f'take "{noun}" out, or | unit')
        for begins, words in _SAID.items():
            match = re.search(rf"(?i)(?<![\w-])(?P<word>{words})[\s*_\"“(]*\Z", spot.before)
            if match and say(figure, locale).startswith(begins):
                message = f'"{match["word"]}" stands before a figure that itself says {spot.said}'
                hint = f'take "{match["word"]}" out: the figure says how sure its source is'
                yield spot.remark(match, "before", message, hint)
