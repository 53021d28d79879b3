"""Words for a frame in another page: its numbers open no note, and no list of sources stands below."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import structs

from sitegen.expressions import Fragment
from sitegen.figures import Figure
from sitegen.model.basics.text import Text
from sitegen.model.body import Where
from sitegen.pages.parts import SourceLine
from sitegen.pages.words.show import plain, show, show_text
from sitegen.pages.words.writer import Writer


class Bare(Writer, frozen=True):
    """A writer whose numbers are words and nothing else; names are links to the whole site."""

    def figure(self, figure: Figure, where: Where = "prose", said: str | None = None) -> str:
        """A figure in words."""
        return show(figure, "text" if where == "text" else "inline", self.page, self.context.edition, said)

    def linked(self, figure: Figure, *, answers: bool | None = None, said: str | None = None) -> Markup:
        """A figure in words."""
        return Markup(self.figure(figure, said=said))

    def text(self, text: Text | None, where: Where = "prose") -> str:
        """A text of the data with its figures in words, without the numbers of sources."""
        if where == "text" or text is None:
            return plain(text, self.context.edition)
        values = self.context.edition.values
        kept = (part for part in text.parts if isinstance(part, str) or not _cites(values[part]))
        return show_text(structs.replace(text, parts=tuple(kept)), "inline", self.page, self.context.edition)

    def cite(self, source: str) -> Markup:
        """Nothing: the whole page numbers its sources."""
        return Markup("")

    def source(self, id: str, *, numbered: bool = False) -> SourceLine:
        """A source in one line, without a number."""
        return Writer.source(self, id)


def _cites(value: object) -> bool:
    return isinstance(value, Fragment) and value.kind == "cite"
