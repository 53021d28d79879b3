"""docs/charts.md: every kind has its section, its keys and an example that its shape accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chart_samples import chart, drawn, own, planned

from sitegen.charts.kinds import KINDS
from sitegen.charts.own import NEEDS, TAKES
from sitegen.charts.planning import plan
from sitegen.figures import Figures
from sitegen.kinds import KINDS as REGISTER
from sitegen.load import load
from sitegen.load.shape.shapes import FILES
from sitegen.load.shape.validate import validate
from sitegen.model.chart import Chart
from sitegen.reading.yaml import read_yaml

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", TEXT, flags=re.MULTILINE | re.DOTALL))
OWN = "A kind of your own"
MARKS = "Reference lines, bands and focus"
LEFT = "Nothing is left out in silence"


def keys_after(word: str, section: str) -> set[str]:
    """The keys that a section names after "Needs" or "Takes"."""
    found = re.search(rf"{word} ([^.]*)\.", section)
    assert found is not None
    return set(re.findall(r"`([a-z]+)`", found[1]))


def test_every_kind_has_a_section() -> None:
    """No kind without a section, and none more."""
    assert set(SECTIONS) == {LEFT, MARKS, *KINDS, OWN}


@pytest.mark.parametrize("kind", KINDS)
def test_keys_are_those_of_the_table(kind: str) -> None:
    """What a section says that a kind needs and takes is what the table says; one may ask for its keys itself."""
    needs, takes = keys_after("Needs", SECTIONS[kind]), keys_after("Takes", SECTIONS[kind])
    own = set[str]() if KINDS[kind].needs else needs
    assert needs == {*KINDS[kind].needs, *own}
    assert {*takes, *own} == set(KINDS[kind].takes)


def test_keys_of_own_kinds() -> None:
    """The same for kinds of the project's own."""
    assert keys_after("Needs", SECTIONS[OWN]) == set(NEEDS)
    assert keys_after("Takes", SECTIONS[OWN]) == set(TAKES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_picture(kind: str) -> None:
    """The section shows a drawing of its kind, which brings its colours and fits beside the text."""
    assert f"](charts/{kind}.svg)" in SECTIONS[kind]
    picture = (Path(__file__).parent.parent / "docs" / "charts" / f"{kind}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 720 ' in picture
    assert len(picture) < 60_000


@pytest.mark.parametrize("title", [title for title in SECTIONS if title != LEFT])
def test_the_yaml_is_valid(title: str) -> None:
    """The example of each kind is read by the shape of a chart."""
    (example,) = re.findall(r"```yaml\n(.*?)```", SECTIONS[title], flags=re.DOTALL)
    document, problems = read_yaml("example.yaml", example)
    assert document is not None
    assert [*problems, *validate(FILES["chart"], document)[1]] == []


def test_every_example_is_drawn_whole() -> None:
    """The examples, and the kind of one's own, are charts of this site's data, of which nothing is left out or idle."""
    (source,) = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)
    shown = [section for title, section in SECTIONS.items() if title != LEFT]
    blocks = [block for section in shown for block in re.findall(r"```yaml\n(.*?)```", section, flags=re.DOTALL)]
    files = {f"data/charts/docs-{number}.yaml": block.encode() for number, block in enumerate(blocks)}
    known = load(ROOT, REGISTER, instead=files | {"templates/charts/area.py": source.encode()})
    figures = Figures(known)
    plans = [plan(known.charts[Path(file).stem], figures) for file in files]
    assert [each if isinstance(each, list) else each.left for each in plans] == [()] * len(blocks)


def test_the_python_draws() -> None:
    """The kind shown in the docs works as it stands."""
    (source,) = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)
    of = own(source)
    drawing = drawn(chart("mine", series=["aito.deliveries"], options={"opacity": "0.3"}), of, kinds=of.kinds)
    assert 'viewBox="0 0 720 340"' in drawing.wide


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("value", chart("mine", series=["aito.deliveries"])),
        ("observation", chart("mine", figures=["aito.deliveries@2025-Q1"])),
        ("entry", chart("mine", companies=("aito",))),
        ("event", chart("mine", events=("listing",))),
    ],
)
def test_every_column_of_a_row_is_documented(what: str, asked: Chart) -> None:
    """The table of rows names each key that a row of that kind has; "as for" and "as above" name those of another."""
    told = {
        name: set(re.findall(r"`([a-z_]+)`", keys)) for name, keys in re.findall(r"^\| `(\w+)` \|(.*)$", TEXT, re.M)
    }
    known = told[what] | {"what"} | (told["value"] if what == "observation" else told["entry"])
    rows = [row for row in planned(asked, own("")).rows if row["what"] == what]
    assert rows
    assert {key for row in rows for key in row} - known == set()
