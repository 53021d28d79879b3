"""Charts, rankings and claims in frames of other sites: their pages, the code for them, and the file for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urljoin

import pytest
from small import made

from sitegen.pages.record.card import published

BASE = "https://data.desk.eu/boats/"
THINGS = {"charts/": "pages", "rankings/": "pages", "claims/": "coffee"}
"""The folder of each kind of thing that can be embedded, and a site that has some."""
FONT = re.compile(r'<link rel="preload" as="font"[^>]*/([^/"]+)">')
CODE = re.compile(r'<pre data-copy="Copy the (?:code|script)">(.*?)</pre>', re.DOTALL)


def built(site: str, base: str | None = BASE) -> Mapping[str, bytes]:
    """The outputs of a site, in memory."""
    return made(site, base).outputs


@pytest.fixture(scope="module")
def sites() -> Mapping[str, Mapping[str, str]]:
    """The text files of the sites with things to embed, at a public address."""
    texts = (".html", ".json", ".xml")
    return {
        site: {path: content.decode() for path, content in built(site).items() if path.endswith(texts)}
        for site in set(THINGS.values())
    }


def things(pages: Mapping[str, str], folder: str) -> list[str]:
    """The folders of the things of a kind: those of all pages below its list that lie one step down."""
    found = {path.split("/")[1] for path in pages if re.fullmatch(f"{folder}[^/]+/index.html", path)}
    return [f"{folder}{id}/" for id in sorted(found)]


@pytest.mark.parametrize("folder", THINGS)
def test_every_thing_has_a_page_for_frames(sites: Mapping[str, Mapping[str, str]], folder: str) -> None:
    """It has the thing and the way to its page and nothing around them, and search engines leave it out."""
    pages = sites[THINGS[folder]]
    assert things(pages, folder)
    for thing in things(pages, folder):
        page = pages[f"{thing}embed/index.html"]
        whole = re.search('<p class="whole"><a href="([^"]*)"', page)
        assert whole is not None
        canonical = urljoin(f"{BASE}{thing}embed/", whole[1]).partition("#")[0]
        assert f'<link rel="canonical" href="{canonical}">' in page
        assert canonical.removeprefix(BASE) + "index.html" in pages
        assert '<meta name="robots" content="noindex">' in page
        assert '<base target="_top">' in page
        assert FONT.findall(page) == FONT.findall(pages["index.html"]) != []  # else it begins in others
        assert re.search("masthead|data-note|colophon|#source-", page) is None
        assert f"{thing}embed/" not in pages["sitemap.xml"]


@pytest.mark.parametrize("folder", THINGS)
def test_the_code_to_copy_is_the_one_that_programs_find(sites: Mapping[str, Mapping[str, str]], folder: str) -> None:
    """The page of a thing names its oEmbed file, which has the code of the page."""
    pages = sites[THINGS[folder]]
    for thing in things(pages, folder):
        page = pages[f"{thing}index.html"]
        if 'http-equiv="refresh"' in page:
            continue
        code, listener = map(unescape, CODE.findall(page))
        assert "embed-height" in listener
        frame = re.fullmatch(
            r'<iframe src="([^"]*)" title="([^"]+)" width="100%" height="(\d+)" sandbox="([a-z -]*)" loading="lazy" '
            r'style="border:0"></iframe>',
            code,
        )
        assert frame is not None
        assert frame[1] == f"{BASE}{thing}embed/"
        assert "allow-same-origin" not in frame[4]
        assert f'type="application/json+oembed" title="{page.split("og:title")[1].split(chr(34))[2]}"' in page
        assert f'href="{BASE}{thing}embed/oembed.json"' in page
        said = json.loads(pages[f"{thing}embed/oembed.json"])
        assert said["html"] == code
        assert (said["version"], said["type"], said["height"]) == ("1.0", "rich", int(frame[3]))
        assert unescape(frame[2]) == said["title"]


def test_a_site_without_a_public_address_says_what_to_fill_in() -> None:
    """There is no oEmbed file, and the page names the address to replace."""
    outputs = built("pages", None)
    page = outputs["charts/trips/index.html"].decode()
    assert "Replace https://example.org/a/b/ with the beginning of the address in your browser;" in page
    assert "oembed" not in page
    assert [path for path in outputs if "oembed" in path] == []
    assert "Replace" not in built("pages")["charts/trips/index.html"].decode()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://tracker.desk.eu/a/", True),
        ("https://example.org/a/", False),
        ("https://data.example.com/", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1:8000/", False),
        ("https://ours.test/", False),
        ("https://counterexample.org/", True),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    """Addresses for examples, and those of one's own machine, lead nobody else anywhere."""
    assert published(address) == public


def test_an_embedded_number_is_used_where_its_page_is(sites: Mapping[str, Mapping[str, str]]) -> None:
    """Frames are no pages of their own: nothing that lists who uses a number or a source names one."""
    for pages in sites.values():
        assert [
            path for path, text in pages.items() if "/embed/" not in path and re.search(r'href="[^"]*embed/"', text)
        ] == []
