"""Where the links, images and files lead that a project's own templates write, as they stand on finished pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

from sitegen.overrides.elements import attributes, elements
from sitegen.overrides.jinja import place_in
from sitegen.overrides.tags import MASK
from sitegen.problems import Place
from sitegen.reading.schemes import is_elsewhere
from sitegen.theme import EXTENDED, FOLDER

_LEADS = ("href", "src", "action", "poster")
_ON_PAGE = re.compile(rf"""\s(?:{"|".join(_LEADS)})=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))(?=[^<>]*>)""", re.IGNORECASE)


class Written(Struct, frozen=True, dict=True):
    """The templates of a site by name, those of the theme that others take the place of by `theme/<name>`."""

    texts: Mapping[str, str]

    @cached_property
    def own(self) -> bool:
        """Whether any template of the project takes the place of one of ours: ours lead where they should."""
        return any(name.startswith(EXTENDED) for name in self.texts)

    def leads(self, html: str, url: str, base: str, known: Collection[str]) -> Iterator[tuple[str, Place]]:
        """Where a finished page leads beyond what its view recorded, and the place in the templates that says so.

        url: of the page. base: the path under which the site is served. known: where the view said that it leads.
        """
        found = dict.fromkeys(unescape(one or two or three) for one, two, three in _ON_PAGE.findall(html))
        for written in found:
            target = _target(written.strip(), url, base)
            if target is not None and target not in known and (place := self._place(written)) is not None:
                yield target, place

    def _place(self, written: str) -> Place | None:
        """The place in the templates that writes a link in this way, of several the one that says most of it."""
        fitting = [(said, place) for said, pattern, place in self._patterns if pattern.fullmatch(written)]
        return max(fitting, key=lambda each: each[0])[1] if fitting else None

    @cached_property
    def _patterns(self) -> list[tuple[tuple[int, bool], re.Pattern[str], Place]]:
        """For each link in a template that stands there at least in part: how much of it, how it may be written."""
        found = []
        for name, text in self.texts.items():
            for tag in elements(text) if not name.startswith(EXTENDED) else ():
                for attribute, value, start in attributes(tag):
                    parts = [unescape(part) for part in re.split(f"{MASK}+", value)]
                    said = len("".join(parts)), len(parts) == 1
                    if attribute in _LEADS and said[0]:
                        place = place_in(FOLDER + name, text, start, len(attribute))
                        found.append((said, re.compile(".*".join(map(re.escape, parts)), re.DOTALL), place))
        return found


def _target(written: str, url: str, base: str) -> str | None:
    """The URL on the site and, behind #, the id that a link on a page leads to; None for other sites."""
    if is_elsewhere(written):
        return None
    path, _, fragment = written.partition("#")
    path = unquote(path.partition("?")[0])
    tail = f"#{unquote(fragment)}"
    if not path:
        return url + tail
    if path.startswith("/"):
        return f"/{path.removeprefix(base)}{tail}" if path.startswith(base) else None
    steps = url.split("/")[:-1]
    *folders, last = path.split("/")
    for step in [*folders, *([last] if last in (".", "..") else [])]:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join([*(steps or [""]), "" if last in (".", "..") else last]) + tail
