"""`sitegen import` of tables that lie, break or hide something: no traceback, no value lost unseen, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from sitegen.cli import main
from sitegen.editing.table.grid import read_text
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project

NEW = ("--source", "https://example.org/new", "--publisher", "G", "--kind", "press", "--published", "2026-08", "--yes")
HEAD = "name,2026-Q1\n"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter; no test of a refused table changes it."""
    init_project(tmp_path_factory.mktemp("hostile") / "tracker")
    return tmp_path_factory.getbasetemp() / "hostile0" / "tracker"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A starter of one's own."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def load(project: Path, table: str | bytes | Workbook, *arguments: str) -> Result:
    """What the command says of a table."""
    name = "table.xlsx" if isinstance(table, Workbook) else "table.csv"
    path = project.parent / name
    if isinstance(table, Workbook):
        table.save(path)
    else:
        path.write_bytes(table.encode() if isinstance(table, str) else table)
    return CliRunner().invoke(
        main, ["import", "--project", str(project), str(path), "--metric", "loaves", *NEW, *arguments]
    )


def data(project: Path) -> dict[str, bytes]:
    """Every data file."""
    return {str(path): path.read_bytes() for path in sorted((project / "data").rglob("*.yaml"))}


def added(project: Path) -> list[str]:
    """The values that the table brought."""
    lines = [
        line.strip() for path in sorted(project.glob("data/series/*.yaml")) for line in path.read_text().split("\n")
    ]
    return [line.partition(", source: g-2026-08")[0] for line in lines if "g-2026-08" in line]


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "Latin-1": ("name;Q1 2026\nBäcker;30100\n".encode("latin-1"), "not UTF-8"),
    "GB18030": ("名称,2026-Q1\nHarbour,3万\n".encode("gb18030"), "not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
    "a point between thousands": ("name;Q1 2026\nHarbour;30.100\n", "--decimal ,"),
    "a comma for a point": ("name;Q1 2026\nHarbour;30.100,0\n", "--decimal ,"),
    "quotes without end": (HEAD + '"Harbour,30100\nNorthfield,2\n', "a quotation mark too many"),
    "a huge cell": (HEAD + '"' + "x" * 200_000 + '",3\n', "unknown-entity"),
    "a place left out": ("name,2026-Q1,2026-Q2\nHarbour,30100\nNorthfield,1,2\n", "the head goes on to column C"),
    "a comma in each number": ("name,2026-Q1\nHarbour,30,100\n", 'stands in quotes: "51,000"'),
    "quarters in Roman numerals": ("name,I/2026,II/2026\nHarbour,1,2\n", '"I/2026", "II/2026" may be periods'),
    "periods that are none, long": (
        "entity,period,value\nHarbour,I/2026,1\nHarbour,II/2026,2\nNorthfield,I/2026,3\n",
        '"I/2026" is not a period, nor is what stands in 2 cells like it',
    ),
    "no period": (
        "entity,period,value\nHarbour,2026-Q1,1\nHarbour,,51000\n",
        "write the period of each value into its row",
    ),
    "months among quarters": (
        "name,Jan-26,Feb-26,Mar-26\nHarbour,1,2,3\n",
        "2026-01 and 2 more are shorter than the quarter that the series promises",
    ),
    "more cells than heads": (HEAD + "Harbour,30100,4\n", 'no head stands above "4"'),
    "more cells than heads, long": ("entity,period,value\nHarbour,2026-Q1,1,2\n", 'no head stands above "2"'),
    "one period twice": ("name,2026-Q1,Q1 2026\nHarbour,30100,30200\n", "row 2, column B already"),
    "one row twice": (HEAD + "Harbour,30100\nharbour,30200\n", "row 2, column B already"),
    "#N/A": (HEAD + "Harbour,#N/A\n", "is not a number"),
    "nan": (HEAD + "Harbour,nan\n", "is not a number"),
    "infinite": (HEAD + "Harbour,inf\n", "is not a number"),
    "an exponent": (HEAD + "Harbour,1e400\n", "write all digits"),
    "5,000 digits": (HEAD + f"Harbour,{'9' * 5000}\n", "at most 15 digits"),
    "below zero": (HEAD + "Harbour,-5\n", "below zero"),
    "a negative share": (HEAD + "Harbour,-5%\n", 'is in "%"'),
    "in brackets": (HEAD + "Harbour,(500)\n", "-500 is below zero"),
    "a raised footnote": (HEAD + "Harbour,30100¹\n", "footnote"),
    "a star": (HEAD + "Harbour,30100*\n", "footnote"),
    "a footnote in brackets": (HEAD + "Harbour,30100 [1]\n", "footnote"),
    "a range upside down": (HEAD + "Harbour,45-40k\n", "from a lower to a higher"),
    "a formula": (HEAD + "Harbour,=A1*2\n", "a formula"),
    "a command": (HEAD + "Harbour,@SUM(A1)\n", "is not a number"),
    "Indian groups": (HEAD + 'Harbour,"1,00,000"\n', "is not a number"),
    "half a loaf": (HEAD + "Harbour,30100.5\n", "count-decimals"),
    "a jump": (HEAD + "Harbour,1.2亿\n", "sudden-jump"),
    "a day of a spreadsheet": ("entity,period,value\nHarbour,46023,30100\n", "the day 2026-01-01"),
    "a shorter period": ("name,2026-01\nHarbour,1\n", "period-cadence"),
    "a later century": ("name,2099\nHarbour,1\n", "future-value"),
    "a month too many": ("name,2026-13,2026-Q1\nHarbour,1,2\n", '"2026-13" is not a period'),
    "points for thousands": (HEAD + "Harbour,1.234.567\n", "write 1234567"),
    "thousands above": ("Loaves in thousands,\n" + HEAD + "Harbour,31\n", '"Loaves in thousands" stands above'),
    "millions at the corner": ("Mio. Brote,2026-Q1\nHarbour,31\n", "stands above the table"),
    "a forecast above": ("Forecast of the bakery,\n" + HEAD + "Harbour,30100\n", "stands above the table"),
    "a change above": ("同比增长,\n" + HEAD + "Harbour,30100\n", "stands above the table"),
    "a German sum": (HEAD + "Harbour,1\nInsgesamt,2\n", "table-sum"),
    "a Chinese sum": (HEAD + "Harbour,1\n总计,2\n", "table-sum"),
    "a French sum": (HEAD + "Harbour,1\nTotal général,2\n", "table-sum"),
    "a hidden mark": (HEAD + "\u202eHarbour,1\n", "unknown-entity"),
    "an expression": ("entity,period,value,note\nHarbour,2026-Q1,30100,{{ x }}\n", "expression-syntax"),
    "a script": ("entity,period,value,source\nHarbour,2026-Q1,1,javascript:alert(1)\n", "not a web address"),
    "a byte of nothing": (b"name,2026-Q1\nHarbour,30\x00100\n", "error"),
    "nothing": ("", "table-layout"),
    "a head alone": ("period,harbour.loaves\n", "one row alone"),
    "days with the month first": ("period,harbour.loaves\n03/04/2026,5\n", '"03/04/2026" is no period'),
    "100,000 rows": ("entity,period,value\n" + "Harbour,2026-Q1,1\n" * 100_000, "too-much"),
    "100,000 names": (HEAD + "".join(f"Who {number},1\n" for number in range(100_000)), "too-much"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_table_is_refused_whole(starter: Path, case: str) -> None:
    """It says what is wrong, and no file changes."""
    table, said = REFUSED[case]
    before = data(starter)
    result = load(starter, table)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert data(starter) == before


TAKEN: dict[str, tuple[str | bytes, list[str]]] = {
    "a byte order mark": (b"\xef\xbb\xbf" + HEAD.encode() + b"Harbour,30100\n", ["2026-Q1: {value: 30100"]),
    "UTF-16": ((HEAD + "Harbour,30100\n").encode("utf-16"), ["2026-Q1: {value: 30100"]),
    "line ends of old Macs": ("name,2026-Q1\rHarbour,30100\r", ["2026-Q1: {value: 30100"]),
    "empty columns": ("name,,2026-Q1,,\nHarbour,,30100,,\n", ["2026-Q1: {value: 30100"]),
    "one value twice": ("name,2026-Q1,Q1 2026\nHarbour,30100,30100\n", ["2026-Q1: {value: 30100"]),
    "Markdown": ("| name | 2026-Q1 |\n|---|---:|\n| Harbour | 30100 |\n", ["2026-Q1: {value: 30100"]),
    "wide digits": (HEAD + "Harbour,４５，３００\n", ["2026-Q1: {value: 45300"]),
    "ten thousands": (HEAD + "Harbour,4.53万\n", ["2026-Q1: {value: 45300, bound: approximate"]),
    "an empty cell at the end": ("name,2026-Q1,2026-Q2\nHarbour,30100,\n", ["2026-Q1: {value: 30100"]),
    "lakhs": (HEAD + "Harbour,0.4 lakh\n", ["2026-Q1: {value: 40000, bound: approximate"]),
    "at least": (HEAD + "Harbour,≥30100\n", ["2026-Q1: {value: 30100, bound: at-least"]),
    "a range": (HEAD + "Harbour,40-45k\n", ["2026-Q1: {value: {low: 40000, high: 45000}"]),
    "two lines in a note": (
        'entity,period,value,note\nHarbour,2026-Q1,30100,"two\nlines"\n',
        ["2026-Q1: {value: 30100"],
    ),
    "a title above": ("Loaves of Harbour in 2026,\n" + HEAD + "Harbour,30100\n", ["2026-Q1: {value: 30100"]),
    "a year above its quarters": (
        "name,2025,,2026,,Sum\n,Q3,Q4,Q1,Q2,\nHarbour,38150,49400,30100,30200,9\n",
        ["value: 38150", "value: 49400", "2026-Q1", "2026-Q2"],
    ),
    "a Chinese year above": ("名称,2026年,\n,一季度,二季度\nHarbour,30100,30200\n", ["2026-Q1", "2026-Q2"]),
}


@pytest.mark.parametrize("case", TAKEN)
def test_an_odd_table_that_says_what_it_means_is_read(project: Path, case: str) -> None:
    """Its values stand in the data as the table says them."""
    table, values = TAKEN[case]
    result = load(project, table, "--skip", "Sum")
    assert result.exit_code == 0, result.output
    found = added(project)
    assert len(found) == len(values)
    assert all(map(str.__contains__, found, values)), found


def sheets() -> Workbook:
    """A workbook with a sheet that is hidden and two that are shown, one with joined heads."""
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.title, hidden.sheet_state = "Notes", "hidden"
    first = book.create_sheet("Old")
    for row in (["name", "2026-Q1"], ["Harbour", 30100]):
        first.append(row)
    second = book.create_sheet("New")
    for heads in (["name", "2026", None], [None, "Q1", "Q2"]):
        second.append(heads)
    second.append(["Harbour", 30200, 30300])
    second.merge_cells("B1:C1")
    second.merge_cells("A1:A2")
    return book


def test_several_sheets_are_named_and_one_is_chosen(project: Path) -> None:
    """The first sheet that is shown is read and the others are named; heads that span cells hold for all of them."""
    result = load(project, sheets(), "--sheet", "Nwe")
    assert result.exit_code == 1
    assert 'no sheet "Nwe" is shown' in result.stderr
    assert 'did you mean "New"?' in result.stderr
    assert load(project, sheets(), "--sheet", "Notes").exit_code == 1
    assert load(project, sheets(), "--sheet", "new").exit_code == 0
    assert added(project) == ["2026-Q1: {value: 30200", "2026-Q2: {value: 30300"]


def test_the_first_sheet_says_that_there_are_others(project: Path) -> None:
    """Without a choice the others are named, for what they hold is not read."""
    result = load(project, sheets())
    assert result.exit_code == 0
    assert 'the sheet "Old" is read; --sheet reads another: "New"' in result.stderr
    assert added(project) == ["2026-Q1: {value: 30100"]
    assert "a file without sheets" in load(project, HEAD, "--sheet", "Old").stderr


def test_a_value_in_joined_cells_is_no_value_of_each(project: Path) -> None:
    """A number that spans two quarters is a problem."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "2026-Q1", "2026-Q2"], ["Harbour", 60100, None]):
        sheet.append(row)
    sheet.merge_cells("B2:C2")
    result = load(project, book)
    assert "row 2, column C: this cell is joined with another" in result.stderr
    assert added(project) == []


def test_the_preview_says_what_would_turn(project: Path) -> None:
    """Before anything is written it is said which verdicts would turn and what would be wrong elsewhere."""
    before = data(project)
    use = ("--use", "preferred", "--reason", "it was counted again")
    table = "name,2025-Q4\nNorthfield,61500\n"
    path = project.parent / "table.csv"
    path.write_text(table)
    words = ["import", "--project", str(project), str(path), "--metric", "loaves", *NEW[:-1], *use]
    shown = CliRunner().invoke(main, words)
    assert "the claim northfield-above-60000 turns from" in shown.stderr
    assert "say --yes" in shown.stderr
    assert data(project) == before


def test_marks_of_a_merge_in_a_table_are_named() -> None:
    """A table that two versions were merged into is one problem, which names every line with a mark."""
    text = "name,2026-Q1\n<<<<<<< HEAD\nHarbour,1\n=======\nHarbour,2\n>>>>>>> other\n"
    with pytest.raises(SitegenError) as error:
        read_text("sales.csv", text)
    assert [(each.code, each.place.line) for each in error.value.problems] == [("merge-mark", 2)]
