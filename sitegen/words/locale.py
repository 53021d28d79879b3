"""The locale of a site: numbers, dates, and what the interface says, a project's own words in place of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, cast

from markupsafe import Markup, escape
from msgspec import field

from sitegen.value import Value
from sitegen.words.catalogue import SLOT, Message, Messages, Plural, catalogue, spoken
from sitegen.words.locales import known_locale, locale_of

if TYPE_CHECKING:
    from babel import Locale as Known

_LISTS: Mapping[str, str] = {"en": "en-001"}
"""The locales whose lists are joined by the patterns of another: plain English writes no comma before "and"."""


class Locale(Value, frozen=True, eq=False):
    """name: what Babel calls it, as in `en_GB`; numbers, dates and the project's own words follow it.

    language: of the catalogue. own: the project's own words, by message id.

    A slot may hold Markup, as of a link or a figure. Then the sentence is Markup too, and all else in it is escaped.
    """

    name: str = "en"
    language: str = "en"
    own: Messages = field(default_factory=dict)

    def __hash__(self) -> int:  # many results are remembered by their locale
        return hash((self.name, self.language))

    @property
    def babel(self) -> Known:
        """What Babel knows of it."""
        return locale_of(self.name)

    @property
    def read(self) -> tuple[Known, ...]:
        """What Babel knows of the locale and of the language of the texts, if that is another: both may stand there."""
        other = known_locale(self.language)
        return (self.babel,) if other is None or other.language == self.babel.language else (self.babel, other)

    def say(self, id: str, /, **slots: object) -> str:
        """The message of an id with its slots filled. Raises KeyError for an id or a slot that is not there."""
        message, _ = self._message(id)
        if not isinstance(message, str):
            raise KeyError(f"{id} depends on a number: use count")
        return _filled(message, slots)

    def count(self, id: str, number: int | Decimal, /, **slots: object) -> str:
        """The message of an id in the form that goes with a number, which is its slot `count` if no other is given."""
        message, language = self._message(id)
        if isinstance(message, str):
            raise KeyError(f"{id} does not depend on a number: use say")
        form = cast(Plural, locale_of(language).plural_form(abs(Decimal(number))))
        return _filled(message.get(form, message["other"]), {"count": self._number(number), **slots})

    def listed(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """A list in words: "a", "a and b", "a, b and c"; Markup if an item is."""
        each = tuple(items)
        language = spoken(self.language)
        patterns = locale_of(_LISTS.get(language, language)).list_patterns[style]
        said = each[0] if each else ""
        for number, item in enumerate(each[1:], start=2):
            place = "2" if len(each) == 2 else "end" if number == len(each) else "start" if number == 2 else "middle"
            pattern = patterns[place].replace("{0}", "{before}").replace("{1}", "{item}")
            said = _filled(pattern, {"before": said, "item": item})
        return said

    def _message(self, id: str) -> tuple[Message, str]:
        """A message, and the language whose plural forms it has."""
        if id in self.own:
            return self.own[id], self.name
        language = spoken(self.language)
        return catalogue(language)[id], language

    def _number(self, number: int | Decimal) -> str:
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self.babel)


def _filled(text: str, slots: Mapping[str, object]) -> str:
    if any(hasattr(value, "__html__") for value in slots.values()):
        return Markup(SLOT.sub(lambda slot: str(escape(slots[slot[1]])), str(escape(text))))
    return SLOT.sub(lambda slot: str(slots[slot[1]]), text)
