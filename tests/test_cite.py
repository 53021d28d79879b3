"""How pages and numbers are cited: valid BibTeX with keys of its own, a permanent link, and the version of the data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from browsing import first, opened
from conftest import Built
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from small import made_pages

from sitegen.build import make
from sitegen.pages.sharing import bibtex
from sitegen.settings import Settings

SITES = Path(__file__).parent / "sites"
SITE, COFFEE = SITES / "pages", SITES / "coffee"
COPIED = re.compile(r'<(p|pre) data-copy="([^"]*)"[^>]*>(.*?)</\1>', re.DOTALL)
LINK = re.compile('data-link="([^"]*)" data-copy-link="([^"]*)"')
CITED = re.compile(
    r"index\.html|(companies|briefs|rankings|claims|charts)/[^/]+/index\.html|data/[^/]+/[^/]+/index\.html"
)
SIGNS = {"\\textbackslash": "\\", "\\textbraceleft": "{", "\\textbraceright": "}", "\\textasciitilde": "~"}
SIGNS |= {"\\textasciicircum": "^"}


def outputs(project: Path) -> Mapping[str, str]:
    """The pages of a site, in memory."""
    made = make(Settings(project=project, cache=False), lambda step: None).outputs
    return {path: content.decode() for path, content in made.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The pages of tests/sites/pages."""
    return made_pages("pages")


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
    """Home, company, brief, ranking, claim, chart and series do, by their own address; lists and frames do not."""
    for path, page in pages.items():
        own = CITED.fullmatch(path) is not None and 'http-equiv="refresh"' not in page
        found = dict(copied(page))
        assert ("Copy the reference" in found and "/notes/" not in path) == own, path
        if own:
            address = "https://example.org/a/b/" + path.removesuffix("index.html")
            assert found["Copy the link"] == address
            assert address in found["Copy the reference"]
            assert "Replace https://example.org/a/b/ with" in page.partition('class="tools cite-as"')[2], path
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


def test_a_note_gives_the_link_of_its_period(pages: Mapping[str, str]) -> None:
    """A number is cited by the row of its period; how a brief writes it stands on the page of its series alone."""
    notes = {path: page for path, page in pages.items() if "/notes/" in path}
    found = [dict(copied(note)) for page in notes.values() for note in page.split('<p class="note-heading">')[1:]]
    assert found
    for texts in found:
        assert re.fullmatch(r"https://example\.org/a/b/data/[a-z-]+/[a-z-]+/#[0-9A-Z/-]+", texts["Copy the link"])
        assert texts["Copy the link"] in texts["Copy the reference"]
        assert "fig(" not in " ".join(texts.values())
    assert any(texts["Copy the link"].endswith("/data/red/trips/#2025-Q1") for texts in found)
    assert dict(copied(pages["data/red/trips/index.html"]))["Copy for a brief"] == '{{ fig("red.trips@2025") }}'


def test_a_reference_carries_what_is_noted_of_the_number(site: Built) -> None:
    """That a machine wrote the source, and that the series may mix what it counts, stand in it and in BibTeX."""
    notes = (site.folder / "data/aito/deliveries/notes/2025.html").read_text("utf-8")
    found = dict(copied(notes.partition('id="2025-Q3"')[2].partition('<div id="')[0]))
    assert "Minsheng Securities, written by a machine, 3 November 2025" in found["Copy the reference"]
    assert found["Copy the reference"].endswith("So they may mix deliveries and wholesale.")
    assert any(
        "So they may mix deliveries and wholesale." in text for label, text in found.items() if "BibTeX" in label
    )


def test_a_number_is_cited_with_who_says_it(pages: Mapping[str, str]) -> None:
    """Its reference and its entry name the publisher and the day of its source; its page says what the version is."""
    note = next(page for path, page in pages.items() if path.startswith("data/red/trips/notes/2025"))
    part = note.partition('id="2025-02"')[2].partition('<p class="note-heading">')[2].partition('<div id="')[0]
    found = dict(copied(part))
    source = re.search("</a>, ([^<]*)", part)
    assert source is not None
    assert f", from {unescape(source[1]).strip()}" in found["Copy the reference"], found
    [entry] = parsed(found["Copy for BibTeX"]).entries
    assert "from " in entry.fields_dict["note"].value
    assert "The version changes when a number" in pages["data/red/trips/index.html"]


def version(page: str) -> str:
    """The version that a page says in its reference; "" for one without a reference."""
    reference = dict(copied(page)).get("Copy the reference", "")
    match = re.search("version ([0-9a-f]{8})", reference)
    assert match is not None or not reference
    return match[1] if match else ""


def edited(site: Path, folder: Path, *edits: tuple[str, str, str]) -> Mapping[str, str]:
    """The pages of a site with other words in its files, each edit a file below data/, its words and the others."""
    project = shutil.copytree(site, folder / "site")
    for file, old, new in edits:
        path = project / "data" / f"{file}.yaml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
    return outputs(project)


def test_the_version_is_that_of_the_numbers_on_the_page(pages: Mapping[str, str], tmp_path: Path) -> None:
    """Another value changes the version of every page that shows it, and no byte of the versions of other pages."""
    after = edited(SITE, tmp_path, ("series/red", "2024-Q1: {value: 500,", "2024-Q1: {value: 501,"))
    assert version(pages["data/blue/trips/index.html"]) != version(after["data/blue/trips/index.html"])
    assert pages["data/red/trips/index.html"] == after["data/red/trips/index.html"]


@pytest.fixture(scope="module")
def coffee() -> Mapping[str, str]:
    """The pages of tests/sites/coffee, which has claims, capabilities, entries and events."""
    return made_pages("coffee")


def test_whatever_is_cited_has_a_version_and_a_day(coffee: Mapping[str, str]) -> None:
    """Each claim has one, also where no number decides it; each number says of when it is, as its page does."""
    claims = [page for path, page in coffee.items() if re.fullmatch("claims/[^/]+/index.html", path)]
    assert len(claims) > 5
    assert all(map(version, claims))
    notes = "".join(page for path, page in coffee.items() if "/notes/" in path)
    references = [text for label, text in copied(notes) if label == "Copy the reference"]
    assert references
    assert [text for text in references if not re.search(r"\(Data [^()]+, version [0-9a-f]{8}\)\.$", text)] == []


FACTS = {
    "a claim that now denies": ("claims", "Laguna sells compostable capsules", "Laguna sells no compostable capsules"),
    "its check, and its verdict": ("claims", '"compostable-capsules") == "yes"', '"compostable-capsules") == "no"'),
    "a claim": ("claims", "tastes better", "tastes best"),
    "an answer": ("capabilities", "{entity: atlantic, answer: no", "{entity: atlantic, answer: partly"),
    "an entry": ("expansion/kissa", "southeast-asia, stage: announced", "southeast-asia, stage: entered"),
    "an event": ("events", "closes", "has closed"),
    "a company": ("companies/fair-bean", "name: Fair Bean Alliance", "name: Fairer Bean Alliance"),
}
"""What a page says that is no number: the file below data/, the words, and other words."""


def test_the_version_covers_what_is_no_number(coffee: Mapping[str, str], tmp_path: Path) -> None:
    """A fact that changes gives the pages that say it another version, and no other page; what rests on it with it."""
    after = edited(COFFEE, tmp_path, *FACTS.values())
    found = {path.removesuffix("/index.html") for path in coffee if version(coffee[path]) != version(after[path])}
    claims = {"laguna-capsules", "coffee-better", "kissa-in-southeast-asia", "nobody-knows-kissa"}
    companies = {"laguna", "atlantic", "kissa", "bergblick", "fair-bean"}
    briefs = {"who-is-who-among-roasters"}
    own = (("claims", claims), ("companies", companies), ("briefs", briefs))
    assert found == {f"{folder}/{id}" for folder, ids in own for id in ids} | {"index.html"}


def test_the_kind_of_a_source_belongs_to_the_version(coffee: Mapping[str, str], tmp_path: Path) -> None:
    """A source that is of another kind changes the version of every page that names it, and no other."""
    url = "url: https://example.org/laguna/2025\n  published: 2026-03-02\n  kind: "
    after = edited(COFFEE, tmp_path, ("sources/all", f"{url}company", f"{url}press"))
    cited = {path: version(page) != version(after[path]) for path, page in coffee.items() if version(page)}
    naming = {path for path in cited if "sources/laguna-ar-2025/" in coffee[path]}
    assert naming
    assert [path for path in naming if not cited[path]] == []
    assert not cited["companies/bergblick/index.html"]


def test_references_are_copied_by_keyboard(site: Built, browser: Browser) -> None:
    """Cite opens by Enter, each text has a button behind it that copies the text; without a script the texts stand.

    A site without an address of its own is cited by the one in the browser; a reader without scripts is told to do so.
    """
    page = opened(browser, site, first(site, "companies/"), permissions=["clipboard-read", "clipboard-write"])
    page.locator(".cite-as summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Copy the reference")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite-as p[data-copy]").inner_text()
    assert page.url in copied
    page.context.close()
    bare = opened(browser, site, first(site, "companies/"), java_script_enabled=False)
    bare.locator(".cite-as summary").click()
    expect(bare.locator(".cite-as pre")).to_be_visible()
    expect(bare.locator(".cite-as p").first).to_contain_text("Replace ")
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


@pytest.mark.parametrize("name", ["", "companies/"])
def test_how_a_page_is_cited_is_within_reach(site: Built, browser: Browser, name: str) -> None:
    """On a telephone the menu leads there, on the home page a line below the finding too; what it leads to is open."""
    page = opened(browser, site, name and first(site, name), viewport={"width": 390, "height": 844})
    address, ways = page.url, 2 if name == "" else 1
    links = page.locator("a[href='#cite']")
    assert links.count() == ways
    for at in range(ways):
        page.goto(address)
        link = links.nth(at)
        if link.locator("xpath=ancestor::nav").count():
            page.locator(".menu > summary").click()
        assert link.evaluate("each => each.getBoundingClientRect().bottom") <= 844
        link.click()
        expect(page.get_by_role("button", name="Copy the reference")).to_be_in_viewport()
    page.context.close()
