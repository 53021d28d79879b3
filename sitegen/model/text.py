"""Texts that may hold expressions."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.problems import Place


@dataclass(frozen=True, slots=True)
class Expression:
    """One `{{ … }}`: the source between the braces, trimmed, and where that source begins.

    Two expressions of one source are equal: where one stands is not part of what it is.
    """

    source: str
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a data file or of front matter: literal pieces and expressions, in order."""

    parts: tuple[str | Expression, ...]
    place: Place = field(compare=False, repr=False)

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions in it, in order."""
        return tuple(part for part in self.parts if isinstance(part, Expression))
