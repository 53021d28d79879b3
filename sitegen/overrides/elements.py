"""The HTML of a template: its tags, and those of elements that are opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.overrides.tags import TAG, masked

_PAIRED = frozenset(
    (
        *("a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "button", "canvas", "cite", "code"),
        *("del", "details", "dialog", "div", "dl", "em", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "i", "iframe", "ins", "kbd", "label", "legend", "main", "mark"),
        *("menu", "nav", "object", "ol", "output", "picture", "pre", "q", "s", "samp", "script", "search", "section"),
        *("select", "small", "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "textarea", "time"),
        *("title", "u", "ul", "var", "video"),
    )
)
"""The elements of HTML that browsers do not close by themselves where they should end."""
_HTML = re.compile(r"""<(/?)([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_ALONE = ("block", "macro", "call", "filter", "set")
"""Words of Jinja whose inside stands for itself."""
_TAKEN = ("if", "with", "autoescape", "trans")
"""Words of Jinja whose inside is a part of what stands around it."""


class Element(NamedTuple):
    """A tag of HTML: where it begins, whether it closes an element, of what name, and its attributes as written."""

    start: int
    closes: bool
    name: str
    attributes: str

    @property
    def end(self) -> int:
        """Where what it holds begins."""
        return self.start + len(self.name) + len(self.attributes) + 2 + self.closes

    @property
    def whole(self) -> bool:
        """Whether it closes itself as in XML."""
        return self.attributes.endswith("/")


class _Net(NamedTuple):
    """How many more of each element a part of a template opens than it closes, at least and at most; and its tags."""

    least: Counter[str]
    most: Counter[str]
    tags: list[Element]

    def add(self, other: _Net) -> None:
        self.least.update(other.least)
        self.most.update(other.most)
        self.tags.extend(other.tags)


class _CrossedError(Exception):
    """Tags of Jinja end within tags of HTML, so that nobody can say what a template writes."""


def elements(source: str) -> Iterator[Element]:
    """The tags of a template in order; what Jinja writes in them is masked."""
    for tag in _HTML.finditer(masked(source)):
        yield Element(tag.start(), tag[1] == "/", tag[2].lower(), tag[3])


def attributes(tag: Element) -> Iterator[tuple[str, str, int]]:
    """The name of each attribute of a tag, its value, and where it stands in the template."""
    begin = tag.start + 1 + len(tag.name)
    for found in _ATTRIBUTE.finditer(tag.attributes):
        yield found[1].lower().removeprefix("xlink:"), (found[2] or "").strip("\"'").strip(), begin + found.start()


def unpaired(source: str, templates: Mapping[str, str], *, xml: bool) -> Iterator[Element]:
    """A tag without its other half, whichever way Jinja takes through a template: of each element the first one.

    templates: those that it may include, by name. xml: whether every element has to be closed.
    """
    found: list[Element] = []
    try:
        found += _odd(_net(_events(source, xml=xml), "", templates, found))
    except _CrossedError:
        return
    yield from sorted(found)


def _events(source: str, *, xml: bool = False) -> Iterator[Element | tuple[str, str]]:
    """The tags of a template that come in pairs, and those of Jinja between them: the first word and the others."""
    html = list(elements(source))
    jinja = [found for found in TAG.finditer(source) if found[1]]
    between = [found for found in jinja if not any(tag.start < found.start() < tag.end for tag in html)]
    if xml:
        paired = [tag for tag in html if not tag.whole]
    else:
        paired = [tag for tag in html if tag.name in _PAIRED and not (tag.whole and tag.name == "svg")]
    marks = [(tag.start, tag) for tag in paired] + [(each.start(), (each[1], each[2].strip())) for each in between]
    yield from (mark for _, mark in sorted(marks, key=lambda mark: mark[0]))


def _net(
    events: Iterator[Element | tuple[str, str]], begun: str, templates: Mapping[str, str], found: list[Element]
) -> _Net:
    """What a part of a template comes to, up to where the word of Jinja ends that it begun with.

    found: gets the tags without other halves in what stands for itself.
    """
    choices = [_Net(Counter(), Counter(), [])]
    all_cases = begun != "if"
    for event in events:
        now = choices[-1]
        if isinstance(event, Element):
            step = Counter({event.name: -1 if event.closes else 1})
            now.add(_Net(step, step, [event]))
            continue
        word, words = event
        if word in ("else", "elif"):
            all_cases |= word == "else"
            choices.append(_Net(Counter(), Counter(), []))
        elif word == f"end{begun}":
            break
        elif word.startswith("end"):
            raise _CrossedError
        elif word == "include" and (name := words.strip("\"'")) in templates:
            rest = {other: text for other, text in templates.items() if other != name}
            inner = _net(_events(templates[name]), "", rest, [])
            now.add(_Net(inner.least, inner.most, []))
        elif word in _ALONE and not (word == "set" and "=" in words):
            inner = _net(events, word, templates, found)
            found.extend(() if word == "set" else _odd(inner))
        elif word == "for":
            inner = _net(events, word, templates, found)
            found.extend(_odd(inner))
            least = Counter({name: min(each, 0) for name, each in inner.least.items()})
            most = Counter({name: max(each, 0) for name, each in inner.most.items()})
            now.add(_Net(least, most, inner.tags))
        elif word in _TAKEN:
            now.add(_net(events, word, templates, found))
    else:
        if begun:
            raise _CrossedError
    if not all_cases:
        choices.append(_Net(Counter(), Counter(), []))
    names = {name for each in choices for name in each.most}
    least = Counter({name: min(each.least[name] for each in choices) for name in names})
    most = Counter({name: max(each.most[name] for each in choices) for name in names})
    return _Net(least, most, [tag for each in choices for tag in each.tags])


def _odd(net: _Net) -> Iterator[Element]:
    """The first tag of each element that is opened too often, or closed too often, for certain."""
    for name in net.most:
        if net.least[name] <= 0 <= net.most[name]:
            continue
        alone: list[Element] = []
        for tag in net.tags:
            if tag.name == name and tag.closes and alone and not alone[-1].closes:
                alone.pop()
            elif tag.name == name:
                alone.append(tag)
        yield from [tag for tag in alone if tag.closes == (net.most[name] < 0)][:1]
