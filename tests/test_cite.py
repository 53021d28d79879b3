"""How pages and numbers are cited: valid BibTeX with keys of its own, a permanent link, and the version of the data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
import yaml
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from browsing import first, opened
from conftest import Built
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from sitegen.build import make
from sitegen.pages.sharing import bibtex
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
COPIED = re.compile(r'<(p|pre) data-copy="([^"]*)"[^>]*>(.*?)</\1>', re.DOTALL)
LINK = re.compile('data-link="([^"]*)" data-copy-link="([^"]*)"')
CITED = re.compile(r"(companies|briefs|rankings|claims|charts)/[^/]+/index\.html|data/[^/]+/[^/]+/index\.html")
SIGNS = {"\\textbackslash": "\\", "\\textbraceleft": "{", "\\textbraceright": "}", "\\textasciitilde": "~"}
SIGNS |= {"\\textasciicircum": "^"}


def outputs(project: Path) -> Mapping[str, str]:
    """The pages of a site, in memory."""
    made = make(Settings(project=project, cache=False), lambda step: None).outputs
    return {path: content.decode() for path, content in made.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The pages of tests/sites/pages."""
    return outputs(SITE)


def copied(page: str) -> list[tuple[str, str]]:
    """What a page has to copy, each under the name of its button."""
    texts = [(label, unescape(re.sub("<[^>]*>", "", text))) for _, label, text in COPIED.findall(page)]
    return texts + [(label, link) for link, label in LINK.findall(page)]


def parsed(text: str) -> Library:
    """Entries as a program for references reads them; none may have failed."""
    library = parse_string(text)
    assert library.failed_blocks == []
    return library


def entries(pages: Mapping[str, str]) -> Iterator[str]:
    """Every entry of BibTeX that pages offer."""
    for page in pages.values():
        yield from (text for label, text in copied(page) if label == "Copy for BibTeX")


def test_pages_say_how_they_are_cited(pages: Mapping[str, str]) -> None:
    """Every company, brief, ranking, claim, chart and series does, by its own address; lists and frames do not."""
    for path, page in pages.items():
        own = CITED.fullmatch(path) is not None and 'http-equiv="refresh"' not in page
        found = dict(copied(page))
        assert ("Copy the reference" in found and "/notes/" not in path) == own, path
        if own:
            address = "https://example.org/a/b/" + path.removesuffix("index.html")
            assert found["Copy the link"] == address
            assert address in found["Copy the reference"]
            [entry] = parsed(found["Copy for BibTeX"]).entries
            assert entry.fields_dict["url"].value == address


def test_keys_are_valid_and_name_one_thing(pages: Mapping[str, str]) -> None:
    """No two pages or numbers have one key, and two entries of one key are of the same number in two files."""
    found: dict[str, set[str]] = {}
    for text in entries(pages):
        [entry] = parsed(text).entries
        assert re.fullmatch(r"[A-Za-z0-9/-]+", entry.key)
        found.setdefault(entry.key, set()).add(text)
    assert len(found) > 20
    assert {key: texts for key, texts in found.items() if len(texts) > 1} == {}


@pytest.mark.parametrize(
    ("name", "key"),
    [("Bröt & Café", "Brot-Cafe"), ("面包追踪", ""), ("</script> ½", "script-1-2"), ('a{b}c,d="e"', "a-b-c-d-e")],
)
def test_a_key_has_plain_letters(name: str, key: str) -> None:
    """Letters with accents lose them, other scripts have no place in a key, and signs part its words."""
    assert bibtex.plain(name) == key


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_any_text_is_a_field(text: str) -> None:
    """Whatever signs a title has, the entry is read as one, and the title is what was written."""
    library = parsed(bibtex.entry(("A site", "a/b", ""), {"title": bibtex.words(text), "year": "2025"}))
    [entry] = library.entries
    assert entry.key == "A-site/a/b"
    title = entry.fields_dict["title"].value
    for sign, plain in SIGNS.items():
        title = title.replace("{" + sign + "}", f"\0{ord(plain)}\1")
    title = re.sub(r"\\([$&#_%])", r"\1", title.removeprefix("{").removesuffix("}"))
    assert re.sub("\0([0-9]+)\1", lambda match: chr(int(match[1])), title) == text


def test_a_note_gives_the_link_of_its_period_and_what_a_brief_writes(pages: Mapping[str, str]) -> None:
    """A number is cited by the row of its period; one that is computed has no address of its own to write."""
    notes = {path: page for path, page in pages.items() if "/notes/" in path}
    found = [dict(copied(note)) for page in notes.values() for note in page.split('<p class="note-heading">')[1:]]
    assert found
    for texts in found:
        assert re.fullmatch(r"https://example\.org/a/b/data/[a-z-]+/[a-z-]+/#[0-9A-Z/-]+", texts["Copy the link"])
        assert texts["Copy the link"] in texts["Copy the reference"]
    red = next(texts for texts in found if texts.get("Copy for a brief") == '{{ fig("red.trips@2025-Q1") }}')
    assert red["Copy the link"].endswith("/data/red/trips/#2025-Q1")
    assert any("Copy for a brief" not in texts for texts in found)


def version(page: str) -> str:
    """The version that a page says in its reference."""
    match = re.search("version ([0-9a-f]{8})", dict(copied(page))["Copy the reference"])
    assert match is not None
    return match[1]


def test_the_version_is_that_of_the_numbers_on_the_page(pages: Mapping[str, str], tmp_path: Path) -> None:
    """Another value changes the version of every page that shows it, and no byte of the versions of other pages."""
    project = tmp_path / "site"
    shutil.copytree(SITE, project)
    series = project / "data" / "series" / "red.yaml"
    series.write_text(series.read_text().replace("2024-Q1: {value: 500,", "2024-Q1: {value: 501,"))
    after = outputs(project)
    assert version(pages["data/blue/trips/index.html"]) != version(after["data/blue/trips/index.html"])
    assert pages["data/red/trips/index.html"] == after["data/red/trips/index.html"]


def test_verdicts_have_a_version_too(tmp_path: Path) -> None:
    """Every claim says its version, with or without a number; another verdict is another version."""
    project = Path(shutil.copytree(SITE.parent / "coffee", tmp_path / "site"))
    before = {path: page for path, page in outputs(project).items() if re.fullmatch("claims/[^/]+/index.html", path)}
    assert all(map(version, before.values()))
    file = project / "data" / "claims.yaml"
    found = yaml.safe_load(file.read_text())
    one = next(id for id in found if "check" in found[id])
    found[one] = {key: value for key, value in found[one].items() if key not in ("check", "alternatives")}
    file.write_text(yaml.safe_dump({**found, one: {**found[one], "because": "Nobody can know"}}, allow_unicode=True))
    after = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    path = f"claims/{one}/index.html"
    assert version(after[path].decode()) != version(before[path])


def test_a_number_is_cited_with_its_day(pages: Mapping[str, str]) -> None:
    """The reference of a number says of when the data are, like that of a page."""
    notes = [page for path, page in pages.items() if "/notes/" in path and "Copy the reference" in page]
    for page in notes:
        for label, text in copied(page):
            assert label != "Copy the reference" or re.search(r"\(Data [^)]*, version [0-9a-f]{8}\)", text)


def test_references_are_copied_by_keyboard(site: Built, browser: Browser) -> None:
    """Cite opens by Enter, each text has a button behind it that copies the text; without a script the texts stand."""
    page = opened(browser, site, first(site, "companies/"), permissions=["clipboard-read", "clipboard-write"])  # type: ignore[arg-type]
    page.locator(".cite-as summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Copy the reference")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".cite-as p").first.inner_text()
    page.context.close()
    bare = opened(browser, site, first(site, "companies/"), java_script_enabled=False)
    bare.locator(".cite-as summary").click()
    expect(bare.locator(".cite-as pre")).to_be_visible()
    assert bare.locator(".cite-as button").count() == 0
    bare.context.close()


def test_a_note_has_its_references(site: Built, browser: Browser) -> None:
    """What a number opens can be cited from there."""
    page = opened(browser, site, first(site, "briefs/"))
    page.locator("a[data-note]").first.click()
    note = page.locator(".note:popover-open")
    note.locator("details summary").click()
    expect(note.locator("details button").first).to_be_visible()
    assert note.locator("details button").count() == note.locator("[data-copy], [data-link]").count() + 1
    page.context.close()
