"""The files of a project in `templates/assets/` that are no stylesheets: each is what its name says."""

from __future__ import annotations

from pathlib import PurePosixPath

from sitegen.charts.fonts import readable
from sitegen.disk import not_utf8
from sitegen.disk.kinds import no_font, pretended
from sitegen.disk.pixels import damaged
from sitegen.load.publishable import PICTURES
from sitegen.problems import Place, Problem
from sitegen.theme import BUILD_ONLY

TEXTS = (".js", ".mjs", ".json", ".svg", ".txt")


def asset_fault(path: str, content: bytes) -> Problem | None:
    """The Problem of an asset that browsers, or the drawing of charts, cannot read; None if there is none.

    path: of its file.
    """
    ending = PurePosixPath(path).suffix.lower()
    if ending in TEXTS:
        return not_utf8(path, content)
    if (other := no_font(path.lower(), content)) is not None:
        return _fault(path, f"this is no font, though its name ends in {ending}: {other[0]}", other[1])
    if ending in BUILD_ONLY and not readable(content):
        hint = "put the file in its place as its maker gives it, for a desktop"
        return _fault(path, "this font cannot be read: charts are drawn with it", hint)
    if ending.removeprefix(".") in PICTURES:
        if (other := pretended(content)) is not None:
            return _fault(path, f"this is no picture, though its name ends in {ending}: {other[0]}", other[1])
        if (other := damaged(content)) is not None:
            return _fault(path, f"this picture cannot be shown: {other[0]}", other[1])
    return None


def _fault(path: str, message: str, hint: str) -> Problem:
    return Problem(Place(path), "file-kind", message, hint)
