"""Hostile names and titles in all that other programs read: each parser gives back the text that was written."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import html5lib
import pytest
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "lives"
BASE = "https://heat.desk.eu/a/"
PIECES = (
    *("</script>", "<script>alert(1)</script>", "-->", "<!--", "]]>", "<![CDATA[", '"', "'", "\\", "{", "}", "%", "&"),
    *(
        "&amp;",
        "&#60;",
        "$",
        "#",
        "_",
        "~",
        "^",
        "<b>",
        "</title>",
        "//!",  # alone, and outside of quotes, it would be taken for a comment of another language, and reported
        "é",
        "ß",
        "Ł",
        "电",
        "غ",
        "🔋",
        "ﬁ",
    ),
    *("ﬁ", "=", ",", ";", "@misc", "\\n", "{0}", "%s", "Ａ", "|", "`", "*", "e\u0301"),
)
"""What some format takes for a sign of its own, or some program for another letter."""
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(lambda parts: "A " + " ".join(parts) + " z")
TEXTS = ("site", "tagline", "company", "author", "brief", "summary", "chart", "ranking", "claim", "publisher", "source")
"""The texts that are hostile."""
WORST = "A </script> <!-- --> ]]> & &amp; \" ' \\ { } % $ # _ ~ ^ é غ 电 🔋 @misc , = z"
Outputs = Mapping[str, bytes]
"""The files of a site by their paths."""


def hostile(folder: Path, texts: Mapping[str, str]) -> Path:
    """The site of heaters with other texts."""
    project = Path(shutil.copytree(SITE, folder / "project"))
    write = partial(written, project)
    write("data/site.yaml", name=texts["site"], tagline=texts["tagline"])
    write(
        "data/companies/warmhouse.yaml",
        name=texts["company"],
        native=texts["author"],
        native_language="zh",
        aliases=[texts["chart"]],
    )
    write("data/charts/sellers.yaml", title=texts["chart"])
    write("data/rankings.yaml", ("sales-2025",), title=texts["ranking"])
    write("data/claims.yaml", ("polarcell-sells",), text=texts["claim"] + " 10 2026")
    write("data/sources/all.yaml", ("report-2026",), publisher=texts["publisher"], title=texts["source"])
    brief = project / "content/briefs/sunstore.md"
    front, body = brief.read_text().split("---\n", 2)[1:]
    said = {**yaml.safe_load(front), "title": texts["brief"], "summary": texts["summary"], "authors": [texts["author"]]}
    brief.write_text(f"---\n{dumped(said)}---\n{body}")
    return project


def written(project: Path, path: str, into: tuple[str, ...] = (), **values: object) -> None:
    """A file of YAML with some values replaced."""
    file = project / path
    whole = yaml.safe_load(file.read_text())
    part = whole
    for step in into:
        part = part[step]
    part.update(values)
    file.write_text(dumped(whole))


def dumped(value: object) -> str:
    """A value as YAML, long texts folded over several lines."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=60)


def tree(page: bytes) -> xml.Element:
    """A page as a browser reads it."""
    return html5lib.parse(page.decode(), treebuilder="etree", namespaceHTMLElements=False)


def said(page: xml.Element, name: str) -> str:
    """What a page says of itself in its head."""
    return next(
        meta.get("content", "") for meta in page.iter("meta") if name in (meta.get("property"), meta.get("name"))
    )


def things(page: xml.Element) -> Iterator[dict[str, Any]]:
    """What a page is about, for machines."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from json.loads(script.text or "")["@graph"]


def only(page: xml.Element, type: str) -> dict[str, Any]:
    """The one thing of a type on a page."""
    [found] = [thing for thing in things(page) if thing["@type"] == type]
    return found


def whole(text: str) -> str:
    """A text as it is printed: spaces are one."""
    return " ".join(text.split())


@pytest.mark.slow
@settings(max_examples=2, deadline=None, phases=[Phase.explicit, Phase.generate])
@example(dict.fromkeys(TEXTS, WORST))
@example({name: f"{name} {'Wärmepumpe{' * 20}" for name in TEXTS})
@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, NAMES)))
def test_every_program_reads_what_was_written(texts: Mapping[str, str]) -> None:
    """Pages, descriptions, references, frames, feeds, the manifest and cards hold hostile texts as texts."""
    with tempfile.TemporaryDirectory() as folder:
        project = hostile(Path(folder), texts)
        outputs = make(Settings(project=project, base_url=BASE, cache=False, lenient=True), lambda stage: None).outputs
    pages = {path: tree(outputs[path]) for path in outputs if path.endswith(".html")}
    for path, page in pages.items():
        holds_no_code(path, page)
    described(pages, texts)
    references(pages)
    framed(outputs, pages, texts)
    listed(outputs, texts)
    assert outputs["card.png"].startswith(b"\x89PNG")


def holds_no_code(path: str, page: xml.Element) -> None:
    """No script of its own, and no attribute that runs one."""
    for each in page.iter():
        if isinstance(each.tag, str):
            assert each.tag != "script" or each.get("src") or each.get("type") == "application/ld+json", path
            assert not [name for name in each.attrib if name.startswith("on")], path


def described(pages: Mapping[str, xml.Element], texts: Mapping[str, str]) -> None:
    """JSON-LD and the head have the texts themselves."""
    home, brief = pages["index.html"], pages["briefs/sunstore/index.html"]
    assert only(home, "WebSite")["name"] == said(home, "og:site_name") == texts["site"]
    assert only(home, "WebSite")["description"] == texts["tagline"]
    article = only(brief, "Article")
    assert article["headline"] == said(brief, "og:title") == texts["brief"]
    assert article["description"] == said(brief, "og:description") == texts["summary"]
    assert [author["name"] for author in article["author"]] == [texts["author"]]
    company = only(pages["companies/warmhouse/index.html"], "Organization")
    assert (company["name"], company["alternateName"]) == (texts["company"], [texts["author"], texts["chart"]])
    review = only(pages["claims/polarcell-sells/index.html"], "ClaimReview")
    assert review["claimReviewed"] == texts["claim"] + " 10 2026"
    assert review["itemReviewed"]["author"]["name"] == texts["publisher"]


def references(pages: Mapping[str, xml.Element]) -> None:
    """Every entry of BibTeX parses, under a key of plain letters that nothing else has."""
    found: dict[str, str] = {}
    for path, page in pages.items():
        for each in page.iter("pre"):
            if each.get("data-copy") == "Copy for BibTeX":
                text = "".join(each.itertext())
                library = parse_string(text)
                assert library.failed_blocks == [], path
                [entry] = library.entries
                assert re.fullmatch(r"[A-Za-z0-9/-]+", entry.key)
                assert text.isascii() or text.count("{") == text.count("}")
                assert found.setdefault(entry.key, text) == text
    assert len(found) > 20


def framed(outputs: Outputs, pages: Mapping[str, xml.Element], texts: Mapping[str, str]) -> None:
    """The oEmbed file has the title, and the code in it and on the page is one frame and nothing else."""
    for folder, title in (("charts/sellers/", texts["chart"]), ("rankings/sales-2025/", texts["ranking"])):
        record = json.loads(outputs[f"{folder}embed/oembed.json"])
        assert record["title"] == title
        assert record["provider_name"] == texts["site"]
        code = next("".join(pre.itertext()) for pre in pages[f"{folder}index.html"].iter("pre") if pre.get("data-copy"))
        assert record["html"] in ["".join(pre.itertext()) for pre in pages[f"{folder}index.html"].iter("pre")], code
        body = html5lib.parseFragment(record["html"], treebuilder="etree", namespaceHTMLElements=False)
        [frame] = list(body)
        assert (frame.tag, frame.get("title"), frame.get("src")) == ("iframe", title, f"{BASE}{folder}embed/")
        links = [each for each in pages[f"{folder}index.html"].iter("link") if each.get("rel") == "alternate"]
        assert title in [link.get("title") for link in links if link.get("type") == "application/json+oembed"]


def listed(outputs: Outputs, texts: Mapping[str, str]) -> None:
    """Feeds, the manifest and the index of the search have the texts, and the map of the site is XML."""
    atom = "{http://www.w3.org/2005/Atom}"
    feed = xml.fromstring(outputs["feed.xml"])
    assert whole(feed.findtext(f"{atom}title") or "") == whole(texts["site"])
    assert whole(feed.findtext(f"{atom}entry/{atom}title") or "") == whole(texts["brief"])
    assert json.loads(outputs["manifest.webmanifest"])["name"] == texts["site"]
    for path in outputs:
        if path.endswith(".xml"):
            xml.fromstring(outputs[path])
        if path.endswith(".json"):
            json.loads(outputs[path])
