"""The icon of the site for every place that shows one, drawn from one SVG, and the manifest that names them."""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from sitegen import urls
from sitegen.cards.png import reduced
from sitegen.charts.engine import to_png
from sitegen.model.tracker import Tracker
from sitegen.pages.output import Output
from sitegen.tokens import COLOURS

SMALL, TOUCH, LARGE = 32, 180, (192, 512)
"""Sizes in pixels: for old browsers, for a phone's home screen, and for the manifest."""
PART = 0.75
"""How much of the width of a large icon the drawing takes: phones cut the rest off, round or square."""


def icons(tracker: Tracker, icon: bytes, fonts: Path) -> Iterator[Output]:
    """Every icon that the project does not bring itself, and the manifest. icon: as SVG. fonts: those it may use."""
    own = {urls.file_url(file) for file in tracker.files}
    if urls.FAVICON not in own and own & {urls.OLD_ICON, "/favicon.png"}:
        return  # the project's own icon is no drawing, and ours is not its
    large = {urls.TOUCH_ICON: TOUCH, **{urls.icon_url(size): size for size in LARGE}}
    for url, size in large.items():
        if url not in own:
            yield Output(urls.output_path(url), reduced(drawn(icon, size, fonts, PART)))
    if urls.OLD_ICON not in own:
        yield Output(urls.output_path(urls.OLD_ICON), _ico(drawn(icon, SMALL, fonts)))
    if urls.MANIFEST not in own:
        yield Output(urls.output_path(urls.MANIFEST), _manifest(tracker))


def drawn(icon: bytes, size: int, fonts: Path, part: float = 1) -> bytes:
    """The icon as a PNG, in the middle of a square of so many pixels; on paper where it does not fill it.

    icon: as SVG. fonts: those it may use. part: how much of the width it takes.
    """
    wide = size * part
    edge = (size - wide) / 2
    paper = "" if part == 1 else f'<rect width="{size}" height="{size}" fill="{COLOURS["paper"][0]}"/>'
    image = f"data:image/svg+xml;base64,{b64encode(icon).decode()}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{paper}'
        f'<image x="{edge:g}" y="{edge:g}" width="{wide:g}" height="{wide:g}" href="{image}"/></svg>'
    )
    return to_png(svg, fonts)


def _ico(png: bytes) -> bytes:
    """A PNG in the head that an `.ico` file has: one picture, and where it begins."""
    head = struct.pack("<HHH", 0, 1, 1)
    return head + struct.pack("<BBBBHHII", SMALL, SMALL, 0, 0, 1, 32, len(png), len(head) + 16) + png


def _manifest(tracker: Tracker) -> bytes:
    """What a browser asks of a site that is put on a home screen: its name, colours and icons, all beside it."""
    site, paper = tracker.site, COLOURS["paper"][0]
    found = {
        "name": site.name,
        "lang": site.locale.language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": f".{urls.icon_url(size)}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in LARGE
            for purpose in ("any", "maskable")
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
