"""What Markdown takes in silence and no author means: conflict marks, references to nothing, lost tags and ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import escape

from sitegen.model.body import Body, Element, walk
from sitegen.problems import Problem
from sitegen.reading.markdown.brackets import half_links, half_marks
from sitegen.reading.markdown.build import HEADINGS
from sitegen.reading.markdown.disguise import disguised
from sitegen.reading.markdown.faults import Fault, left_out
from sitegen.reading.markdown.passages import Passage, passages
from sitegen.reading.markdown.pasted import rows
from sitegen.reading.markdown.places import Places
from sitegen.reading.markdown.preview.foreign import foreign
from sitegen.reading.markdown.raw import Raw
from sitegen.reading.markdown.rows import indented, quoted_twice, short_rows
from sitegen.reading.markdown.unseen import unseen
from sitegen.reading.patterns import later

_BEGUN = later(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_PARTED = later(r"^={7}$", re.MULTILINE)
_FENCED = later(r"\s*^((?:`{3,}|~{3,}) ?(?:markdown|md)) *$", re.MULTILINE | re.IGNORECASE)
_FOOTNOTE = later(r"\[\^([^\]\n]+)\]")
_NOTE = later(r"^ {0,3}(?:(\*)\[(?=[^^])|\[(?=\^))([^\[\]\n]+)\]:", re.MULTILINE)
_NAMED = later(r"^ {0,3}(\*?)\[(\^?[^\[\]\n]+)\]:", re.MULTILINE)
_SENTENCE = later(r"[.,;:。，；：]\s*\Z")
_SIGNS = later(r"#+(?= )")
_EMBEDDED = later(r"!\[\[([^\[\]\n]+)\]\]")
_LABEL = later(r"\]\[([^\[\]\n^]+)\]")


class Mistakes:
    """The mistakes in one body of the file of `path`. html: what it became; raw: the same before it was sanitised."""

    def __init__(self, path: str, body: Body, html: str, raw: Raw | None) -> None:
        self._path, self._body, self._html, self._raw = path, body, html, raw
        self._passages = passages(body)

    def problems(self) -> Iterator[Problem]:
        """Every mistake with its place and how to fix it."""
        yield from self._conflicts()
        yield from self._fenced()
        for passage in self._passages:
            yield from self._undefined(passage, _FOOTNOTE, Fault.footnote)
            yield from self._undefined(passage, _LABEL, Fault.label)
            yield from self._underlined(passage)
            yield from self._embedded(passage)
        yield from self._skipped()
        yield from self._unpointed()
        yield from self._twice()
        if self._raw is not None:
            yield from self._tags(self._raw.dropped, None)
            yield from self._tags(self._raw.unclosed, Fault.unclosed)
        yield from unseen(self._body.source, self._html, lambda: self._places)
        for find in (rows, short_rows, quoted_twice, indented):
            yield from find(self._body.source, self._code, lambda start, length: self._places.at(start, length))
        yield from self._repeated()
        yield from disguised(self._body)
        half = [problem for passage in self._passages for problem in self._halves(passage)]
        yield from half
        marks = foreign(self._passages, lambda: self._places)
        yield from (mark for mark in marks if not any(mark.place.within(each.place) for each in half))

    @cached_property
    def _places(self) -> Places:
        """Made only when something was found."""
        return Places(self._path, self._body)

    def _conflicts(self) -> Iterator[Problem]:
        """Marks that a merge leaves, except those in code; seven equals signs alone may also underline a heading."""
        source = self._body.source
        begun = list(_BEGUN.finditer(source))
        code = {line for p in self._passages if "pre" in p.tags for line in p.shown.split("\n")} if begun else set()
        for match in begun + (list(_PARTED.finditer(source)) if begun else []):
            if source[match.start() :].partition("\n")[0] not in code:
                yield Fault.merge.at(self._places.at(match.start(), 7))

    def _fenced(self) -> Iterator[Problem]:
        """A text that is a block of Markdown, as a chat shows it to be copied, and not the text itself."""
        if (fence := _FENCED.match(self._body.source)) is not None:
            yield Fault.fenced.at(self._places.at(fence.start(1), len(fence[1])))

    def _code(self) -> set[str]:
        """The lines of blocks of code, with one space for several."""
        lines = (line for passage in self._passages if "pre" in passage.tags for line in passage.shown.split("\n"))
        return {" ".join(line.split()) for line in lines}

    def _undefined(self, passage: Passage, used: re.Pattern[str], fault: Fault) -> Iterator[Problem]:
        """References to nothing stay in the text; those that a backslash protects are meant."""
        for match in used.finditer(passage.words) if "[" in passage.shown else ():
            told = re.search(rf"^\[\^{re.escape(match[1])}\](?=[ \t])", self._body.source, re.MULTILINE)
            if fault is Fault.footnote and told is not None:
                if passage.words.startswith(told[0]):  # and where the text points to it, it is right
                    yield Fault.colonless.at(self._places.at(told.start(), len(told[0])), match[1])
                continue
            start, length = self._places.span(passage, match.start(1), len(match[1]))
            written = self._body.source[:start].rstrip("^]").rstrip("[")
            if not written.endswith("\\"):
                yield fault.at(self._places.at(start, length), match[1])

    def _unpointed(self) -> Iterator[Problem]:
        """Footnotes to which nothing points and abbreviations that no words use, except for those in code."""
        source = self._body.source
        notes = list(_NOTE.finditer(source))
        code = self._code() if notes else set()
        for match in notes:
            name = match[2].removeprefix("^")
            fault = Fault.unspoken if match[1] else Fault.unpointed
            used = rf">{re.escape(escape(name))}</abbr>" if match[1] else rf"\[\^{re.escape(name)}\](?!:)"
            line = " ".join(source[match.start() :].partition("\n")[0].split())
            if line not in code and not re.search(used, self._html if match[1] else source):
                yield fault.at(self._places.at(match.end(2) - len(name), len(name)), name)

    def _twice(self) -> Iterator[Problem]:
        """Footnotes, labels of links and abbreviations that are given twice, except for those in code."""
        source = self._body.source
        named = list(_NAMED.finditer(source))
        if len({*map(_name, named)}) == len(named):
            return
        code, seen = self._code(), set[str]()
        for match in named:
            if " ".join(source[match.start() :].partition("\n")[0].split()) in code:
                continue
            if (name := _name(match)) in seen:
                yield Fault.twice.at(self._places.at(match.start(2), len(match[2])), f"[{match[2]}]")
            seen.add(name)

    def _halves(self, passage: Passage) -> Iterator[Problem]:
        """Links and marks without one half; those that a backslash protects are meant."""
        for code, find in (("broken-link", half_links), ("foreign-mark", half_marks)):
            for at, length, what, hint in find(passage.words):
                start, written = self._places.span(passage, at, length)
                before = self._body.source[:start].rpartition("\n")[2]
                if not before.endswith(("\\", "#")):
                    yield Problem(self._places.at(start, written), code, what, hint)

    def _underlined(self, passage: Passage) -> Iterator[Problem]:
        """Sentences that are headings because a line of hyphens stands under them, meant to part two sections."""
        if not passage.attribute and HEADINGS.intersection(passage.tags) and _SENTENCE.search(passage.shown):
            start, length = self._places.span(passage, 0, len(passage.shown))
            if "#" not in self._body.source[:start].rpartition("\n")[2]:
                yield Fault.underlined.at(self._places.at(start, length))

    def _skipped(self) -> Iterator[Problem]:
        """Headings more than one level below the one above them, the first of them below the title of the page."""
        above = 1
        for passage in self._passages:
            tags = HEADINGS.intersection(passage.tags)
            if passage.attribute or not tags:
                continue
            level = int(min(tags)[1])
            if (over := level - above - 1) > 0:
                start, length = self._places.span(passage, 0, len(passage.shown))
                signs = _SIGNS.search(self._body.source[:start].rpartition("\n")[2])
                meant = f"<h{level - over}>" if signs is None else signs[0][over:]
                yield Fault.skipped.at(self._places.at(start, length), meant)
            above = level

    def _embedded(self, passage: Passage) -> Iterator[Problem]:
        """Pages that are to stand within this one; a picture so written is no page, which the links report."""
        for start, _ in passage.lifted:
            if passage.shown[:start].endswith("!") and not passage.shown[: start - 1][-1:].isalnum():
                at, _ = self._places.span(passage, start - 1, 1)
                found = _EMBEDDED.match(self._body.source, at)
                if found is not None and "." not in found[1]:
                    yield Fault.embedded_page.at(self._places.at(at, len(found[0])), found[0][1:])

    def _tags(self, names: list[str], fault: Fault | None) -> Iterator[Problem]:
        """fault: of all of them; None for tags that are left out, each of which has its own."""
        for name, count in Counter(names).items():
            written = list(self._places.hidden(re.compile(rf"<{re.escape(name)}(?![\w-])", re.IGNORECASE)))
            for match in written[:count]:
                yield (fault or left_out(name)).at(self._places.at(match.start(), len(match[0])), name)

    def _repeated(self) -> Iterator[Problem]:
        """Ids that an author gives twice in this text; the audit knows those of the rest of the page."""
        elements = (node for node in walk(self._body.tree) if isinstance(node, Element))
        for name, count in Counter(id for element in elements if (id := element.get("id"))).items():
            for place in self._places.of_id(name)[1:] if count > 1 else ():
                yield Fault.same_id.at(place, name)


def _name(match: re.Match[str]) -> str:
    """What a footnote, the label of a link or an abbreviation is called; capitals count in the last alone."""
    return f"*{match[2]}" if match[1] else " ".join(match[2].casefold().split())
