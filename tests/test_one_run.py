"""One run tells all that can be known: what is wrong beside a file that cannot be read, and nothing that follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.cache import Memory
from sitegen.check import early
from sitegen.kinds import KINDS
from sitegen.load import Unloaded, load
from sitegen.problems import Problem

SITES = Path(__file__).parent / "sites"
MOST = 12
"""So many files of a site are broken, one after the other."""
MEMORY = Memory()
"""Of no build: nothing is kept from one test to the next."""


def texts(site: str) -> dict[str, str]:
    """The data and the documents of a site by their paths."""
    files = (path for top in ("data", "content") for path in sorted((SITES / site / top).rglob("*.*")))
    own = (path for path in files if path.suffix in (".yaml", ".md") and "schemas" not in path.parts)
    return {path.relative_to(SITES / site).as_posix(): path.read_text(encoding="utf-8") for path in own}


def told(site: str, instead: dict[str, str]) -> tuple[set[Problem], list[Problem]]:
    """What is wrong with a site in which some files hold other text: what loading says, and what is said beside it."""
    try:
        load(SITES / site, KINDS, MEMORY, instead={path: text.encode() for path, text in instead.items()})
    except Unloaded as error:
        return set(error.problems), [*early(error, KINDS, drafts=False, memory=MEMORY)]
    return set(), []


def broken(path: str, text: str) -> list[str]:
    """A file in several ways in which it cannot be read, or names what is not there."""
    front = text.removeprefix("---\n").partition("\n---\n")[0] if path.endswith(".md") else text
    found = [text.replace(front, f"{front}\n{slip}\n", 1) for slip in ("this: [is not closed", "nobody-asked: 1")]
    for key in ("source", "members", "series", "by", "about", "entities", "metric", "unit", "parent", "entity"):
        if (line := re.search(rf"(?<![\w-]){key}: \[?([\w.-]+)", front)) is not None:
            found.append(text.replace(line[0], line[0] + "x", 1))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("site", ["calendars", "coffee", "lives", "market-de", "pages"])
def test_nothing_that_follows_from_a_broken_file_is_reported(site: str) -> None:
    """Of a site that is well, in which one file is broken, nothing is said of the others beside what loading says."""
    heard, files = 0, [*texts(site).items()]
    for number, (path, text) in enumerate(files[:: 1 + len(files) // MOST]):
        ways = broken(path, text)
        first, beside = told(site, {path: ways[number % len(ways)]})
        heard += bool(first)
        assert [str(each) for each in beside if each not in first] == [], path
    assert heard > number / 2


def test_a_picture_that_is_missing_is_told_beside_a_document_that_cannot_be_read() -> None:
    """No picture stands in a document; what a link to one leads to may, and is told when all of them are read."""
    briefs = [path for path in texts("coffee") if path.startswith("content/briefs/")]
    broken_brief, other = briefs[0], briefs[1]
    links = "\n![The hall](no-hall.jpg) and [more](no-brief.md).\n"
    instead = {broken_brief: "---\nnobody-asked: 1\n---\n", other: texts("coffee")[other] + links}
    _, beside = told("coffee", instead)
    links_told = [each.message for each in beside if each.code == "broken-link"]
    assert links_told == [f'there is no file "no-hall.jpg" beside {other}']
