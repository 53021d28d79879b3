"""What stands in the place of each token: a slot for an expression, an href or a link for a link's target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Literal

from sitegen.expressions import is_block
from sitegen.markdown.converted import Slot, Where
from sitegen.model.words import Body, Link
from sitegen.problems import Problem
from sitegen.reading.markers import link_token, placeholder, sole_link, substituted
from sitegen.reading.scanner import is_safe
from sitegen.reading.web import is_elsewhere, remote_image

Wrong = Literal["tag", "lost", "block"]

_WRONG: dict[Wrong, tuple[str, str, str]] = {
    "tag": ("expression-in-tag", "an expression stands in an attribute of a tag", "only alt and title take one"),
    "lost": ("expression-in-tag", "nothing of this expression reaches the page", "move it into the text"),
    "block": (
        "expression-value",
        "a chart, ranking or table stands in the middle of a text",
        "give it a paragraph of its own, with blank lines around it",
    ),
}
_OUTSIDE = ("#", "https://", "http://", "mailto:")  # footnotes, mail addresses, and raw URLs that no token stands for


class Tokens:
    """Replaces the tokens of one body; slots are in the order in which they are met."""

    def __init__(
        self, body: Body, texts: Sequence[str], link: Callable[[Link], str], label: Callable[[Link], str]
    ) -> None:
        self.slots: list[Slot] = []
        self.strays: list[str] = []  # the src of images that no link names
        self._remote: list[Problem] = []
        self._body, self._texts, self._link, self._label = body, texts, link, label
        self._shown: set[int] = set()
        self._wrong: dict[int, Wrong] = {}

    def problems(self) -> tuple[Problem, ...]:
        """Expressions in a wrong place, and those that show nowhere."""
        for n in set(range(len(self._body.expressions))) - self._shown:
            self.refuse(n, "lost")
        wrong = (Problem(self._body.expressions[n].place, *_WRONG[why]) for n, why in sorted(self._wrong.items()))
        return (*wrong, *self._remote)

    def refuse(self, n: int, why: Wrong) -> None:
        """Notes that expression n stands in a wrong place."""
        self._wrong.setdefault(n, why)

    def blocks(self, text: str) -> tuple[list[int], bool]:
        """The charts, rankings and tables in a text, as expression numbers; and whether nothing else is in it."""
        found: list[int] = []

        def expression(n: int) -> str:
            if is_block(self._body.expressions[n]):
                found.append(n)
                return ""
            return "x"

        rest = substituted(text, expression, lambda n: "x")
        return found, not rest.strip()

    def words(self, text: str) -> str:
        """The text as plain words: values in their text form, wiki links by their label."""
        return substituted(text, lambda n: self._texts[n], self._said)

    def content(self, text: str, where: Where, *, linked: bool) -> str:
        """The text as HTML with slots; `[[…]]` and `<https://…>` become links, unless it is within a link."""

        def link(n: int) -> str:
            target, words = self._body.links[n], escape(self._said(n), quote=False)
            if linked or not (_is_wiki(target) or target.text == target.target):
                return words
            href = self.href(link_token(n))
            return words if href is None else f'<a href="{escape(href)}">{words}</a>'

        return substituted(text, lambda n: self._slot(n, where), link, lambda plain: escape(plain, quote=False))

    def code(self, text: str) -> str:
        """Text in code as HTML: everything as the author wrote it."""

        def expression(n: int) -> str:
            self._shown.add(n)
            return escape(f"{{{{ {self._body.expressions[n].source} }}}}", quote=False)

        return substituted(text, expression, lambda n: escape(self._body.links[n].target, quote=False), escape)

    def told(self, text: str) -> str:
        """The value of an alt or title attribute, not escaped, with slots."""
        return substituted(text, lambda n: self._slot(n, "text"), self._said)

    def bare(self, text: str) -> str | None:
        """The value of any other attribute, not escaped; None if an expression is in it."""
        numbers: list[int] = []

        def expression(n: int) -> str:
            numbers.append(n)
            self.refuse(n, "tag")
            return ""

        value = substituted(text, expression, lambda n: self._body.links[n].target)
        return None if numbers else value

    def href(self, value: str) -> str | None:
        """What to write for the value of href or src (not escaped); None for one that is not safe or not known."""
        n = sole_link(value)
        if n is None:
            self.bare(value)
            return value if value.startswith(_OUTSIDE) else None
        link = self._body.links[n]
        href = self._link(link) if _is_wiki(link) or is_safe(link.target) else None
        return href.replace(" ", "%20") if href is not None and is_safe(href) else None

    def image(self, value: str) -> str | None:
        """What to write for the src of an image (not escaped); None for one of another site or that no link names."""
        n = sole_link(value)
        if n is None:
            self.strays.append(value)
            return None
        if is_elsewhere(self._body.links[n].target):
            self._remote.append(remote_image(self._body.links[n].place))
            return None
        return self.href(value)

    def _slot(self, n: int, where: Where) -> str:
        self._shown.add(n)
        self.slots.append(Slot(n, where))
        return placeholder(len(self.slots) - 1)

    def _said(self, n: int) -> str:
        """A link's token in words: the label of a wiki link, else the target."""
        link = self._body.links[n]
        return (link.text or self._label(link)) if _is_wiki(link) else link.target


def _is_wiki(link: Link) -> bool:
    return link.target.startswith("[[")
