"""Words that say a second time what a figure says itself: "about about 45,300", "45,300 loaves loaves"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.texts import Passage, Remark
from sitegen.expressions import Value
from sitegen.figures import Figure, say
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.text import Expression
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

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
_REACH = 40


def doubled(passage: Passage, values: Mapping[Expression, Value], locale: Locale) -> Iterator[Remark]:
    """Every word that doubles the one its figure begins or ends with."""
    for offset, expression in passage.expressions.items():
        figure = values.get(expression)
        if not isinstance(figure, Figure):
            continue
        said = say(figure, locale)
        noun = noun_of(figure, locale) if figure.named else ""
        if noun and (again := re.match(rf"\s+{re.escape(noun)}(?![\w-])", passage.words[offset + 1 :])):
            message = f'"{noun}" stands after a figure that itself says "{said} {noun}"'
            hint = f'take "{noun}" out, or | unit'
            yield Remark(offset + 1 + again.end() - len(noun), noun, message, hint)
        before = passage.words[max(0, offset - _REACH) : offset].replace(BLANK, "#")
        for begins, words in _SAID.items():
            directly = rf"(?i)(?<![\w-])(?P<word>{words})[\s*_\"“(]*\Z"
            if said.startswith(begins) and (match := re.search(directly, before)):
                word = match["word"]
                message = f'"{word}" stands before a figure that itself says "{said}"'
                hint = f'take "{word}" out: the figure says how sure its source is'
                yield Remark(offset - len(before) + match.start("word"), word, message, hint)
