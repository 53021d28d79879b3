"""What sanitising hides: comments, tags that are left out, tags that are not closed."""

from __future__ import annotations

from html.parser import HTMLParser

from sitegen.reading.markdown.dialect import TAGS
from sitegen.reading.markdown.preview.marks import parted

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 names of tags
_OPTIONAL = frozenset("p li dt dd tr td th thead tbody tfoot colgroup rp rt".split())  # noqa: SIM905 names of tags


class Raw(HTMLParser):
    """Reads HTML before it is sanitised.

    commented: the numbers of the marks in comments. dropped, unclosed: the names of tags, in order.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.commented: set[int] = set()
        self.dropped: list[str] = []
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self._leave(self._open)

    def handle_comment(self, data: str) -> None:
        """Notes the marks of a comment."""
        self.commented.update(piece for piece in parted(data) if isinstance(piece, int))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag that is left out, and waits for the end of any other."""
        if tag not in TAGS:
            self.dropped.append(tag)
        elif tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag, and what is open in it."""
        if tag in self._open:
            at = len(self._open) - 1 - self._open[::-1].index(tag)
            inner = self._open[at + 1 :]
            del self._open[at:]
            self._leave(inner)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Reads `<![` as browsers do, as a comment up to the next >; the library fails on names it does not know."""
        return int(self.parse_bogus_comment(i))

    def _leave(self, tags: list[str]) -> None:
        self.unclosed += [tag for tag in tags if tag not in _OPTIONAL]
