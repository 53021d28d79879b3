"""Where the target of a link stands in the source: targets are looked for in the order of the page."""

from __future__ import annotations

import re

from sitegen.problems import Place
from sitegen.reading.markdown.lift import Source
from sitegen.reading.patterns import later

_EMPTY = later(r"(?<=\])\(\s*\)|(?<==)\s*(?:\"\s*\"|'\s*')")
_ANY = later(
    r"(?<=\]\()\s*<?[^\s)>]+|(?:href|src)\s*=\s*[\"']?([^\"'>]+)|(?<=<)[a-z]+:[^<>]+|(?<=\]:)\s*\S+", re.IGNORECASE
)
_OPENING = "(<\"'=: \t\n"
_BEFORE = r"(?<=[(<\"'=:\s])"


class Finder:
    """Finds targets in one source, each from where the last one ended, or else from the start."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._at = 0

    def target(self, target: str) -> Place:
        """The place of a target that reads so; where nothing like it stands, that of the next link."""
        raw = self._source.raw
        written = target.strip()
        at = raw.find(written, self._at) if written else -1
        if at > 0 and raw[at - 1] in _OPENING:  # it stands there just as it reads
            self._at = at + len(written)
            return self._source.place(at, len(written))
        pattern = _pattern(target.removeprefix("mailto:") or target) if target.strip() else _EMPTY
        match = pattern.search(raw, self._at) or pattern.search(raw) or _ANY.search(raw, self._at)
        return self._found(match)

    def next(self) -> Place:
        """The place of the next target, whatever it is."""
        return self._found(_ANY.search(self._source.raw, self._at))

    def _found(self, match: re.Match[str] | None) -> Place:
        if match is None:
            return self._source.place(self._at)
        group = match.lastindex or 0
        found = match[group]
        start = match.start(group) + len(found) - len(found.lstrip(" \n<"))
        if match.re is not _EMPTY and start >= self._at:
            self._at = match.end()
        return self._source.place(start, max(1, match.end(group) - start))


def _pattern(target: str) -> re.Pattern[str]:
    """A target as an author may have written it: with backslashes before marks, and &amp; for &."""
    written = (r"\s+" if c.isspace() else "&(?:amp;)?" if c == "&" else rf"\\?{re.escape(c)}" for c in target.strip())
    return re.compile(_BEFORE + "".join(written))
