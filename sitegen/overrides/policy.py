"""What the browser of a reader leaves out of a template: scripts, styles and files that the page itself forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from sitegen.overrides.elements import attributes, elements
from sitegen.overrides.jinja import place_in
from sitegen.overrides.tags import MASK
from sitegen.problems import Problem
from sitegen.reading.schemes import is_elsewhere

_POLICY = re.compile(r"""http-equiv=["']?Content-Security-Policy["']?[^<>]*?content="([^"]*)\"""", re.IGNORECASE)
_LOADS: Mapping[tuple[str, str], str] = {
    ("audio", "src"): "media-src",
    ("base", "href"): "base-uri",
    ("button", "formaction"): "form-action",
    ("embed", "src"): "object-src",
    ("form", "action"): "form-action",
    ("iframe", "src"): "frame-src",
    ("image", "href"): "img-src",
    ("img", "src"): "img-src",
    ("img", "srcset"): "img-src",
    ("input", "src"): "img-src",
    ("object", "data"): "object-src",
    ("script", "src"): "script-src",
    ("track", "src"): "media-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
}
"""The rule of the policy that says from where an attribute of an element may load."""
_ANYWHERE = ("form-action", "base-uri")
"""Rules that are not made by `default-src`."""
_CODE = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""The types of scripts that are code, and no data."""
_INLINE = "'unsafe-inline'"
_SAID = {
    "script-src": (
        "scripts that stand in a page",
        "write it into a file of templates/assets/, as own.js, and in {% block meta %} "
        '<script src="{{ layout.home }}assets/own.js"></script>',
    ),
    "style-src": (
        "styles that stand in a page",
        "write it into a stylesheet, as templates/assets/own.css, for a class",
    ),
    "frame-src": ("frames", "link what the frame is to show"),
    "object-src": ("embedded objects", "link the file in its place"),
    "media-src": ("sound and film", "link the file in its place"),
    "form-action": ("forms that other sites answer", "link the page of that site"),
    "base-uri": ("an address that links begin with", "take it out, and write {{ layout.home }} before links"),
}


def forbidden(path: str, source: str, chain: Iterable[str]) -> Iterator[Problem]:
    """What of a template never runs or is never shown.

    chain: the texts one of which says what the page may load: of the template, of what it extends, of the frame.
    """
    policy = next((found[1] for text in chain if (found := _POLICY.search(text))), "")
    rules = {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}
    for start, length, rule, needed in _asked(source):
        sources = rules.get(rule, ["*"] if rule in _ANYWHERE else rules.get("default-src", ["*"]))
        if "*" in sources or needed in sources or any(_at(needed, source) for source in sources):
            continue
        place = place_in(path, source, start, length)
        if rule == "img-src":
            message, hint = "an image of another site is not shown", "put it into templates/assets/ and name it there"
            yield Problem(place, "remote-image", message, hint)
            continue
        far = is_elsewhere(needed) and rule in ("script-src", "style-src")
        what, hint = _SAID[rule] if not far else ("what lies on other sites", "put the file into templates/assets/")
        yield Problem(place, "template-error", f"browsers leave this out, for pages forbid {what}", hint)


def _asked(source: str) -> Iterator[tuple[int, int, str, str]]:
    """What a template asks of the policy: where, in how many characters, under which rule, and what that must allow."""
    tags = list(elements(source))
    for tag, after in pairwise([*tags, None]):
        if tag is None or tag.closes:
            continue
        written = {name: value for name, value, _ in attributes(tag)}
        for name, value, start in attributes(tag):
            if name.startswith("on") or value.lower().startswith("javascript:"):
                yield start, len(name), "script-src", _INLINE
            elif name == "style":
                yield start, len(name), "style-src", _INLINE
            elif (rule := _rule(tag.name, name, written.get("rel", ""))) is not None and value[:1] not in ("", MASK):
                yield start, len(name), rule, value if is_elsewhere(value) else "'self'"
        inside = after is not None and source[tag.end : after.start].strip()
        if inside and (tag.name == "style" or (tag.name == "script" and written.get("type", "").lower() in _CODE)):
            yield tag.start, len(tag.name) + 1, f"{tag.name}-src", _INLINE


def _rule(element: str, attribute: str, rel: str) -> str | None:
    """The rule that an attribute comes under, or None. rel: what the element says that it is, if it is a link."""
    if element == "link" and attribute == "href":
        return "style-src" if "stylesheet" in rel.lower() else "img-src" if "icon" in rel.lower() else None
    return _LOADS.get((element, attribute))


def _at(address: str, source: str) -> bool:
    """Whether an address lies where a word of the policy says: a scheme such as `data:`, or a host."""
    if source.endswith(":"):
        return address.lower().startswith(source)
    host = address.partition("//")[2]
    return not source.startswith("'") and host.startswith(source.removeprefix("https://"))
