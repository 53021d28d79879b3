"""Signs that say how sure a value is, and the key that explains those that a chart uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.charts.plot import TEXT, Key, Row, given, is_firm, whole
from sitegen.figures.words import SIGNS
from sitegen.words import Locale


def _is_point(row: Row) -> bool:
    """Whether a row has one value; a range has none."""
    return row["value"] is not None


def _is_said(row: Row) -> bool:
    """Whether a source gives the one value of a row."""
    return _is_point(row) and not row["worked"]


def _is_hollow(row: Row) -> bool:
    """Whether the value of a row is not exact or is calculated."""
    return any(row[made] for made in ("approximate", "estimate", "worked", "derived", "bound"))


def _is_exact(row: Row) -> bool:
    """Whether a value is drawn as a full round dot."""
    return _is_point(row) and not _is_hollow(row)


def _differs(row: Row) -> bool:
    """Whether sources differ on the one value of a row, by so much that it is drawn."""
    return _is_point(row) and row["low"] is not None and whole(row) is not None


def _is_far(row: Row) -> bool:
    """Whether a value may be so far off that it is drawn."""
    return row.get("least") is not None and whole(row) is not None


INK, MUTED = "var(--ink)", "var(--muted)"
RANGE, ABOUT, FAR, PLAN, WORKED, SUM, SPREAD = "range", "about", "off", "plan", "worked", "sum", "spread"
CALCULATED = "calculated"

POINTS: tuple[tuple[str, str, Callable[[Row], object]], ...] = (
    ("hollow", ABOUT, lambda r: _is_said(r) and r["approximate"] and not r["estimate"]),
    ("ahead", PLAN, lambda r: _is_said(r) and r["estimate"]),
    ("hollow", CALCULATED, lambda r: (r["worked"] or r["derived"]) and not r["bound"]),
    ("more", "at-least", lambda r: r["bound"] == "at-least"),
    ("less", "at-most", lambda r: r["bound"] == "at-most"),
    ("spread", SPREAD, _differs),
    ("spread", FAR, _is_far),
    ("spread", RANGE, lambda r: r["value"] is None),
)
"""Signs of points: name, the end of the id of what it means, and which rows have it."""

EXACT = ("point", "exact", _is_exact)
"""The sign of a value as it was published, which is explained where others stand beside it."""
LINES = (*POINTS, ("dashes", "dashes", lambda r: _is_point(r) and not is_firm(r)))
"""Signs of points on lines, which are dashed to and from some."""
ACROSS = tuple((f"{name}_aside" if id.startswith("at-") else name, id, has) for name, id, has in POINTS)
"""Signs of points where values go to the right, and with them the arrows."""
BARS: tuple[tuple[str, str, Callable[[Row], object]], ...] = (
    ("open", WORKED, lambda r: r["worked"]),
    ("sum", SUM, lambda r: r["derived"]),
    ("dashed", PLAN, lambda r: r["estimate"]),
    ("spread", SPREAD, _differs),
    ("spread", FAR, _is_far),
    ("pale", RANGE, lambda r: r["value"] is None),
)
"""Signs of bars."""


def less_key(locale: Locale) -> Key:
    """What says that the longest bar is not the best."""
    return Key("", MUTED, locale.say("charts.sign.less"))


def key_of(
    rows: Iterable[Row], signs: Iterable[tuple[str, str, Callable[[Row], object]]], locale: Locale
) -> tuple[Key, ...]:
    """The signs that at least one drawn row has, explained: each in one line; the full dot where others stand by it."""
    drawn, signs = [row for row in rows if given(row)], [*signs]
    said: dict[str, str] = {}
    for name, id, has in signs:
        if any(has(row) for row in drawn):
            words = locale.say(f"charts.sign.{id}")
            said[name] = locale.say("charts.either", one=said[name], other=words) if name in said else words
    dots = any(name == "hollow" for name, *_ in signs) and any(map(_is_exact, drawn))
    exact = {EXACT[0]: locale.say(f"charts.sign.{EXACT[1]}")} if said and dots else {}
    return tuple(Key(name, INK, words) for name, words in {**exact, **said}.items())


def brief_key(rows: Iterable[Row], locale: Locale, name: str = "brief") -> tuple[Key, ...]:
    """The signs before numbers that stand without words."""
    said = [str(row[name]) for row in rows if given(row)]
    used = (bound for bound, sign in SIGNS.items() if sign and any(text.startswith(sign) for text in said))
    return tuple(Key(f"{TEXT}{SIGNS[bound]}", MUTED, locale.say(f"charts.brief.{bound}")) for bound in used)


ARROW = 4.0
"""How far an arrow reaches, in halves of the root of the size of a point."""
_DOT = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
SHAPES = {
    ("at-least", True): f"{_DOT}M0,-1V-4M-1.1,-2.9L0,-4L1.1,-2.9",
    ("at-most", True): f"{_DOT}M0,1V4M-1.1,2.9L0,4L1.1,2.9",
    ("at-least", False): f"{_DOT}M1,0H4M2.9,-1.1L4,0L2.9,1.1",
    ("at-most", False): f"{_DOT}M-1,0H-4M-2.9,-1.1L-4,0L-2.9,1.1",
}
"""The sign of a limit: a point at its value, and a thin arrow to where the true one may be, up or to the right."""


def shape(row: Row, *, upright: bool = True) -> str:
    """The Vega shape of a point. upright: whether values go up; else they go to the right."""
    if row["bound"]:
        return SHAPES["at-least" if row["bound"] == "at-least" else "at-most", upright]
    return "triangle-right" if row["estimate"] else "circle"


def fill(row: Row) -> str | float | bool | None:
    """The fill of a point: its colour, or the paper's where the value is not exact or is calculated."""
    return "var(--paper)" if _is_hollow(row) else row["color"]
