"""Tokens: every pair of colours that meets on a page can be read, and nothing repeats them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.charts.look.vision import APART, apart
from sitegen.theme import STYLES, Theme
from sitegen.tokens import COLOURS, PALETTE, SIZES, colours, contrast, stylesheet

ROOT = Path(__file__).parent.parent
THEMES = ("light", "dark")
PAPERS = ("paper", "tint")
TEXTS = ("ink", "muted", "accent", "warn", "good", "bad")
MARKS = ("axis", *(f"c-{number}" for number in range(1, 9)), "seq-3", "seq-4", "seq-5")
NAMED = re.compile(r"var\(--([a-z0-9-]+)")


def mixed(one: str, other: str, share: float) -> str:
    """What `color-mix(in srgb, one share, other)` gives."""
    pairs = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.mark.parametrize("theme", range(2), ids=THEMES)
def test_text_can_be_read(theme: int) -> None:
    """Every colour of text has 4.5:1 against every paper that it stands on."""
    pairs = [(text, paper) for text in TEXTS for paper in PAPERS]
    pairs += [(f"on-{number}", f"{hue}-{number}") for number in range(1, 6) for hue in ("seq", "low")]
    assert [p for p in pairs if contrast(*(COLOURS[name][theme] for name in p)) < 4.5] == []


@pytest.mark.parametrize("theme", range(2), ids=THEMES)
def test_marks_can_be_seen(theme: int) -> None:
    """Every colour of a mark has 3:1 against the paper; the steps of a quantity differ from one to the next."""
    assert [mark for mark in MARKS if contrast(COLOURS[mark][theme], COLOURS["paper"][theme]) < 3] == []
    for hue in ("seq", "low"):
        steps = [COLOURS[f"{hue}-{number}"][theme] for number in range(1, 6)]
        assert all(contrast(one, other) >= 1.25 for one, other in pairwise(steps))


@pytest.mark.parametrize("theme", range(2), ids=THEMES)
def test_below_and_above_zero_differ_for_every_eye(theme: int) -> None:
    """A step below zero and the one as far above it are as strong as each other and of hues that all can tell apart."""
    pairs = [(COLOURS[f"low-{number}"][theme], COLOURS[f"seq-{number}"][theme]) for number in range(1, 6)]
    assert [pair for pair in pairs if apart(*pair) < APART] == []
    assert [pair for pair in pairs if contrast(*pair) > 1.05] == []


@pytest.mark.parametrize("theme", range(2), ids=THEMES)
def test_names_of_marks_can_be_read(theme: int) -> None:
    """The name of a line, in its colour mixed with ink, has 4.5:1 against the paper."""
    named = (mixed(pair[theme], COLOURS["ink"][theme], 0.6) for pair in PALETTE)
    assert [colour for colour in named if contrast(colour, COLOURS["paper"][theme]) < 4.5] == []


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_every_variable_is_a_token() -> None:
    """The stylesheets and charts use no variable that nobody sets, and repeat no colour of the tokens."""
    theme = Theme.of(ROOT)
    css = "".join(theme.styles.values())
    code = "".join(path.read_text() for path in (ROOT / "sitegen" / "charts").glob("*.py"))
    own = set(re.findall(r"(?<![\w-])--([a-z0-9-]+):", css))
    known = {*COLOURS, *SIZES, *own, "e-", "c-", "seq-", "low-", "on-"}
    assert set(NAMED.findall(css + code)) - known == set()
    assert re.findall(r"#[0-9a-f]{6}\b", css) == []


def test_the_sites_own_colours_win() -> None:
    """An accent and the entities' colours stand in the stylesheet, each once."""
    css = stylesheet(colours(("#123456", "#abcdef"), {"aito": ("#b3382c", "#f0806f")}))
    assert css.count("--accent: light-dark(#123456, #abcdef);") == 1
    assert css.count("--accent:") == 1
    assert "--e-aito: light-dark(#b3382c, #f0806f);" in css


def test_a_project_overrides_one_stylesheet(tmp_path: Path) -> None:
    """A project's own stylesheet goes in the place of ours of the same name, and any other comes last."""
    folder = tmp_path / "templates" / "assets"
    folder.mkdir(parents=True)
    (folder / "print.css").write_text("@media print { body { color: red } }")
    (folder / "own.css").write_text("h1 { color: red }")
    styles = Theme.of(tmp_path).styles
    assert tuple(styles) == (*STYLES, "own.css")
    assert styles["print.css"] == "@media print { body { color: red } }"
    assert styles["base.css"] == Theme.of(ROOT).styles["base.css"]
