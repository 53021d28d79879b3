"""No page is too large: how many elements it has, and how many bytes are sent of it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from browsing import file
from conftest import Built

from sitegen.build import make
from sitegen.settings import Settings

SITES = Path(__file__).parent / "sites"
COMPANY, OTHER, BYTES = 2500, 1500, 30 * 1024
"""The most elements of a company's page and of any other, and the most bytes of any page, compressed."""
FRAME, FRAME_BYTES = 700, 24 * 1024
"""The same of a page for frames of other sites."""
TAG = re.compile(rb"<[a-zA-Z]")


def public_tags() -> int:
    """How many elements a page has only where others can open it, such as those that name its card."""
    ours, public = (
        make(Settings(project=SITES / "pages", cache=False, base_url=base), lambda step: None).outputs
        for base in ("https://example.org/a/", "https://data.desk.eu/a/")
    )
    pages = [path for path in ours if path.endswith(".html")]
    return max(len(TAG.findall(public[page])) - len(TAG.findall(ours[page])) for page in pages)


def test_no_page_is_too_large(site: Built) -> None:
    """The elements of every page, and its bytes as a host sends them."""
    large = []
    more = public_tags()
    for page in site.pages:
        content = file(site, page).read_bytes()
        elements, sent = len(TAG.findall(content)) + more, len(gzip.compress(content, mtime=0))
        if elements > (COMPANY if re.fullmatch("companies/[^/]+/", page) else OTHER) or sent > BYTES:
            large.append(f"{page}: {elements} elements, {sent} bytes")
    assert large == []


def test_no_page_for_frames_is_too_large(site: Built) -> None:
    """A frame is a part of another page, which may have several."""
    pages = {path: path.read_bytes() for path in site.folder.glob("*/*/embed/index.html")}
    assert pages
    assert {
        path: (len(TAG.findall(content)), sent)
        for path, content in pages.items()
        if (sent := len(gzip.compress(content, mtime=0))) > FRAME_BYTES or len(TAG.findall(content)) > FRAME
    } == {}


def test_what_a_number_fetches_is_no_larger(site: Built) -> None:
    """A file of notes is fetched on a phone when a number is pressed."""
    notes = {path: path.read_bytes() for path in site.folder.rglob("notes/*.html")}
    assert notes
    sizes = {path: (len(TAG.findall(each)), len(gzip.compress(each, mtime=0))) for path, each in notes.items()}
    assert {path: size for path, size in sizes.items() if size[0] > OTHER or size[1] > BYTES} == {}
