"""What pages say to machines: JSON-LD in the shapes that schema.org and search engines ask for."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from small import made

from sitegen.build import make
from sitegen.settings import Settings

SITES = Path(__file__).parent / "sites"
BASE = "https://example.org/heat/"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
NEEDED = {
    "WebSite": {"name", "url", "potentialAction"},
    "BreadcrumbList": {"itemListElement"},
    "Article": {"headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "Organization": {"name", "mainEntityOfPage"},
    "ClaimReview": {"url", "claimReviewed", "author", "datePublished", "reviewRating", "itemReviewed"},
    "Dataset": {"name", "description", "url", "creator", "distribution"},
}
"""What search engines require or recommend of each type."""
Things = list[tuple[str, Mapping[str, Any]]]


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """A site with something of each kind."""
    return made("lives").outputs


@pytest.fixture(scope="module")
def things(outputs: Mapping[str, bytes]) -> Things:
    """Every thing that a page describes, with the page."""
    return list(described(outputs))


def described(outputs: Mapping[str, bytes]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The things of all pages; a block that is no JSON is an error."""
    for name in (name for name in outputs if name.endswith(".html")):
        for block in BLOCK.findall(outputs[name].decode()):
            data = json.loads(block)
            assert data["@context"] == "https://schema.org"
            yield from ((name, thing) for thing in data["@graph"])


def strings(value: object) -> Iterator[str]:
    """Every text in a value."""
    match value:
        case str():
            yield value
        case Mapping():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)


def test_each_type_has_what_search_engines_ask_for(things: Things) -> None:
    """Every type is there, and no required or recommended property is missing or empty."""
    assert {thing["@type"] for _, thing in things} == set(NEEDED)
    for name, thing in things:
        assert NEEDED[thing["@type"]] <= set(thing), name
        assert not [key for key, value in thing.items() if value in ("", None, [])], name


def test_addresses_are_whole_and_lead_to_files_of_the_site(outputs: Mapping[str, bytes], things: Things) -> None:
    """Whatever begins with the address of the site is a page or file of it, but for the one with a word to fill in."""
    own = {text for _, thing in things for text in strings(thing) if text.startswith(BASE)}
    assert len(own) > 10
    for text in own:
        path = text.removeprefix(BASE).partition("?")[0]
        assert (f"{path}index.html" if not path or path.endswith("/") else path) in outputs, text


def test_nothing_is_said_that_the_page_does_not_show(outputs: Mapping[str, bytes], things: Things) -> None:
    """Every name, title, claim and verdict in the description stands in the words of the page."""
    for name, thing in things:
        page = " ".join(re.sub(r"<[^>]+>", "", BLOCK.sub("", outputs[name].decode())).split())
        page = page.replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"')
        keys = ("headline", "claimReviewed", "variableMeasured", "alternateName")
        said = [text for key in keys for text in strings(thing.get(key))]
        said += list(strings(thing.get("reviewRating", {}).get("alternateName")))
        assert not [text for text in said if " ".join(text.split()) not in page], name


def test_a_verdict_is_a_rating_only_where_it_says_true_or_false(things: Things) -> None:
    """Supported is 5 of 5, contradicted 1; disputed and unverified are words without a number."""
    for _, thing in things:
        if thing["@type"] == "ClaimReview":
            rating = thing["reviewRating"]
            expected = {"Supported": 5, "Contradicted": 1}.get(rating["alternateName"])
            assert rating.get("ratingValue") == expected


def parts(value: object) -> Iterator[Mapping[str, Any]]:
    """A thing and all things within it."""
    if isinstance(value, Mapping):
        yield value
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from parts(each)


def test_parts_have_the_shapes_of_their_types(things: Things) -> None:
    """People and organizations are told apart, a rating has its ends, a trail is numbered, days are ISO 8601."""
    for name, thing in things:
        for part in parts(thing):
            assert "@type" in part, name
            if part["@type"] in ("Person", "Organization", "WebSite", "Brand", "Claim"):
                assert part.get("name") or part["@type"] == "Claim", name
            for key in (key for key in part if key.startswith("date")):
                assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", part[key]), name
            if "ratingValue" in part:
                assert part["worstRating"] <= part["ratingValue"] <= part["bestRating"]
        for key in ("author", "publisher", "creator"):
            said = thing.get(key, [])
            for each in said if isinstance(said, list) else [said]:
                assert each["@type"] in ("Person", "Organization"), name
        if thing["@type"] == "BreadcrumbList":
            steps = thing["itemListElement"]
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            assert [step["@type"] for step in steps] == ["ListItem"] * len(steps)
        if thing["@type"] == "Dataset":
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}", thing["temporalCoverage"]), name
            assert thing["description"].count(": ") <= 1, name
            assert {each["encodingFormat"] for each in thing["distribution"]} == {"text/csv", "application/json"}


def test_no_text_ends_the_block(tmp_path: Path) -> None:
    """Words that look like the end of a script are data like any other."""
    import shutil

    project = Path(shutil.copytree(SITES / "lives", tmp_path / "project"))
    site = project / "data/site.yaml"
    name = "Ends </script><script>alert(1)</script> & <!-- "
    site.write_text(re.sub(r"(?m)^name: .*$", f"name: '{name}'", site.read_text()))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    assert any(thing.get("name") == name for _, thing in described(outputs))
    assert b"<script>alert" not in outputs["index.html"]
