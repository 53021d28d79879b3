"""Claims: statements, and the comparisons that test them."""

from __future__ import annotations

from sitegen.model.basics.text import Expression, Text
from sitegen.problems import Place
from sitegen.value import Value


class Claim(Value, frozen=True, eq=False, kw_only=True):
    """A statement and the comparisons that test it.

    by: the source that makes it; None for an editorial one, and then document is the path of the document
    whose front matter holds it. check: comparisons that must all hold; () if nothing can test the statement, and
    then because says why. alternatives: other ways to read it, each made like check. mixed: why regions, bases or
    periods of different length are compared, or None; mixed_at: where that stands.
    """

    ASIDE = ("place", "mixed_at")
    id: str
    text: Text
    by: str | None
    document: str | None
    about: tuple[str, ...]
    check: tuple[Expression, ...]
    alternatives: tuple[tuple[Expression, ...], ...]
    because: Text | None
    mixed: str | None
    note: Text | None
    place: Place
    mixed_at: Place | None = None

    @property
    def tests(self) -> tuple[Expression, ...]:
        """The comparisons of the check and of its alternatives."""
        return tuple(line for lines in (self.check, *self.alternatives) for line in lines)
