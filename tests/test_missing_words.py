"""What is not found is said to be not found: nothing on the site says that it was not published or does not exist."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from built import tree
from conftest import Built

BLOCKS = frozenset(
    {"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "div", "section", "br"}
    | {"figcaption", "summary", "caption", "blockquote"}
)
READ = ("alt", "title", "content", "aria-label", "data-t")
UNFOUND = re.compile(
    r"\b(?:no|not|never|nobody|no one|none|neither|nor)\b[^.;:!?]{0,60}?"
    r"\bpublish(?:es|ed)?\b(?! (?:value|number|total|report)s?\b)"
    r"|\b(?:no|without) published\b"
    r"|\bpublish(?:es|ed)?\s+(?:no|nothing|neither|none)\b"
    r"|\bunpublished\b|\bin public\b|\bnot public\b|n't publish|(?:not|n't)(?: \w+)? exist"
    r"|\bwith(?:out)? what is published\b",
    re.IGNORECASE,
)
"""How a text says that something was not published, where all that is known is that it was not found."""
OUR_OWN = re.compile(r"\bwe do not publish\b|\bdo not say\b[^.]*|Draft: not published", re.IGNORECASE)
"""What this site publishes and what it does not say are its own affair."""


def said(element: Element) -> str:
    """What a reader is reported in an element, with a full stop between blocks and around what stands in attributes."""
    if element.tag in ("script", "style"):
        return ""
    inner = element.text or ""
    for child in element:
        inner += said(child) + (child.tail or "")
    named = " . ".join(element.get(name, "") for name in READ if element.get(name))
    whole = f"{inner} . {named} . " if named else inner
    return f" . {whole} . " if element.tag in BLOCKS else whole


def claims_absence(text: str) -> list[str]:
    """The passages that say more of a hole than that it was not found."""
    plain = OUR_OWN.sub("", re.sub(r"\s+", " ", text))
    return [plain[max(0, found.start() - 40) : found.end() + 20] for found in UNFOUND.finditer(plain)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BMW has published no volume for the year.", True),
        ("A value that it would take is not published.", True),
        ("Nobody publishes it.", True),
        ("The German makers publish no months.", True),
        ("Such a number does not exist in public.", True),
        ("None of the three has published its volume.", True),
        ("There is no published number for it.", True),
        ("It is in none of our documents.", False),
        ("Only where a period has none do we work it out from published numbers.", False),
        ("We do not say that a number was never published: we say that we did not find it.", False),
        ("No rank. Published by the association in 2025.", False),
        ("As published by CPCA.", False),
        ("We do not publish what a company is said to plan as if it had happened.", False),
    ],
)
def test_what_the_pattern_finds(text: str, found: bool) -> None:
    """The pattern knows the ways in which a hole was called unpublished, and leaves other sentences alone."""
    assert bool(claims_absence(text)) == found


def test_no_page_says_that_what_was_not_found_was_not_published(site: Built) -> None:
    """Over the whole built site, whatever the text: a page, its description, its alternatives and its drawings."""
    wrong = {}
    for page in site.pages:
        path = site.folder / page
        if found := claims_absence(said(tree(path / "index.html" if path.is_dir() else path))):
            wrong[page] = found
    for name in ("feed.xml", "claims.json", "figures.json"):
        if found := claims_absence((site.folder / name).read_text(encoding="utf-8")):
            wrong[name] = found
    assert wrong == {}
