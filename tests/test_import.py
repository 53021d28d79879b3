"""`sitegen import`: tables as people make them, their names, numbers and periods, and what is asked and refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from sitegen.cli import main
from sitegen.editing.amounts import read_amount
from sitegen.editing.table.formats import displayed
from sitegen.editing.table.periods import period_name
from sitegen.model.basics.unit import PERCENT, Unit
from sitegen.scaffold import init_project

NEW = ("--source", "https://example.org/new", "--publisher", "The Gazette", "--kind", "press", "--published", "2026-08")
LOAVES = ("--metric", "loaves", *NEW)
LOAF = Unit("loaves", divides=False, words=(("one", "loaf"), ("other", "loaves")))
EUR = Unit("EUR", scale=6)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter, in which one bakery has a native, another and a former name."""
    init_project(tmp_path / "tracker")
    company = tmp_path / "tracker" / "data" / "companies" / "harbour.yaml"
    names = "native: 港口面包\nnative_language: zh-Hans\nformer_names: {name: Old Quay, until: 2020}\n"
    company.write_text(company.read_text("utf-8").replace("[Harbour]", "[Harbor]") + names, encoding="utf-8")
    return tmp_path / "tracker"


def load(project: Path, table: str | bytes, *arguments: str, name: str = "table.csv") -> Result:
    """What the command says of a table in a file."""
    path = project.parent / name
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    return CliRunner().invoke(main, ["import", "--project", str(project), str(path), *arguments])


def data(project: Path) -> str:
    """All series as text."""
    return "".join(path.read_text("utf-8") for path in sorted(project.glob("data/series/*.yaml")))


def values(project: Path) -> list[str]:
    """The lines of the values for 2026."""
    return [line.strip() for line in data(project).splitlines() if line.startswith("    2026")]


WIDE = 'Bread sold\n\n,Q1 2026,2Q26\n{name},"30,100",31 200\nNorthfield,45.3k,about 47300\n'


@pytest.mark.parametrize("name", ["harbour", "Harbour", "港口面包", "HARBOR", "Old Quay"])
def test_periods_by_series_whatever_an_entity_is_called(project: Path, name: str) -> None:
    """Ids, names, native names, aliases and former names are known; each value stands in its place."""
    result = load(project, WIDE.format(name=name), *LOAVES, "--yes")
    assert result.exit_code == 0, result.output
    assert values(project) == [
        "2026-Q1: {value: 30100, source: the-gazette-2026-08}",
        "2026-Q2: {value: 31200, source: the-gazette-2026-08}",
        "2026-Q1: {value: 45300, bound: approximate, source: the-gazette-2026-08}",
        "2026-Q2: {value: 47300, bound: approximate, source: the-gazette-2026-08}",
    ]
    assert "4 values: 4 new" in result.stderr


def test_a_folder_is_named_as_it_was_typed(project: Path) -> None:
    """The folder where one stands has no name of its own."""
    result = CliRunner().invoke(main, ["import", "--project", str(project), "."])
    assert result.exit_code == 1
    assert ".: error[unreadable-file]: cannot be opened: Is a directory" in result.stderr


def test_series_by_periods(project: Path) -> None:
    """Periods may stand in the first column, and headings may name entity and metric together."""
    table = "Quarter\tHarbour loaves\tnorthfield.loaves\tSource\nQ1/26\t>30,000\t45300\tbread-weekly-2026-02\n"
    result = CliRunner().invoke(main, ["import", "--project", str(project), "-", "--yes"], input=table)
    assert "future-value" in result.stderr  # the document is of February
    table = table.replace("bread-weekly-2026-02", NEW[1])
    result = CliRunner().invoke(main, ["import", "--project", str(project), "-", "--yes", *NEW[2:]], input=table)
    assert result.exit_code == 0, result.output
    assert values(project) == [
        "2026-Q1: {value: 30000, bound: more-than, source: the-gazette-2026-08}",
        "2026-Q1: {value: 45300, source: the-gazette-2026-08}",
    ]


def test_a_value_a_row(project: Path) -> None:
    """A long table has columns for entity, metric, period, value and source, in any order, and further keys."""
    table = (
        "source;Metric;Company;period;Value;note;status\n"
        "https://example.org/new;Members;Northfield;2026;250;at the meeting;provisional\n"
        "northfield-report-2025;loaves;northfield;2025-Q3;43050;;\n"
    )
    shown = load(project, table, *NEW[2:])
    assert "1 new, 1 there already" in shown.stderr
    assert "future-value" in shown.stderr  # the preview runs the checks
    assert values(project) == []
    assert load(project, table, *NEW[2:], "--yes").exit_code == 1  # 2026 is not over in August
    table = table.replace(";2026;", ";2025;").replace("250;", "240;")
    assert load(project, table, *NEW[2:], "--yes").exit_code == 0
    assert "note: at the meeting" in data(project)


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("comment", "provisional only", '"comment" is the head of a column that is not read'),
        ("Change", "-5%", '"Change" is the head of a column that is not read'),
        ("remark", "a count of shops", ""),
        ("Number", "7", '"Number" is a second head for "value"'),
        ("", "7", 'no head stands above "7"'),
        ("comment", "", ""),
    ],
)
def test_no_column_is_dropped_unseen(project: Path, head: str, cell: str, said: str) -> None:
    """What a column holds is kept, or it is a problem until it is left out; an empty one says nothing."""
    table = f"value,entity,{head},period\n30100,harbour,{cell},2026-Q1\n"
    found = load(project, table, *LOAVES, "--yes")
    assert (found.exit_code, said in found.stderr) == (int(bool(said)), True)
    assert (values(project) == []) == bool(said)
    if head and said:
        assert load(project, table, *LOAVES, "--yes", "--skip", head).exit_code == 0


def test_what_a_name_means_is_kept(project: Path) -> None:
    """A name that is not known is said; an answer by an option is kept in the project, and is not asked again."""
    table = "name,2026-Q1\nHafen GmbH,30100\n"
    result = load(project, table, *LOAVES, "--yes")
    assert result.exit_code == 1
    assert 'no entity is called "Hafen GmbH"' in result.stderr
    assert '--name "Hafen GmbH=id"' in result.stderr
    assert load(project, table, *LOAVES, "--yes", "--name", "Hafen GmbH=harbour").exit_code == 0
    kept = (project / "data" / "imports.yaml").read_text("utf-8")
    assert kept.endswith("entities:\n  Hafen GmbH: harbour\n")
    again = load(project, table.replace("Q1", "Q2"), *LOAVES, "--yes", "--name", "Brot: ja=loaves")
    assert again.exit_code == 0, again.output
    kept = (project / "data" / "imports.yaml").read_text("utf-8")
    assert kept.endswith("entities:\n  Hafen GmbH: harbour\nmetrics:\n  'Brot: ja': loaves\n")
    assert CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project)]).exit_code == 0
    assert "unknown-id" in load(project, table, *LOAVES, "--name", "X=harbuor").stderr


def test_one_bad_cell_writes_nothing(project: Path) -> None:
    """Every cell that is no value is listed with its row and column, and nothing is written."""
    before = data(project)
    table = "name,2026-Q1,2026-Q2,Soon\nHarbour,many,=B2*2,1\nNorthfield,45300,-3,1\n"
    result = load(project, table, *LOAVES, "--yes")
    assert result.exit_code == 1
    for place in ("row 1, column D", "row 2, column B", "row 2, column C", "row 3, column C"):
        assert place in result.stderr
    assert data(project) == before


def test_sums_are_no_values(project: Path) -> None:
    """A row and a column of sums are problems, until they are left out."""
    table = "name,2026-Q1,2026-Q2,Summe\nHarbour,30100,31000,61100\nTotal,1,2,3\n"
    result = load(project, table, *LOAVES, "--yes")
    assert result.stderr.count("error[table-sum]") == 2
    assert load(project, table, *LOAVES, "--yes", "--skip", "summe", "--skip", "Total").exit_code == 0
    assert len(values(project)) == 2


def test_rivals_and_restatements_are_shown_and_answered(project: Path) -> None:
    """The preview says which values rival or restate others; options answer for all of them."""
    table = "name,2025-Q4\nHarbour,51000\n"
    refused = load(project, table, *LOAVES, "--yes")
    assert refused.exit_code == 2
    assert "does not agree with 49400 from harbour-report-2025" in refused.stderr
    own = ("--publisher", "Harbour Bread", "--replaces", "harbour-report-2025")
    shown = load(project, table, *LOAVES, *own)
    assert "restates 49400 from harbour-report-2025" in shown.stderr
    use = ("--use", "preferred", "--reason", "counted, not rounded")
    assert load(project, table, *LOAVES, *use, "--yes").exit_code == 0
    assert "use: preferred, reason: 'counted, not rounded'" in data(project)


def sheet(rows: list[list[tuple[str | float | date, str]]], path: Path) -> None:
    """A spreadsheet of values with their number formats."""
    book = Workbook()
    for y, row in enumerate(rows, 1):
        for x, (value, form) in enumerate(row, 1):
            cell = book.active.cell(y, x, value)  # type: ignore[union-attr]
            cell.number_format = form
    book.save(path)


def test_a_spreadsheet_says_what_it_displays(project: Path) -> None:
    """Numbers are as their formats show them, dates are the months that they show; a formula has to have a result."""
    path = project.parent / "table.xlsx"
    none: tuple[str | float | date, str] = ("", "General")
    head: list[tuple[str | float | date, str]] = [
        none,
        (date(2026, 1, 1), "yyyy"),
        ("Q1 2026", "General"),
        ("Q2 2026", "General"),
    ]
    sheet([head, [("Harbour", "General"), none, (30100.4, "#,##0"), (3.12, '0.00"万"')]], path)
    result = CliRunner().invoke(main, ["import", "--project", str(project), str(path), *LOAVES, "-y"])
    assert result.exit_code == 0, result.output
    assert values(project) == [
        "2026-Q1: {value: 30100, source: the-gazette-2026-08}",
        "2026-Q2: {value: 31200, bound: approximate, source: the-gazette-2026-08}",
    ]
    sheet([head, [("Harbour", "General"), none, ("=1+1", "0"), none]], path)
    result = CliRunner().invoke(main, ["import", "--project", str(project), str(path), *LOAVES, "-y"])
    assert "row 2, column C: here stands a formula, =1+1, whose result was not saved" in result.stderr


@pytest.mark.parametrize(
    ("table", "name", "said"),
    [
        (b"\xff\xfe\x00\xd8", "table.csv", "not UTF-8"),
        ("a,2026\nB\xe4cker,1\n".encode("latin-1"), "table.csv", "save it as CSV UTF-8"),
        (b"x", "table.xls", "save it as .xlsx"),
        (b"x", "table.xlsx", "not a spreadsheet"),
        (b"", "table.csv", "table-layout"),
        (b"one\ntwo\n", "table.csv", "table-layout"),
    ],
)
def test_files_that_are_no_tables(project: Path, table: bytes, name: str, said: str) -> None:
    """Another encoding, another kind of file, an empty one: one sentence says what to do."""
    result = load(project, table, *LOAVES, name=name)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_head_with_more_than_an_address_is_near_to_it(project: Path) -> None:
    """The hint names the series as it is called, and no name that nobody writes."""
    result = load(project, b"period,harbour.loaves (thousand)\n2026-Q1,5\n", name="table.csv")
    assert 'did you mean "harbour.loaves"?' in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_that_spreadsheets_write(project: Path, encoding: str, newline: str) -> None:
    """UTF-8 with or without its mark and UTF-16, with either line end."""
    table = "name;2026-Q1\n港口面包;30100\n".replace("\n", newline).encode(encoding)
    assert load(project, table, *LOAVES, "--yes").exit_code == 0
    assert len(values(project)) == 1


@pytest.mark.parametrize(
    ("text", "unit", "decimal", "value", "bound"),
    [
        ("45,300", LOAF, ".", "45300", "exact"),
        ("45.300", LOAF, ",", "45300", "exact"),
        ("45 300", LOAF, ".", "45300", "exact"),
        ("1,234,567", LOAF, ".", "1234567", "exact"),
        ("4.53万", LOAF, ".", "45300", "approximate"),
        ("4,53 万", LOAF, ",", "45300", "approximate"),
        ("about 45,300", LOAF, ".", "45300", "approximate"),
        ("约45300", LOAF, ".", "45300", "approximate"),
        ("> 80,000", LOAF, ".", "80000", "more-than"),
        ("超8万", LOAF, ".", "80000", "more-than"),
        ("≥5", LOAF, ".", "5", "at-least"),
        ("80,000+", LOAF, ".", "80000", "at-least"),
        ("rund 1,5 Mio.", LOAF, ",", "1500000", "approximate"),
        ("45,300 loaves", LOAF, ".", "45300", "exact"),
        ("38.6%", PERCENT, ".", "38.6", "exact"),
        ("−2.5 %", PERCENT, ".", "-2.5", "exact"),
        ("781.3", EUR, ".", "781.3", "exact"),
        ("781.3 million EUR", EUR, ".", "781.3", "exact"),
        ("1.2bn EUR", EUR, ".", "1200", "approximate"),
        ("800k EUR", EUR, ".", "0.800", "exact"),
        ("1.0", PERCENT, ".", "1.0", "exact"),
        ("(500)", EUR, ".", "-500", "exact"),
        ("(1,234.5) ", EUR, ".", "-1234.5", "exact"),
    ],
)
def test_amounts_as_people_write_them(text: str, unit: Unit, decimal: str, value: str, bound: str) -> None:
    """Marks between thousands, words for zeros, signs and words of uncertainty, units of the metric."""
    said = read_amount(text, unit, decimal)
    assert said is not None
    assert isinstance(said.value, Decimal)
    assert (f"{said.value:f}", said.bound) == (value, bound)


@pytest.mark.parametrize("text", ["", "–", "n/a", "…", "-", " "])
def test_cells_that_say_that_there_is_nothing(text: str) -> None:
    """Empty cells, dashes and the like are no values, and no problems."""
    assert read_amount(text, LOAF) is None


@pytest.mark.parametrize(
    "text",
    ["45,30", "1.2.3", "45,300¹", "45.300,5", "5 EUR", "12 34", "x", "0x10", "1e5", "5–3", "38.6%", "--5", "4,5,6"],
)
def test_texts_that_are_no_amount(text: str) -> None:
    """What could be read in two ways, or in another unit, is refused with a sentence."""
    with pytest.raises(ValueError, match=r'"'):
        read_amount(text, LOAF)


def test_ranges_have_two_ends() -> None:
    """The first end takes the scale of the second."""
    for text, ends in (("8,000–9,000", (8000, 9000)), ("4.5-4.6万", (45000, 46000)), ("8000 to 9000", (8000, 9000))):
        said = read_amount(text, LOAF)
        assert said is not None
        assert said.value == ends


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("Jan-23", "2023-01"), ("January 2023", "2023-01"), ("2023年1月", "2023-01"), ("01/2023", "2023-01")),
        *(("2023.01", "2023-01"), ("Mrz 24", "2024-03"), ("März 2024", "2024-03"), ("Sept. 2023", "2023-09")),
        *(("1Q23", "2023-Q1"), ("Q1 2023", "2023-Q1"), ("Q1/23", "2023-Q1"), ("2023Q1", "2023-Q1")),
        *(("H1 2023", "2023-H1"), ("2023上半年", "2023-H1"), ("2023年第一季度", "2023-Q1"), ("FY23", "FY2023")),
        *(
            ("2023", "2023"),
            ("2024-03-05", "2024-03-05"),
            ("2025-01/2025-08", "2025-01/2025-08"),
            ("2025-W36", "2025-W36"),
        ),
        *(("W1 2023", "2023-W01"), ("week 2 of 2023", "2023-W02"), ("KW 3/23", "2023-W03")),
        ("2023年第5周", "2023-W05"),
        *(
            ("W54 2023", None),
            ("Summe", None),
            ("13/2023", None),
            ("May", None),
            ("Q5 2023", None),
            ("12345", None),
            ("45,300", None),
        ),
    ],
)
def test_periods_as_people_write_them(text: str, name: str | None) -> None:
    """Months, quarters, halves and years in the usual ways, in two languages and in Chinese; nothing else."""
    assert period_name(text, ("en", "de")) == name


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        *((0.386, "0.0%", "38.6%"), (45312.7, "#,##0", "45313"), (45312, "General", "45312"), (3, "0.00", "3.00")),
        *(
            (781300000, '0.0,,"m"', "781.3 m"),
            (1.5, "0.###", "1.5"),
            (1e-05, "General", "0.00001"),
            (2.0, "General", "2"),
        ),
        *((45300, "_-* #,##0_-", "45300"), (0.5, "[Red]0%", "50%"), (-3, "0;(0)", "-3"), (2.5, "0", "3")),
        *((date(2023, 1, 1), "mmm-yy", "2023-01"), (date(2023, 1, 1), "yyyy", "2023"), ("x", "General", "x")),
    ],
)
def test_cells_as_a_spreadsheet_displays_them(value: object, form: str, text: str) -> None:
    """Percentages, thousands, decimals, scales, words in the format, and days that show as months."""
    assert displayed(value, form)[0] == text
