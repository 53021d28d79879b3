"""The site of tests/sites/calendars: four bakeries with four calendars, and a series of weeks, page by page."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from small import made

from sitegen.build import make
from sitegen.cli import main
from sitegen.settings import Settings

pytestmark = pytest.mark.slow  # they build whole sites

SITE = Path(__file__).parent / "sites" / "calendars"


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    """The outputs by path, as text."""
    outputs = made("calendars").outputs
    return {name: content.decode("utf-8-sig") for name, content in outputs.items() if not name.startswith("assets/")}


def words(html: str) -> str:
    """What a page says, without tags and drawings."""
    main = html[html.index("<main") :].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"<svg.*?</svg>", " ", main, flags=re.DOTALL)).split())


def drawn(html: str) -> list[str]:
    """The texts of the first drawing of a page."""
    svg = html[html.index("<svg") :].partition("</svg>")[0]
    return [re.sub(r"<[^>]*>", " ", text).strip() for text in re.findall(r"<text[^>]*>(.*?)</text>", svg, re.DOTALL)]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("companies/alder", "Financial year October to September"),
        ("companies/alder", "euros, 2024/25 : +12% on a year earlier"),
        ("companies/alder", "loaves in the second quarter of financial year 2025/26 , up 6.3% on a year earlier"),
        (
            "companies/alder",
            "came to 4,300 1 loaves in the first half of financial year 2025/26 , up 4.9% on a year earlier",
        ),
        ("companies/alder", "Revenue in financial year 2025 FY2025 Alder 1 of 3 798"),
        ("companies/birch", "euros, 2025/26 : about +5.4% on a year earlier"),
        ("companies/cedar", "euros, 29 Sep 2024–27 Sep 2025 : about +6.3% on a year earlier"),
        ("companies/cedar", "came to 550 1 loaves from 28 December 2025 to 28 March 2026 , up 7.8% on a year earlier"),
        ("companies/dogwood", "W21 2026"),
        ("data/alder/revenue", "Years October to September Data to September 2025 , next expected"),
        ("data/crust/loaves", "2024/25 3,840 Sum of shorter periods"),
        ("data/dogwood/permits", "the series begins earlier"),
        ("rankings", "1 Alder 798 1 euros +12% on a year earlier 2 Birch 590 1 euros about +5.4% on a year earlier"),
        ("rankings", "Crust 3,840"),
        ("charts/places", "Name financial year 2024 financial year 2025"),
        ("charts/revenue", "Alder (years from October) Birch (years from April) Cedar (years of weeks to September)"),
        ("charts/revenue", "2025 798 560 340 450 2026 – 590"),
        ("charts/halves", "Oct 2024–Mar 2025 4,100 2,300"),
        ("charts/revenue-bar", "Bars in euros, financial year 2025: Alder 798; Birch 590; Cedar 340."),
        ("charts/some", "Birch revenue 2025/26 The Register 590 reported"),
        ("briefs/one", "Alder took 798 1 in 2024/25 That is +12% 1 . Published"),
        ("briefs/one", "In FY2025 Alder baked 8,800 1 ; in FY2025-H1 4,100 1 ."),
        ("briefs/one", "Birch baked 2,400 1 in FY2025-H1 and 2,450 1 in the latest half."),
        ("briefs/one", "Cedar took 340 1 , about +6.3% 1 ; that is its 340 1 ."),
        ("briefs/one", "in 2026-W04 +7.9% 2"),
        ("briefs/one", "The staff of Alder: 1,000 1 , +5.3% 1 ."),
        ("claims/alder-above-birch", "financial year 2024/25"),
    ],
)
def test_pages_find_and_name_periods_by_their_calendar(files: Mapping[str, str], page: str, said: str) -> None:
    """Key figures, tables, rankings, charts, texts and what is overdue follow the calendar of each company."""
    assert said in words(files[f"{page}/index.html" if page else "index.html"])


def test_no_page_misses_what_another_prints(files: Mapping[str, str]) -> None:
    """Companies, series and rankings say nowhere that a value is missing; a count at a day has days between."""
    checked = [
        name
        for name in files
        if re.match(r"(companies|rankings|data/(birch|cedar|crust|alder/(?!staff)))/.*html$", name)
    ]
    assert len(checked) > 12
    for name in checked:
        said = words(files[name])
        assert not re.search(r"no value|No value|not given|without a value", said), name


def test_axes_name_years_as_readers_do(files: Mapping[str, str]) -> None:
    """A company alone has its own years on the axis, of weeks too; several calendars have calendar years."""
    years = ["2020/21", "2021/22", "2022/23", "2023/24", "2024/25"]
    assert [text for text in drawn(files["charts/cedar/index.html"]) if "/" in text] == years
    assert [text for text in drawn(files["charts/alder-bar/index.html"]) if "/" in text] == years[1:]
    together = drawn(files["charts/revenue/index.html"])
    assert [text for text in together if re.fullmatch(r"20\d\d", text)] == [str(y) for y in range(2021, 2027)]


def test_downloads_hold_names_that_are_read_back(files: Mapping[str, str]) -> None:
    """The period of a row is its name in an address, beside its days; each member of a ranking has its own days."""
    [*rows] = csv.DictReader(files["rankings/revenue-fy2025/revenue-fy2025.csv"].splitlines())
    assert [(row["period"], row["first_day"], row["last_day"]) for row in rows] == [
        ("FY2025", "2024-10-01", "2025-09-30"),
        ("FY2025", "2025-04-01", "2026-03-31"),
        ("2024-09-29/2025-09-27", "2024-09-29", "2025-09-27"),
    ]
    [*weeks] = csv.DictReader(files["data/dogwood/permits/dogwood.permits.csv"].splitlines())
    assert weeks[-1]["addresses"] == "dogwood.permits@2026-W21~weekly"


def test_an_address_leads_to_its_period(files: Mapping[str, str]) -> None:
    """The permalink of a financial year is its name, and the place is there."""
    assert 'id="FY2025"' in files["data/alder/revenue/index.html"]
    assert "/data/alder/revenue/#FY2025" in files["figures.json"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("alder.revenue@FY2025", "Alder revenue, financial year 2024/25    alder.revenue@FY2025"),
        ("alder.revenue@2024-10/2025-09", "Alder revenue, financial year 2024/25    alder.revenue@FY2025"),
        ("alder.loaves@latest-year", "Alder loaves, financial year 2024/25    alder.loaves@FY2025"),
        ("cedar.revenue@FY2025", "29 September 2024 to 27 September 2025"),
        ("dogwood.permits@latest", "week 21 of 2026"),
        ("dogwood.revenue@FY2025", "no calendar says when FY2025 begins"),
    ],
)
def test_explain_reads_names(address: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line takes every name of a period and answers with the shortest."""
    project = tmp_path / "site"
    shutil.copytree(SITE, project)
    main(["explain", "--project", str(project), address], standalone_mode=False)
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "data/rankings.yaml",
            "  mixed: each has a year of its own\n",
            "",
            "calendar (years from April, years from October",
        ),
        ("data/charts/revenue.yaml", "mixed: each has a year of its own\n", "", "years of weeks to September"),
        ("data/charts/some.yaml", "mixed: each has a year of its own\n", "", "calendar (years from April"),
        ("data/charts/revenue-bar.yaml", "mixed: each has a year of its own\n", "", "calendar (years from April"),
        ("content/briefs/one.md", "    mixed: their years begin six months apart\n", "", "years from April"),
        ("data/companies/alder.yaml", "calendar: {starts: 10, named: end}\n", "", "no calendar"),
    ],
)
def test_what_differs_in_calendar_is_asked_for(
    path: str, old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rankings, charts and comparisons of several calendars need a reason; names need a calendar."""
    project = tmp_path / "site"
    shutil.copytree(SITE, project)
    file = project / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SystemExit):
        main(["check", "--project", str(project)])
    assert said in capsys.readouterr().err


def test_a_promise_may_name_a_financial_year(tmp_path: Path) -> None:
    """A step is promised for a financial year of its brand or company, and its page names that year."""
    shutil.copytree(SITE, tmp_path / "site")
    source = next(iter(yaml.safe_load((SITE / "data" / "sources" / "press.yaml").read_text())))
    (tmp_path / "site" / "data" / "expansion").mkdir()
    for entity in ("alder", "birch"):
        step = f"- {{where: no, stage: planned, said: 2026-03, target: FY2027, source: {source}}}\n"
        (tmp_path / "site" / "data" / "expansion" / f"{entity}.yaml").write_text(step)
    outputs = make(Settings(project=tmp_path / "site", cache=False), lambda step: None).outputs
    said = [words(outputs[f"companies/{entity}/index.html"].decode()) for entity in ("alder", "birch")]
    assert ["Norway planned" in page for page in said] == [True, True]
    assert "2026/27" in said[0]
    assert "2027/28" in said[1]
