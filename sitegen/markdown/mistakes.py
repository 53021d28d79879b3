"""What Markdown takes in silence and no author means: conflict marks, references to nothing, dropped tags."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape

from markdown.extensions.attr_list import get_attrs_and_remainder

from sitegen.markdown.converted import Converted
from sitegen.markdown.dialect import TAGS, takes
from sitegen.model.words import Body
from sitegen.problems import Place, Problem
from sitegen.reading.characters import CONTROL, control_character
from sitegen.reading.scanner import TokenKind, tokens
from sitegen.reading.web import is_elsewhere, remote_image

_BEGUN = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_PARTED = re.compile(r"^={7}$", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^([^\]\n]+)\]")
_NOTED = re.compile(r"^[ ]{0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)
_LABEL = re.compile(r"(?<!\\)\]\[([^\[\]\n^][^\[\]\n]*)\]")
_LABELLED = re.compile(r"^[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:", re.MULTILINE)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)")
_WHOLE_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=\0]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_BRACES = re.compile(r"(?:^(?:#{1,6} [^\n]*)?[ >]*|(?<=[*_)\]>`\0]))\{:([^{}\n]*)\}", re.MULTILINE)
_REFERENCE = re.compile(r"&(?:#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8})|[A-Za-z][A-Za-z0-9]*);?")
_ID = re.compile(r'<[a-z][^<>]*\sid="([^"]*)"')
_FRAME = re.compile(r"(?:note|source)-\d+|content|sources|claims|health")


class Mistakes:
    """The mistakes in one body. path: of its file. converted: what the body became."""

    def __init__(self, body: Body, path: str, converted: Converted) -> None:
        self._body, self._path, self._converted = body, path, converted
        self._text = self._only("text")
        self._tags = self._only("html")
        self._ids = Counter(_ID.findall(converted.html))

    def problems(self) -> Iterator[Problem]:
        """Every mistake with its place and the way out."""
        yield from self._conflicts()
        yield from self._undefined(_FOOTNOTE, _NOTED, "the footnote", "write it below: [^{}]: What it says")
        hint = "write it below, as in [{}]: https://…; brackets that are no link take a backslash: \\["
        yield from self._undefined(_LABEL, _LABELLED, "the link", hint)
        yield from self._dropped()
        yield from self._dropped_attributes()
        yield from self._strays()
        yield from self._unseen()
        yield from self._repeated()

    def _only(self, kind: TokenKind) -> str:
        """The source with everything blank, character for character, but line breaks and tokens of the kind."""
        found = tokens(self._body.source)
        return "".join(t.text if t.kind == kind else re.sub(r"[^\n]", "\0", t.text) for t in found)

    def _place(self, offset: int, length: int) -> Place:
        source = self._body.source
        line = self._body.line + source.count("\n", 0, offset)
        return Place(self._path, line, offset - source.rfind("\n", 0, offset), length)

    def _conflicts(self) -> Iterator[Problem]:
        """Marks that a merge leaves; seven equals signs alone may also underline a heading."""
        begun = list(_BEGUN.finditer(self._text))
        for match in begun + (list(_PARTED.finditer(self._text)) if begun else []):
            message, hint = "a merge left this mark", "keep the words that hold, and delete the three lines of marks"
            yield Problem(self._place(match.start(), 7), "merge-mark", message, hint)

    def _undefined(self, used: re.Pattern[str], defined: re.Pattern[str], what: str, hint: str) -> Iterator[Problem]:
        known = {_folded(match[1]) for match in defined.finditer(self._text)}
        for match in used.finditer(self._text):
            if _folded(match[1]) not in known:
                message = f'{what} "{match[1]}" is defined nowhere in this text'
                place = self._place(match.start(1), len(match[1]))
                yield Problem(place, "undefined-reference", message, hint.format(match[1]))

    def _dropped(self) -> Iterator[Problem]:
        for match in _TAG.finditer(self._tags):
            if match[1].lower() not in TAGS:
                message = f"the tag <{match[1]}> is left out of the page"
                hint = "pages take tags of text only; a < that begins no tag is written \\<"
                yield Problem(self._place(match.start(), len(match[0])), "dropped-tag", message, hint)

    def _dropped_attributes(self) -> Iterator[Problem]:
        hint = "the theme decides how a text looks; a text may give id, lang and title"
        for tag in _WHOLE_TAG.finditer(self._tags):
            for match in _ATTRIBUTE.finditer(self._tags, tag.start(2), tag.end(2)):
                if tag[1].lower() in TAGS and not takes(tag[1].lower(), match[1].lower()):
                    message = f'the attribute "{match[1]}" is left out of the page'
                    yield Problem(self._place(match.start(1), len(match[1])), "dropped-tag", message, hint)
        for match in _BRACES.finditer(self._text):
            for name in (name for name, _ in get_attrs_and_remainder(match[1])[0] if name != "id"):
                place = self._place(match.start(1) - 2, len(match[1]) + 3)
                message = f'"{"class" if name == "." else name}" is left out of the page'
                yield Problem(place, "dropped-tag", message, "only an id may stand here: {: #part }")

    def _strays(self) -> Iterator[Problem]:
        """Images that reach the page though no link was seen in the source."""
        for source in self._converted.strays:
            place = self._place(max(0, self._body.source.find(source)), len(source))
            if is_elsewhere(source):
                yield remote_image(place)
            else:
                hint = "write it in a paragraph of its own: ![What it shows](file.png)"
                yield Problem(place, "broken-link", "this image would be left out of the page", hint)

    def _unseen(self) -> Iterator[Problem]:
        """Characters that nobody can see and that stand in the source as references, such as `&#x202E;`."""
        found = CONTROL.search(self._converted.html)
        if found is None:
            return
        source, problems = self._body.source, []
        for match in _REFERENCE.finditer(source):
            text = _decoded(match)
            around = CONTROL.search(source[: match.start()][-1:] + text + source[match.end() :][:1])
            if around is not None:
                place = self._place(match.start(), len(match[0]))
                problems.append(control_character(around[0], place))
        yield from problems or [control_character(found[0], self._place(0, 1))]

    def _repeated(self) -> Iterator[Problem]:
        """Ids that authors give twice, or that the frame of a page uses."""
        for name, count in self._ids.items():
            framed = _FRAME.fullmatch(name) is not None
            places = self._written(name) if framed or count > 1 else []
            for offset in places if framed else places[1:]:
                message = (
                    f'the id "{name}" is one that the page uses itself' if framed else f'"{name}" is an id already'
                )
                place = self._place(offset, len(name))
                yield Problem(place, "repeated-anchor", message, "give each place on a page an id of its own")

    def _written(self, name: str) -> list[int]:
        """Where an author gives the id: in braces or in a tag."""
        braces = re.compile(rf"\{{[^}}\n]*?(?:#|\bid=[\"']?)({re.escape(name)})(?![\w-])")
        tag = re.compile(rf"\bid\s*=\s*[\"']?({re.escape(name)})(?![\w-])")
        found = [*braces.finditer(self._text), *tag.finditer(self._tags)]
        return sorted(match.start(1) for match in found)


def _decoded(reference: re.Match[str]) -> str:
    """The character of a reference as a browser reads it."""
    if reference[1] is None:
        return unescape(reference[0])
    code = int(reference[1][1:], 16) if reference[1][0] in "xX" else int(reference[1])
    return chr(code) if code <= sys.maxunicode else ""


def _folded(label: str) -> str:
    return " ".join(label.split()).lower()
