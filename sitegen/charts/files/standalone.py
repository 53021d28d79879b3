"""A drawing as a file of its own, with its colours in it, and with its letters where it is to be saved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.charts.files.letters import Letters
from sitegen.tokens import Pair

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)")


def standalone(svg: str, pairs: Mapping[str, Pair], letters: Letters | None) -> str:
    """A drawn chart as a file of its own, with those of the colours that it has.

    pairs: every colour for light and dark, by its name. letters: those that it holds itself; None where it was
    drawn without.
    """
    names = {"paper", *_VARIABLE.findall(svg)}
    used = {name: pair for name, pair in pairs.items() if name in names}
    light = "".join(f"--{name}:{pair[0]};" for name, pair in used.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in used.items())
    cut = "" if letters is None else letters.faces(svg)
    exact = "text{text-rendering:geometricPrecision}"  # as wide as measured, also where the picture is scaled
    style = f"<style>{cut}{exact}:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    head, close, body = svg.partition(">")
    return f'{head}{close}{style}<rect width="100%" height="100%" fill="var(--paper)"/>{body}'
