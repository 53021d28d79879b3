"""The panel in a served page: the problems of the last build, with the lines they stand in and how to fix them.

It is put into pages as they are sent, in a shadow of its own, so that neither styles the other. Nothing of it is ever
in an output.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from sitegen.cache import digest
from sitegen.problems import Place, Problem
from sitegen.problems.order import at_most_ten, in_order
from sitegen.problems.report import clean, counted, near

PANEL_STYLE = "/_sitegen/panel.css"
WIDTH = 200
"""At most so many characters are shown behind the marked ones."""


def style() -> bytes:
    """The stylesheet of the panel."""
    return (Path(__file__).parent / "panel.css").read_bytes()


def places_script() -> bytes:
    """The script that says where a number or a paragraph is written."""
    return (Path(__file__).parent / "places.js").read_bytes()


class Panel(Struct, frozen=True):
    """What the last build reported. problems: in the order of reading. stale: whether pages are of a build before it.

    lines: the line of each problem's place, or None where it has none to show. folder: of the project, for links that
    open a file in an editor.
    """

    problems: tuple[Problem, ...] = ()
    lines: tuple[str | None, ...] = ()
    stale: bool = False
    folder: str = ""

    @classmethod
    def of(
        cls, problems: Sequence[Problem], read: Callable[[str], Sequence[str] | None], *, stale: bool, folder: str
    ) -> Panel:
        """The panel of a build's problems. read: gives the lines of an input file, or None if it has none to show."""
        found = tuple(in_order(problems))
        return cls(found, tuple(_line(problem, read(problem.place.path)) for problem in found), stale, folder)

    def html(self, *, empty: bool) -> str:
        """The panel as it is put into a page; "" if there is nothing to report. empty: whether there is no site yet."""
        if not self.problems:
            return ""
        kept, more = at_most_ten(self.problems)
        line = dict(zip(self.problems, self.lines, strict=True))
        items = "".join(self._item(problem, line[problem]) for problem in kept)
        items += "".join(f"<li><p>… and {count} more of {code}</p></li>" for code, count in more.items())
        kind = "severe" if self.stale or empty else "mild"
        opened = " open" if self.stale or empty else ""
        return (
            f'<div id="sitegen-panel" data-report="{digest([items.encode()])}"><template shadowrootmode="open">'
            f'<link rel="stylesheet" href="{PANEL_STYLE}"><details class="{kind}"{opened}>'
            f"<summary>{self._heading(empty)}</summary><ol>{items}</ol></details></template></div>"
        )

    def _heading(self, empty: bool) -> str:
        counts = Counter[str](problem.severity for problem in self.problems)
        nouns = (("error", "problem"), ("warning", "warning"), ("advice", "remark"))
        count = ", ".join(counted(counts[severity], noun) for severity, noun in nouns if counts[severity])
        if empty:
            return f"There is no site yet: {count} <small>save a file, and the site is built again</small>"
        if self.stale:
            return (
                f"This page is older than your files: {count}"
                '<small class="unfolded">press here to see the page</small>'
                '<small class="folded">press here to see them</small>'
            )
        return (
            f"{count} <small>{'a build stops at warnings, unless it is --lenient' if counts['warning'] else ''}</small>"
        )

    def _item(self, problem: Problem, line: str | None) -> str:
        place = problem.place
        hints = "".join(f"<p>{escape(clean(hint))}</p>" for hint in problem.hint.splitlines())
        return (
            f'<li class="{problem.severity}"><h2><span>{problem.severity}</span> {escape(clean(problem.message))}</h2>'
            f'<p class="where">{file_link(self.folder, place.path, place.line, place.column)}</p>'
            f"{'' if line is None else _excerpt(line, place.line, place.column, place.length)}{hints}"
            f"<p><small>More on this: <code>sitegen docs {problem.code}</code></small></p></li>"
        )


NOTHING = Panel()
"""The panel of a build without problems."""


def file_link(folder: str, path: str, line: int, column: int) -> str:
    """The place of a file in words, as a link that opens it in VS Code and the editors that know its links."""
    href, words = file_address(folder, Place(path, line, column))
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def file_address(folder: str, place: Place) -> tuple[str, str]:
    """The address that opens a place in an editor, and the place in words."""
    where = f"{place.path}:{place.line}:{place.column}"
    return f"vscode://file/{quote(folder.lstrip('/'))}/{quote(place.path)}:{place.line}:{place.column}", clean(where)


def _line(problem: Problem, lines: Sequence[str] | None) -> str | None:
    number = problem.place.line
    return lines[number - 1].rstrip("\r\n") if lines is not None and 0 < number <= len(lines) else None


def _excerpt(line: str, number: int, column: int, length: int) -> str:
    shown, start = near(line, column)
    parts = shown[: start - 1], shown[start - 1 : start - 1 + length] or " ", shown[start - 1 + length :][:WIDTH]
    before, marked, after = (escape(clean(part)) for part in parts)
    return f"<pre><b>{number} | </b>{before}<mark>{marked}</mark>{after}</pre>"
