"""The icon of the site for every place that shows one, drawn from one SVG, and the manifest that names them."""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sitegen import urls
from sitegen.cards.png import edge, reach, slim
from sitegen.charts.engine import to_png
from sitegen.model.tracker import Tracker
from sitegen.pages.output import Output
from sitegen.tokens import COLOURS

SMALL, TOUCH, LARGE = 32, 180, (192, 512)
"""Sizes in pixels: for old browsers, for a phone's home screen, and for the manifest."""
SAFE = 0.4
"""How far from the middle of an icon phones cut nothing off, as a part of its width."""
MEASURED = 128
"""An icon is measured at so many pixels."""
Drawn = Callable[[int], bytes]
"""A form of the icon, at a width in pixels."""


def icons(tracker: Tracker, icon: bytes, fonts: Path) -> Iterator[Output]:
    """Every icon that the project does not bring itself, and the manifest. icon: as SVG. fonts: those it may use."""
    own = {urls.file_url(file) for file in tracker.files}
    if urls.FAVICON not in own and own & {urls.OLD_ICON, "/favicon.png"}:
        return  # the project's own icon is no drawing, and ours is not its
    plain, filled = partial(drawn, icon, fonts=fonts), _filled(icon, fonts)
    forms: dict[str, tuple[Drawn, int]] = {urls.icon_url(size): (plain, size) for size in LARGE}
    forms |= {urls.maskable_url(size): (filled, size) for size in LARGE}
    for url, (form, size) in {urls.TOUCH_ICON: (filled, TOUCH), **forms}.items():
        if url not in own:
            yield Output(urls.output_path(url), slim(form(size)))
    if urls.OLD_ICON not in own:
        yield Output(urls.output_path(urls.OLD_ICON), _ico(slim(plain(SMALL))))
    if urls.MANIFEST not in own:
        yield Output(urls.output_path(urls.MANIFEST), _manifest(tracker))


def drawn(icon: bytes, size: int, fonts: Path, ground: str = "", part: float = 1) -> bytes:
    """The icon as a PNG, in the middle of a square of so many pixels.

    icon: as SVG. fonts: those it may use. ground: the colour behind it, or "" for none. part: how much of the width
    it takes.
    """
    wide = size * part
    start = (size - wide) / 2
    behind = f'<rect width="{size}" height="{size}" fill="{ground}"/>' if ground else ""
    image = f"data:image/svg+xml;base64,{b64encode(icon).decode()}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{behind}'
        f'<image x="{start:g}" y="{start:g}" width="{wide:g}" height="{wide:g}" href="{image}"/></svg>'
    )
    return to_png(svg, fonts)


def _filled(icon: bytes, fonts: Path) -> Drawn:
    """The icon on a ground up to the edge, as small as keeps its sign whole where phones cut it round.

    The ground has the colour of the tile that the sign stands on, and that of paper where there is none.
    """
    ground = edge(drawn(icon, MEASURED, fonts)) or COLOURS["paper"][0]
    far = reach(drawn(icon, MEASURED, fonts, ground), ground)
    return partial(drawn, icon, fonts=fonts, ground=ground, part=min(1, SAFE / far) if far else 1)


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
            {"src": f".{url(size)}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in LARGE
            for purpose, url in (("any", urls.icon_url), ("maskable", urls.maskable_url))
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
