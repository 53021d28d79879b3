"""A drawing with its colours and its letters in it."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.charts.files.letters import faces
from sitegen.charts.look.colours import palette
from sitegen.model.tracker import Tracker
from sitegen.tokens import colours

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)")


def standalone(svg: str, tracker: Tracker, fonts: Path | None) -> str:
    """A drawn chart as a file of its own: its colours are in it, for light and dark, and its letters by the fonts."""
    pairs = colours(tracker.site.accent, palette(tracker))
    names = {"paper", *_VARIABLE.findall(svg)}
    used = {name: pair for name, pair in pairs.items() if name in names}
    light = "".join(f"--{name}:{pair[0]};" for name, pair in used.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in used.items())
    letters = "" if fonts is None else faces(svg, fonts)
    style = f"<style>{letters}:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    head, close, body = svg.partition(">")
    return f'{head}{close}{style}<rect width="100%" height="100%" fill="var(--paper)"/>{body}'
