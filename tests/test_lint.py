"""The lint of prose: every number that is no figure, no number that has an excuse, and words that say a thing twice."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cache import Cache, Memory
from sitegen.check import examine
from sitegen.check.text.numerals import numerals
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.problems import Problem, SitegenError

PREPARED = Path(__file__).parent / "lint"
MARKED = re.compile("‹([^›]*)›")
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
BRIEF = "---\ntitle: A brief\nsummary: Short\ndate: 2025-04-01\nentities: [seres]\n---\n\n"


def project(tmp_path: Path, files: dict[str, str]) -> Path:
    """The prepared tracker with these files more."""
    root = tmp_path / "project"
    shutil.copytree(PREPARED, root, ignore=shutil.ignore_patterns("*.md"))
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def found(tmp_path: Path, files: dict[str, str], *codes: str) -> list[Problem]:
    """What the check finds in the prepared tracker with these files, of these codes."""
    try:
        problems = examine(
            load(project(tmp_path, files), KINDS), KINDS, as_of=None, base_url=None, drafts=False
        ).warnings
    except SitegenError as error:
        problems = error.problems
    return [problem for problem in problems if problem.code in codes]


def linted(tmp_path: Path, text: str, code: str = "unbound-number") -> list[Problem]:
    """What the lint finds in one brief."""
    return found(tmp_path, {"content/briefs/prepared.md": text}, code)


def prepared(name: str) -> tuple[str, list[tuple[int, int, int]]]:
    """A prepared text without its marks, and the line, column and length of all that is marked in it."""
    marked = (PREPARED / name).read_text(encoding="utf-8")
    places = []
    for number, line in enumerate(marked.split("\n"), 1):
        for count, match in enumerate(MARKED.finditer(line)):
            places.append((number, match.start() - 2 * count + 1, len(match[1])))
    return MARKED.sub(r"\1", marked), places


def test_every_unbound_number_of_a_prepared_brief_is_found(tmp_path: Path) -> None:
    """All marked numerals of title, summary, alt text and body are reported where they stand, and no other."""
    text, places = prepared("unbound.md")
    assert len(places) == 71
    files = {"content/briefs/prepared.md": text, "content/briefs/chart.svg": SVG}
    told = found(tmp_path, files, "unbound-number")
    assert [(p.place.line, p.place.column, p.place.length) for p in told] == places


def test_no_excused_number_of_a_prepared_page_is_told(tmp_path: Path) -> None:
    """Years, dates, names, terms, code, targets, attributes and marks are passed over."""
    text, places = prepared("excused.md")
    assert len(places) >= 60
    assert linted(tmp_path, text) == []


def texts(tmp_path: Path, text: str) -> list[Problem]:
    """What the lints of numbers and of words find in one brief with a picture."""
    picture = {"content/briefs/chart.svg": SVG} if "chart.svg" in text else {}
    return found(
        tmp_path, {"content/briefs/prepared.md": text, **picture}, "unbound-number", "claim-number", "untested-word"
    )


def test_every_disguise_of_a_prepared_brief_is_found(tmp_path: Path) -> None:
    """Numbers and words that claim something, however they are written, are found where they stand, and no other."""
    text, places = prepared("disguises.md")
    assert len(places) > 70
    assert [(p.place.line, p.place.column, p.place.length) for p in texts(tmp_path, text)] == places


def test_no_harmless_passage_of_a_prepared_page_is_reported(tmp_path: Path) -> None:
    """Names, norms, telephones, decades, periods and phrases are passed over."""
    text, passages = prepared("harmless.md")
    assert len(passages) > 90
    assert texts(tmp_path, text) == []


FIG = 'fig("seres.nev-sales@2025-Q1")'


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{{ 80001 }} cars", "expression-value"),
        ('{{ "80,002" }} cars', "expression-value"),
        (f"{{{{ {FIG} - {FIG} + 80003 }}}} cars", "expression-value"),
        (f"{{{{ ({FIG} + 5) | plain }}}} cars", "expression-value"),
        (f"<bdo dir=rtl>{{{{ {FIG} }}}}</bdo>", "dropped-tag"),
        (f"\u202e{{{{ {FIG} }}}}", "control-character"),
        ('{{ lit("\u202e80,000", "a reason") }}', "control-character"),
        ("out\u200bsold", "control-character"),
        ("80\u00ad000 cars", "control-character"),
        ("Euro 80,000 and Formula 99 cars", "unbound-number"),
        ("+80 000 cars, a stock code of 80,000, and 50:51", "unbound-number"),
        ("level 2 million, ISO 80,000 and Windows 11%", "unbound-number"),
        ("Section 80.000 vehicles", "unbound-number"),
        ("Section 80 cars", "unbound-number"),
        ("It costs 1990 NOK", "unbound-number"),
        ("It costs NOK 1990", "unbound-number"),
        ("It costs kr 1990", "unbound-number"),
        ("It costs 2000 Norwegian kroner or 1990 kroner", "unbound-number"),
        ("It weighs 2000 kg", "unbound-number"),
        ("It is 1950 mm wide", "unbound-number"),
        ("At 2000 °C", "unbound-number"),
        ("It has 2050 shops", "unbound-number"),
        ("It has 2050 places in the top 10", "unbound-number"),
        ("Turnover rose to 2000", "unbound-number"),
        ("A fleet of 2000 vans", "unbound-number"),
        ("Its capacity is 2000 a year", "unbound-number"),
        ("So it was ≈2025", "unbound-number"),
        ("IEC 80000 cars", "unbound-number"),
        ("DIN 80.000 vehicles", "unbound-number"),
        ("UN 80000 units", "unbound-number"),
        ("sold4200", "unbound-number"),
        ("4248. cars", "unbound-number"),
    ],
)
def test_other_disguises_stop_a_build_too(tmp_path: Path, words: str, code: str) -> None:
    """Constants in expressions, text turned around, characters that nobody sees, numbers that look like names."""
    assert found(tmp_path, {"content/briefs/prepared.md": f"{BRIEF}It was {words}.\n"}, code)


YEARS = """In 2025 members, in 2024 and 2025 members, the year 2025 members, by 2025, in early 2025 shops, 2026 NIO,
BMW 2025 models, in 2025 BMW sold, 2024 in all, since 2024 SUVs, By 2030 customers, sales grew from 2024 to 2025, 2025
deliveries rose, the 2025 bar chart, until 2025 A new, between 2024 and 2025."""


def test_a_year_beside_a_word_that_counts_nothing_stays_a_year(tmp_path: Path) -> None:
    """Members who vote in 2025 are not 2025 members, and BMW is no currency."""
    assert linted(tmp_path, f"{BRIEF}{YEARS}\n") == []


def test_both_ends_of_a_range_of_what_is_counted_are_numbers(tmp_path: Path) -> None:
    """A unit behind the second of two numbers that read like years makes counts of both."""
    for words in ("Between 1900 and 2000 members", "from 1950 to 2000 kg", "1950–2000 NOK"):
        told = linted(tmp_path / words, f"{BRIEF}{words}.\n")
        assert [each.message.split()[0] for each in told] == re.findall(r"\d+", words), words


MONTHS = "From 1 December 2025 to 26 March, am 3. März 2026, im 4. Quartal 2025 und 3rd quarter 2025."


@pytest.mark.parametrize("site", ["locale: de\nlanguage: en\n", "locale: en\nlanguage: de\n"])
def test_months_and_quarters_of_the_language_of_the_texts_are_read_too(tmp_path: Path, site: str) -> None:
    """The numbers of a site may be written as another language writes them."""
    data = (PREPARED / "data/site.yaml").read_text("utf-8") + site
    files = {"data/site.yaml": data, "content/briefs/prepared.md": BRIEF + MONTHS}
    assert found(tmp_path, files, "unbound-number") == []


JAPANESE = (
    "2025年第3四半期に、2025年3月20日、2025年度、第2四半期、3月に、2024年第四季度、2025年第３四半期、2025年7～9月期、7〜9月、令和7年、"
    "午前8時30分、8時、第3章"
)


def test_periods_in_characters_are_no_numbers(tmp_path: Path) -> None:
    """A quarter, a month and a day of a year are dates, and so many years or months are not."""
    told = linted(tmp_path, f"{BRIEF}{JAPANESE}。\n\n15年、2025人、30か月、8時間、3章。\n")
    assert [each.message.split()[0] for each in told] == ["15", "2025", "30", "8", "3"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The report says nothing about 2023; it was told in 2024.", []),
        ("Its letter about 2023.", []),
        ("It sold about 2023.", ["2023"]),
        ("It says nothing about 2023 cars.", ["2023"]),
    ],
)
def test_a_year_of_which_something_is_said_is_no_count(tmp_path: Path, text: str, numbers: list[str]) -> None:
    """ "About" is of a subject behind a word of saying, and else before a count."""
    assert [each.message.split()[0] for each in linted(tmp_path, f"{BRIEF}{text}\n")] == numbers


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("BMW Group sold #.", True),
        ("BMW Group’s sales were #.", True),
        ("Of BMW Group it is #.", True),
        ("BMW Groupは#台。", True),
        ("Unlike BMW Group it sold #.", False),
        ("Compared with BMW Group, the maker sold #.", False),
        ("BMW Group’s rival sold #.", False),
        ("The rival of BMW Group sold #.", False),
        ("BMW Groups sold #.", False),
    ],
)
def test_a_sentence_is_of_whom_it_names_as_its_subject(tmp_path: Path, sentence: str, wrong: bool) -> None:
    """Who is only set beside the subject sold none of what the figure counts."""
    found_there = linted(tmp_path, f"{BRIEF}{sentence.replace('#', f'{{{{ {CARS} }}}}')}\n", "figure-subject")
    assert len(found_there) == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("NAME earned #.", True),
        ("NAME earned # in 2024.", True),
        ("NAME earned # with its brand.", False),
        ("NAME owns AITO. NAME earned #.", False),
        ("AITO earned #.", False),
        ("With AITO, NAME earned #.", False),
    ],
)
def test_the_figure_of_a_brand_is_not_that_of_its_company(tmp_path: Path, sentence: str, wrong: bool) -> None:
    """Where the company has a count of its own, and the text does not name the brand."""
    text = sentence.replace("NAME", "Seres Group").replace("#", '{{ fig("aito.revenue@2024") }}')
    values = "values: {2024: {value: 90000, source: kr-2025-04}}"
    series = f"aito.revenue:\n  definition: Revenue of AITO\n  region: cn\n  cadence: year\n  {values}\n"
    files = {"content/briefs/prepared.md": f"{BRIEF}{text}\n", "data/series/aito.yaml": series}
    assert len(found(tmp_path, files, "figure-subject")) == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("In France, AITO earned #.", True),
        ("AITO earned # in France.", True),
        ("The whole market came to #.", True),
        ("In Europe AITO earned #.", False),
        ("In France, where it began, AITO earned #.", False),
        ("In France AITO said that it earned #.", False),
        ("AITO earned # in France and Spain.", False),
        ("AITO, with an office in France, earned #.", False),
        ("The market gave AITO #.", False),
        ("In France AITO’s # made headlines.", False),
        ("In France rivals spoke of the # that it earned.", False),
    ],
)
def test_a_count_of_a_region_is_not_that_of_a_part_of_it(tmp_path: Path, sentence: str, wrong: bool) -> None:
    """Nor is the count of one that of the market."""
    text = sentence.replace("#", '{{ fig("aito.revenue@2024") }}')
    values = "values: {2024: {value: 90000, source: kr-2025-04}}"
    series = f"aito.revenue:\n  definition: Revenue of AITO\n  region: europe\n  cadence: year\n  {values}\n"
    market = "name: Car market\nkind: market\n"
    files = {"data/series/aito.yaml": series, "data/companies/car-market.yaml": market}
    files["content/briefs/prepared.md"] = f"{BRIEF}{text}\n"
    assert len(found(tmp_path, files, "figure-subject")) == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("AITO reached TARGET.", True),
        ("AITO plans to cut its revenue to TARGET.", True),
        ("AITO missed its target of TARGET in 2024.", True),
        ("The target of 2024, #, was missed.", True),
        ("AITO plans to raise its revenue to TARGET.", False),
        ("AITO will stop when it has reached TARGET.", False),
        ("AITO set its target of TARGET in 2024.", False),
        ("With a look at the target of 2024, # came in.", False),
    ],
)
def test_words_before_a_target_say_what_it_is(tmp_path: Path, sentence: str, wrong: bool) -> None:
    """It was not reached, lies above what was counted, and is of its own year."""
    text = sentence.replace("#", '{{ fig("aito.revenue@2024") }}')
    text = text.replace("TARGET", '{{ fig("aito.revenue@2026~kr-2025-04") }}')
    values = "{2024: {value: 90000, source: kr-2025-04}, 2026: {value: 120000, status: target, source: kr-2025-04}}"
    series = f"aito.revenue:\n  definition: Revenue of AITO\n  region: cn\n  cadence: year\n  values: {values}\n"
    files = {"content/briefs/prepared.md": f"{BRIEF}{text}\n", "data/series/aito.yaml": series}
    assert len(found(tmp_path, files, "stretched-figure")) == wrong


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("de", "BMW Groups Absatz lag bei #.", True),
        ("de", "Der Absatz 2024 lag bei #.", True),
        ("de", "Im Mai 2025 waren es #.", True),
        ("de", "Im Quartal waren es #, im Mai 2025 weniger.", False),
        ("de", "In Norwegen waren es #.", True),
        ("de", "In China waren es #.", False),
        ("fr", "Au T1 2025 il y en avait #.", True),
        ("fr", "Les ventes de 2024 étaient de #.", True),
        ("fr", "En Norvège il y en avait #.", True),
        ("fr", "Au T2 2025 il y en avait # en Chine.", False),
    ],
)
def test_a_sentence_of_another_language_is_of_what_it_names(
    tmp_path: Path, language: str, sentence: str, wrong: bool
) -> None:
    """Names with the s of a genitive, years behind what is counted, quarters, months and countries are read."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + f"locale: {language}\nlanguage: {language}\n"
    brief = f"{BRIEF}{sentence.replace('#', f'{{{{ {CARS} }}}}')}\n"
    files = {"data/site.yaml": site, "content/briefs/prepared.md": brief}
    assert len(found(tmp_path, files, "figure-subject")) == wrong


@pytest.mark.parametrize(
    ("words", "found_there"),
    [
        ('{{ lit("1,500", "a number like 80,000") }}', "80,000"),
        ('{{ lit("1,500", "the largest of all") }}', "largest"),
        ('{{ fig("aito.nev-sales@2025-Q1") | share("seres.nev-sales@2025-Q1", mixed="like 80,000") }}', "80,000"),
    ],
)
def test_reasons_are_read_too(tmp_path: Path, words: str, found_there: str) -> None:
    """What `lit` or `mixed` says stands on the page, so a number or such a word in it is found where it stands."""
    line = f"It was {words}."
    [problem] = texts(tmp_path, f"{BRIEF}{line}\n")
    assert line[problem.place.column - 1 :][: problem.place.length] == found_there


def test_the_reason_of_a_chart_is_read(tmp_path: Path) -> None:
    """A number under `mixed` is found at the chart."""
    chart = CHART.format("Cars") + "mixed: Both count 80,000 cars\n"
    [problem] = found(tmp_path, {"data/charts/line.yaml": chart}, "unbound-number")
    assert (problem.message, problem.place.path) == ("80,000 is a number without a source", "data/charts/line.yaml")


@pytest.mark.parametrize("key", ["authors: [80000 people]", "tags: [80000-cars]", "tags: [largest]"])
def test_names_of_authors_and_tags_are_read(tmp_path: Path, key: str) -> None:
    """A number, or a word that claims something, is found there too, and told where it stands."""
    [problem] = texts(tmp_path, BRIEF.replace("---\n\n", f"{key}\n---\n\n"))
    name = key.partition("[")[2].rstrip("]")
    assert (problem.place.column, problem.place.length) == (key.index(name) + 1, len(name))
    assert problem.place.line == BRIEF.count("\n", 0, BRIEF.index("---\n\n")) + 1


def test_labels_of_tags_and_reasons_of_claims_are_told_in_their_files(tmp_path: Path) -> None:
    """A number in the label of a tag stands in the file of the site, and one in `mixed` of a claim behind its key."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + "tags: {cars: 'Cars, 80001'}\n"
    claim = f"claims:\n  one:\n    text: Seres sold some cars\n    check: {FIG} > 0\n    mixed: as 80002 of them do\n"
    brief = BRIEF.replace("---\n\n", f"tags: [cars]\n{claim}---\n\n")
    problems = found(tmp_path, {"data/site.yaml": site, "content/briefs/prepared.md": brief}, "unbound-number")
    there = [(each.place.path, each.place.line, each.message[:5]) for each in problems]
    last = brief[: brief.index("mixed:")].count("\n") + 1
    assert sorted(there) == [
        ("content/briefs/prepared.md", last, "80002"),
        ("data/site.yaml", site.count("\n"), "80001"),
    ]


def test_periods_are_written_as_the_language_of_the_site_has_them(tmp_path: Path) -> None:
    """On a German site "4. Quartal 2025" is a period, and a number before another word is not."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + "locale: de\nlanguage: de\n"
    brief = f"{BRIEF}Im 4. Quartal 2025, im 1. Halbjahr 2025, 2. Halbjahr und 44. Quartal, 3. Auto.\n"
    problems = found(tmp_path, {"data/site.yaml": site, "content/briefs/prepared.md": brief}, "unbound-number")
    assert [problem.message.split()[0] for problem in problems] == ["44", "3"]


@pytest.mark.parametrize(
    "markup", ["Text.\n{: id=note-17 }", "<script>alert(4500)</script>", "<!-- 4500 -->", "## Text {: #a-12 .b }"]
)
def test_markup_is_no_prose(tmp_path: Path, markup: str) -> None:
    """Numbers in attribute lists, scripts and comments are not read by anybody."""
    assert linted(tmp_path, f"{BRIEF}{markup}\n") == []
    assert len(linted(tmp_path / "b", f"{BRIEF}{markup}\n\nOn 4,512 cars.\n")) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4. brands\n5. models", []),
        ("99. brands\n100. models", []),
        ("117. brands\n118. models", ["117"]),
        ("2025. Then", ["2025"]),
        ('<ol start="4117"><li>brands</li></ol>', ["4117"]),
        ('<ol start="+117x"><li>brands</li></ol>', ["+117x"]),
        ('<ol start="-17"><li>brands</li></ol>', ["-17"]),
        ('<ol><li>one</li><li value="17">brands</li><li>more</li></ol>', ["17"]),
        ('<ol><li>one</li><div><li value="17">brands</li></div></ol>', ["17"]),
        ("1. one\n2. two\n\nThen.\n\n117. brands", ["117"]),
        ("1. one\n2. two\n\n    117. brands", ["117"]),
        ("1. one\n2. two\n\nThen.\n\n3. three\n4. four\n\nThen.\n\n5. five", []),
        ("0. nought\n1. one", []),
        ("1. one\n\n    1. a\n    2. b\n\n2. two\n\nThen.\n\n3. three", []),
        ('<ol><li>one</li><li value="2">two</li></ol>', []),
        ('<ul><li value="17">no number</li></ul>', []),
    ],
)
def test_the_numbers_of_a_list_are_those_it_counts(tmp_path: Path, text: str, numbers: list[str]) -> None:
    """A list begins with a small number or where one ended, and goes on by one: no other number stands before items."""
    told = linted(tmp_path, f"{BRIEF}{text}\n")
    assert [problem.message.split()[4] for problem in told] == numbers
    assert all(problem.place.line >= 8 for problem in told)


def test_a_list_is_not_counted_backwards(tmp_path: Path) -> None:
    """Its first number would be how many items it has."""
    text = f"{BRIEF}<ol reversed><li>one</li><li>two</li></ol>\n"
    assert [problem.message for problem in linted(tmp_path, text, "dropped-tag")] == [
        'the attribute "reversed" is left out of the page'
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("54,552 cars", "54,552 is seres.nev-sales@2025-Q1"),
        ("54 552 cars", "54 552 is seres.nev-sales@2025-Q1"),
        ("54.6k cars", "54.6k is seres.nev-sales@2025-Q1, rounded from 54,552"),
        ("68,000 cars", "68,000 is seres.nev-sales@2025-Q1~daily-2025-04"),
        ("156,852 cars", "156,852 is seres.nev-sales@2025-H1"),
        ("9,000 cars", "9,000 is aito.nev-sales@2025-Q4"),
        ("145.18 billion yuan", "145.18 billion is seres.revenue@2024"),
        ("26 percent", "26 is seres.margin@2024, rounded from 26.2%"),
        ("−41.5%", "41.5% is a change of seres.nev-sales@2025-Q1"),
        ("−41%", "41% is a change of seres.nev-sales@2025-Q1, rounded from −41.5%"),
        ("26.2 cars", "26.2 is a number without a source"),
        ("54,552%", "54,552% is a number without a source"),
        ("50,000 cars", "50,000 is a number without a source"),
        ("8 cars", "8 is a number without a source"),
        ("3.0.1 cars", "3.0.1 is a number without a source"),
    ],
)
def test_a_number_is_named_by_the_datum_that_it_equals(tmp_path: Path, words: str, said: str) -> None:
    """At its own precision, among the brief's entities and what belongs to them; else it is only told."""
    [problem] = linted(tmp_path, f"{BRIEF}Then {words} came.\n")
    assert problem.message == said


def test_the_hint_is_what_to_write(tmp_path: Path) -> None:
    """The expression of the datum, its change too, and the excuse."""
    hints = [problem.hint for problem in linted(tmp_path, f"{BRIEF}54,552 is 41.5% less (−41.5%), on 77 days.\n")]
    assert hints == [
        'write {{ fig("seres.nev-sales@2025-Q1") }}, or {{ lit("54,552", "why it is no figure") }}',
        'write {{ fig("seres.nev-sales@2025-Q1") | change("year") | fall }}, '
        'or {{ lit("41.5%", "why it is no figure") }}',
        'write {{ fig("seres.nev-sales@2025-Q1") | change("year") }}, or {{ lit("41.5%", "why it is no figure") }}',
        'write {{ fig("entity.metric@period") }}, or {{ lit("77", "why it is no figure") }}; '
        "a name goes under terms: in data/site.yaml",
    ]


def test_data_of_other_entities_are_not_named(tmp_path: Path) -> None:
    """A brief about BMW is not told of Seres, unless it quotes the series already."""
    brief = BRIEF.replace("[seres]", "[bmw]")
    [alone] = linted(tmp_path / "a", f"{brief}54,552 cars.\n")
    [beside] = linted(tmp_path / "b", brief + '54,552 cars after {{ fig("seres.nev-sales@2024-Q1") }}.\n')
    assert alone.message == "54,552 is a number without a source"
    assert beside.message == "54,552 is seres.nev-sales@2025-Q1"


def test_a_passage_is_read_again_when_what_decides_changed(tmp_path: Path) -> None:
    """What nothing was found in is not read in the next build, unless it or the names in it are others."""
    brief, term = "content/briefs/prepared.md", "terms: [Pilot 3000]"
    root = project(tmp_path, {brief: ""})
    plain = (root / "data/site.yaml").read_text(encoding="utf-8")
    first = BRIEF + "A Pilot 3000 came.\n\n"
    lines = []
    for text, terms in [
        ("Cars came.", term),
        ("More came.", term),
        ("Most came.", ""),
        ("All came.", term),
        ("77 came.", term),
        ("77 came.\n\nMore.", term),
    ]:
        (root / brief).write_text(f"{first}{text}\n", encoding="utf-8")
        (root / "data/site.yaml").write_text(re.sub("terms: .*", terms, plain), encoding="utf-8")
        with Memory(Cache(tmp_path / "cache"), "code") as memory:
            edition = examine(load(root, KINDS, memory), KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
        memory.save()
        lines.append([problem.place.line for problem in edition.warnings if problem.code == "unbound-number"])
    assert lines == [[], [], [8], [], [10], [10]]


def test_a_direction_without_a_figure_is_read_again_when_the_data_change(tmp_path: Path) -> None:
    """ "Sales of Seres fell in the first quarter" is false once the value of the year before is less."""
    text = "Sales of Seres fell in the first quarter of 2025.\n"
    root = project(tmp_path, {"content/briefs/prepared.md": BRIEF + text})
    path = root / "data/series/seres.yaml"
    told = []
    for before in ("93200", "43200"):
        path.write_text(re.sub("93200|43200", before, path.read_text("utf-8")), encoding="utf-8")
        with Memory(Cache(tmp_path / "cache"), "code") as memory:
            edition = examine(load(root, KINDS, memory), KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
        memory.save()
        told.append([problem.message for problem in edition.warnings if problem.code == "figure-direction"])
    assert told == [[], ['"fell" says a fall, and seres.nev-sales had a rise in the first quarter of 2025']]


def test_a_link_to_another_company_is_read_again_though_its_words_stay(tmp_path: Path) -> None:
    """Where a link leads decides of whom a sentence speaks, though readers read the same words."""
    brief = "content/briefs/prepared.md"
    root = project(tmp_path, {brief: ""})
    told = []
    for id in ("seres", "bmw"):
        text = f'[[{id}|The maker]] sold {{{{ fig("seres.nev-sales@2025-Q1") }}}} cars.\n'
        (root / brief).write_text(BRIEF + text, encoding="utf-8")
        with Memory(Cache(tmp_path / "cache"), "code") as memory:
            edition = examine(load(root, KINDS, memory), KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
        memory.save()
        told.append([problem.code for problem in edition.warnings if problem.place.path == brief])
    assert told == [[], ["figure-subject"]]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Sales fell to #.", "fell"),
        ("Sales fell to&nbsp;**#**.", "fell"),
        ("Sales fell\nto\n#.", "fell"),
        ("Sales fell in the spring, to #.", ""),
        ("Sales fell in 2025, to #.", "fell"),
        ("Sales shrank sharply to #.", "shrank"),
        ("They were $ and declined to # in spring.", "declined"),
        ("In spring, # was what they climbed to $.", ""),
        ("In the first quarter they rose to $.", ""),
        ("They were # and rose to $.", ""),
        ("Of @, they fell to $.", ""),
        ("Sales rose to #.", ""),
        ("They were $ and rose to # in spring.", ""),
        ("After a peak they fell to #.", ""),
        ("From a record they fell to #.", ""),
        ("They may fall up to #.", ""),
        ("It lost to # others.", ""),
        ("They were @ at AITO, and fell to # here.", ""),
        ("Sales would fall to #.", ""),
        ("It was % above that of 2024.", "above"),
        ("It was % below that of 2024.", "below"),
        ("It was below %.", ""),
    ],
)
def test_a_count_went_the_way_that_its_word_says(tmp_path: Path, sentence: str, word: str) -> None:
    """A level is reached from what stands before it in the sentence, else from what the data have before it."""
    figures = {
        "#": CARS,
        "$": 'fig("seres.nev-sales@2025-Q1")',
        "@": 'fig("aito.nev-sales@2025-Q2")',
        "%": 'fig("seres.nev-sales@2025-Q1") | change("year")',
    }
    text = re.sub("[#$@%]", lambda match: f"{{{{ {figures[match[0]]} }}}}", sentence)
    told = linted(tmp_path, f"{BRIEF}{text}\n", "figure-direction")
    assert [each.message.split('"')[1].split()[0] for each in told] == ([word] if word else [])


OPENED = """opened:
  text: Seres opened a plant
  by: daily-2025-04
  about: [seres]
  check: event("plant") >= "2020"
"""
PLANT = "plant: {date: 2024-05-02, entities: [seres], text: Seres opened a plant, source: kr-2025-04}\n"


@pytest.mark.parametrize(
    ("text", "path", "before", "after", "code"),
    [
        ("Sales rose to #.", "data/series/seres.yaml", "54552", "154552", "figure-direction"),
        ("Sales rose to&nbsp;#.", "data/series/seres.yaml", "54552", "154552", "figure-direction"),
        ("Sales rose to <b title='of cars'>#</b>.", "data/series/seres.yaml", "54552", "154552", "figure-direction"),
        ("Sales rose to\n**#**.", "data/series/seres.yaml", "54552", "154552", "figure-direction"),
        ("Sales rose to [#](/about/).", "data/series/seres.yaml", "54552", "154552", "figure-direction"),
        ("In China it sold # cars.", "data/series/seres.yaml", "region: cn", "region: no", "figure-subject"),
        (
            'In May 2024 Seres {{ holds("opened", "opened a plant") }}.',
            *("data/events.yaml", "2024-05-02", "2022-06-02", "words-beyond-claim"),
        ),
    ],
)
def test_a_text_is_read_again_when_what_it_rests_on_changes(
    tmp_path: Path, text: str, path: str, before: str, after: str, code: str
) -> None:
    """Also on what no expression of the text asks for: the value before, a region, the date of an event."""
    brief = {"content/briefs/prepared.md": f"{BRIEF}{text.replace('#', f'{{{{ {CARS} }}}}')}\n"}
    root = project(tmp_path, {"data/events.yaml": PLANT, "data/claims.yaml": OPENED, **brief})
    told = []
    for replaced in ((before, before), (before, after)):
        file = root / path
        file.write_text(file.read_text("utf-8").replace(*replaced), encoding="utf-8")
        with Memory(Cache(tmp_path / "cache"), "code") as memory:
            edition = examine(load(root, KINDS, memory), KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
        memory.save()
        told.append([each.code for each in edition.warnings if each.place.path == "content/briefs/prepared.md"])
    assert told == [[], [code]]


def test_a_cell_is_read_again_when_its_head_changes(tmp_path: Path) -> None:
    """A cell is held against the first cells of its row and of its column."""
    brief = "content/briefs/prepared.md"
    root = project(tmp_path, {brief: ""})
    told = []
    for head in ("Q1 2025", "Q1 2024"):
        text = f'| Maker | {head} |\n| --- | --- |\n| Seres | {{{{ fig("seres.nev-sales@2025-Q1") }}}} |\n'
        (root / brief).write_text(BRIEF + text, encoding="utf-8")
        with Memory(Cache(tmp_path / "cache"), "code") as memory:
            edition = examine(load(root, KINDS, memory), KINDS, as_of=None, base_url=None, drafts=False, memory=memory)
        memory.save()
        told.append([problem.code for problem in edition.warnings if problem.place.path == brief])
    assert told == [[], ["figure-subject"]]


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("en", "Its 2024 sales were #.", True),
        ("en", "The 2025 total was more than the 2024 sales of #.", False),
        ("en", "Sales for 2024: #.", True),
        ("en", "During 2024 it sold #.", True),
        ("en", "During 2025 it sold #.", False),
        ("en", "Throughout 2025 it sold #.", False),
        ("en", "Its 2025 deliveries began with #.", False),
        ("en", "It sold # in 2025.", True),
        ("en", "Full-year sales of 2025 were #.", True),
        ("en", "Annual sales of 2025 were #.", True),
        ("en", "In 2025 Seres sold #, of which many in May.", False),
        ("en", "In 2025 its best quarter brought #.", False),
        ("en", "In 2025 it had said that it sold #.", False),
        ("en", "In the final three months of 2025 it sold #.", True),
        ("en", "In the first six months of 2025 it sold #.", True),
        ("en", "In the fourth quarter it sold #.", True),
        ("en", "In Q3 it sold #.", True),
        ("en", "In the second half it sold #.", True),
        ("en", "Third-quarter sales were #.", True),
        ("en", "In the fourth quarter of the year it sold #.", True),
        ("en", "In the second quarter it sold #.", False),
        ("en", "In the first half it sold #.", False),
        ("en", "In Q2 it sold #.", False),
        ("en", "In the third quarter in a row it sold #.", False),
        ("en", "In the third quarter it grew; the second brought #.", False),
        ("en", "In the fourth quarter it sold as many as in spring, when it was #.", False),
        ("en", "In the second half of the decade it sold #.", False),
        ("en", "In the fourth quarter it sold more than the # of spring.", False),
        ("de", "Im dritten Quartal waren es #.", True),
        ("de", "Im zweiten Quartal waren es #.", False),
        ("fr", "Au troisième trimestre, #.", True),
        ("fr", "Au deuxième trimestre, #.", False),
        ("de", "Im Jahr 2024 waren es #.", True),
        ("de", "Im 3. Quartal 2025 waren es #.", True),
        ("de", "Im dritten Quartal 2025 waren es #.", True),
        ("de", "Im zweiten Quartal 2025 waren es #.", False),
        ("de", "Im Mai 2024 waren es #.", True),
        ("fr", "En 2024, #.", True),
        ("fr", "Au troisième trimestre 2025, #.", True),
        ("fr", "Au deuxième trimestre 2025, #.", False),
        ("fr", "En mai 2024, #.", True),
    ],
)
def test_a_sentence_is_of_the_time_that_it_says(tmp_path: Path, language: str, sentence: str, wrong: bool) -> None:
    """The figure is of the second quarter of 2025."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + f"language: {language}\nlocale: {language}\n"
    text = f"{BRIEF}{sentence.replace('#', f'{{{{ {CARS} }}}}')}\n"
    files = {"data/site.yaml": site, "content/briefs/prepared.md": text}
    assert len(found(tmp_path, files, "figure-subject")) == wrong


CHART = "kind: line\ntitle: '{}'\nseries: [seres.nev-sales]\n"
STEP = "- {{where: NO, stage: planned, said: 2025-03, text: '{}', source: kr-2025-04}}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [("data/charts/line.yaml", CHART), ("data/expansion/seres.yaml", STEP)],
)
def test_texts_of_data_files_are_read(tmp_path: Path, name: str, text: str) -> None:
    """A chart's title and a step's text are prose about their series and entity."""
    [problem] = found(tmp_path, {name: text.format("In Q1 54,552 cars")}, "unbound-number")
    assert problem.message == "54,552 is seres.nev-sales@2025-Q1"
    assert problem.place.path == name


@pytest.mark.parametrize(
    ("text", "check", "untested"),
    [
        ("Seres sold over 54,000 cars, 80% of them abroad, in 2025", "> 54000", ["80%"]),
        ("Seres sold 999,999 cars, more than anyone, in Q1 2025", ">= 0", ["999,999"]),
        ("Seres sold about 199,000 cars", "> 198000", ["199,000"]),
        ("Seres sold about 199,000 cars", "== about(199000)", []),
        ("Seres sold 54.5 thousand cars", "== about(54500)", []),
        ("Seres sold 54,600 cars", "> 54552", ["54,600"]),
        ("Seres fell by 40%", '| change("year") < -40', []),
        ("The M9 came on 20 March 2025, before the X5 of 2026", "> 40", []),
        ('Seres sold {{ lit("42", "as the poem says") }} cars', "> 40", []),
    ],
)
def test_the_statement_of_a_claim_says_what_its_check_asks(
    tmp_path: Path, text: str, check: str, untested: list[str]
) -> None:
    """A number in a claim of ours or of others stands in its check or in an alternative, or it is reported."""
    lines = f"    text: '{text}'\n    check: fig(\"seres.nev-sales@2025-Q1\") {check}\n"
    ours = {"content/briefs/prepared.md": BRIEF.replace("---\n\n", f"claims:\n  sold:\n{lines}---\n\n")}
    theirs = {"data/claims.yaml": f"sold:\n    by: kr-2025-04\n{lines}"}
    for number, files in enumerate((ours, theirs)):
        problems = found(tmp_path / str(number), files, "claim-number", "unbound-number")
        assert [f"the claim says {word}, and neither its check nor an alternative does" for word in untested] == [
            problem.message for problem in problems
        ]


def test_numbers_of_a_claim_may_stand_in_an_alternative_or_in_millions(tmp_path: Path) -> None:
    """Every reading may hold a number of the statement; one of a unit in millions is meant in millions."""
    claims = """sold:
  text: Seres sold over 54,000 or 60,000 cars and earned 5.1 billion yuan
  by: daily-2025-04
  check: fig("seres.nev-sales@2025-Q1") > 54000
  alternatives:
    - [fig("seres.nev-sales@2025-Q1") > 60000, fig("seres.revenue@2024") == about(5100)]
"""
    problems = found(tmp_path, {"data/claims.yaml": claims}, "claim-number")
    assert problems == []


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("That Seres outsold BMW is {}.", []),
        ("The paper has Seres outselling it: {}.", []),
        ("That Seres overtook BMW is {}.", ["overtook"]),
        ("BMW outsold Seres, which is {}.", ["outsold"]),
        ("The largest of all, Seres, which outsold BMW, is {}.", ["largest"]),
        ("It is {}. Seres outsold BMW.", ["outsold"]),
        ("AITO outsold them, which is {}.", ["outsold"]),
    ],
)
def test_a_verdict_excuses_what_its_claim_says(tmp_path: Path, words: str, reported: list[str]) -> None:
    """A word beside a verdict is the claim's only if the claim says it, of the same things in the same order."""
    claims = """outsold:
  text: Seres outsold BMW
  by: kr-2025-04
  because: Nothing that we hold counts both
"""
    body = BRIEF + words.format('{{ claim("outsold") }}') + "\n"
    files = {"data/claims.yaml": claims, "content/briefs/prepared.md": body}
    assert [p.message.split('"')[1] for p in found(tmp_path, files, "untested-word")] == reported


def test_a_chart_may_accept_its_number(tmp_path: Path) -> None:
    """`accepted` with a reason silences the warning, and without a warning it is one itself."""
    accepted = CHART + "accepted: {{unbound-number: the number of the model year}}\n"
    codes = ("unbound-number", "accepted-nothing")
    assert found(tmp_path / "a", {"data/charts/line.yaml": accepted.format("Cars of 99")}, *codes) == []
    [idle] = found(tmp_path / "b", {"data/charts/line.yaml": accepted.format("Cars")}, *codes)
    assert idle.code == "accepted-nothing"


def test_a_chart_may_accept_its_words(tmp_path: Path) -> None:
    """A word in the title of a chart is answered there too, by its own code."""
    chart = CHART.format("The largest of all") + "accepted: {untested-word: the name of a list}\n"
    codes = ("untested-word", "accepted-nothing")
    assert found(tmp_path, {"data/charts/line.yaml": chart}, *codes) == []


def test_drafts_are_read_only_when_they_are_shown(tmp_path: Path) -> None:
    """A draft that nobody sees raises no warning."""
    assert linted(tmp_path, BRIEF.replace("---\n\n", "draft: yes\n---\n\n") + "99 cars\n") == []


@pytest.mark.parametrize(
    ("before", "period", "word"),
    [
        ("about ", "2025-Q1", "about"),
        ("Roughly **", "2025-Q1", "Roughly"),
        ("close to\n", "2025-Q1", "close to"),
        ("more than ", "2025-Q2", "more than"),
        ("over (", "2025-Q2", "over"),
        ("nearly ", "2025-Q2", "nearly"),
        ("at most ", "2025-Q3", "at most"),
        ("between ", "2025-Q4", "between"),
        ("more than ", "2026-Q1", "more than"),
        ("more than ", "2025-Q1", None),
        ("less than ", "2025-Q2", None),
        ("about as many, ", "2025-Q1", None),
        ("turnabout ", "2025-Q1", None),
        ("`about` ", "2025-Q1", None),
    ],
)
def test_a_word_that_the_figure_says_itself(tmp_path: Path, before: str, period: str, word: str | None) -> None:
    """An author's "about" directly before a figure that says it is reported at its place; a comparison is not."""
    text = f'{BRIEF}It sold {before}{{{{ fig("aito.nev-sales@{period}") }}}} cars.\n'
    problems = linted(tmp_path, text, "double-about")
    assert [(p.place.line, p.place.column, p.place.length) for p in problems] == ([(8, 9, len(word))] if word else [])


CARS, MONEY = 'fig("seres.nev-sales@2025-Q2")', 'fig("seres.revenue@2024")'
MARGIN = 'fig("seres.margin@2024")'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# million cars", ["million"]),
        ("# thousand", ["thousand"]),
        ("**#** hundred", ["hundred"]),
        ("#k", ["k"]),
        ("#-million", ["million"]),
        ("#\u4e07", ["\u4e07"]),
        ("$ million yuan", ["million"]),
        ("$ | plain mn", []),
        ("$ billion", ["billion"]),
        ("$ | plain million million", ["million"]),
        ("€$", ["€"]),
        ("¥$", []),
        ("$ CNY", []),
        ("$ yuan", []),
        ("RMB $", []),
        ("$ dollars", ["dollars"]),
        ("$ cents", ["cents"]),
        ("$ US dollars", ["dollars"]),
        ("$ Norwegian kroner", ["kroner"]),
        ("USD $", ["USD"]),
        ("# Seres vehicles", []),
        ("#%", ["%"]),
        ("# percent", ["percent"]),
        ("# per cent", ["per cent"]),
        ("!%", ["%"]),
        ("! | plain%", []),
        ("! percentage points", ["percentage points"]),
        ("! points", ["points"]),
        ("# points", []),
        ("#％", ["％"]),
        ("# times as many", ["times as"]),
        ("##", [None]),
        ("#,#", [None]),
        ("#{{ lit('000', 'thousands') }}", [None]),
        ("#, #", []),
        ("#–#", []),
        ("# – #", []),
        ("so -#", ["-"]),
        ("so \N{MINUS SIGN}**#**", ["\N{MINUS SIGN}"]),
        ("(+#)", ["+"]),
        ("so ~#", ["~"]),
        ("it – # cars", []),
        ("#+", ["+"]),
        ("half of #", ["half of"]),
        ("Twice #", ["Twice"]),
        ("a third of #", ["third of"]),
        ("twelve # hundred", ["hundred", "twelve"]),
        ("in the first half #", []),
        ("in the third quarter #", []),
        ("# kites", []),
        ("# kilometres", ["kilometres"]),
        ("# euros", ["euros"]),
        ("# m", ["m"]),
        ("# vehicles a month", ["a month"]),
        ("# every year", ["every year"]),
        ("# new vehicles per day", ["per day"]),
        ("# vehicles a quarter", []),
        ("# vehicles a year earlier", []),
        ("# vehicles, a month after", []),
        ("# for a month", []),
        ("$ yuan per month", ["per month"]),
        ("! a month", []),
        ("# times", []),
        ("nearly #", ["nearly"]),
        ("Just over **#**", ["Just over"]),
        ("about #", ["about"]),
        ("more than #", []),
        ("over #", []),
        ("about !", []),
    ],
)
def test_text_beside_a_figure_makes_no_other_number_of_it(tmp_path: Path, text: str, words: list[str | None]) -> None:
    """A scale, sign, digit or multiple that touches a figure is reported; the scale of its own unit is not."""
    text = text.replace("! | plain", f"{{{{ {MARGIN} | plain }}}}").replace("#", f"{{{{ {CARS} }}}}")
    text = (
        text.replace("$ | plain", f"{{{{ {MONEY} | plain }}}}")
        .replace("$", f"{{{{ {MONEY} }}}}")
        .replace("!", f"{{{{ {MARGIN} }}}}")
    )
    body = f"{BRIEF}It was {text} then.\n"
    found_words = []
    for problem in linted(tmp_path, body, "stretched-figure"):
        line = body.split("\n")[problem.place.line - 1]
        begin = problem.place.column - 1
        found_words.append(line[begin : begin + problem.place.length])
    assert sorted(found_words) == sorted(word or CARS for word in words)


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Prozent"), ("fr", "pour cent"), ("es", "por ciento"), ("ja", "パーセント")]
)
def test_percent_is_known_in_the_language_of_the_site(tmp_path: Path, language: str, word: str) -> None:
    """Behind a count it makes another number of it, as it does in English."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + f"language: {language}\nlocale: {language}\n"
    files = {"data/site.yaml": site, "content/briefs/prepared.md": f"{BRIEF}{{{{ {CARS} }}}} {word}.\n"}
    [problem] = found(tmp_path, files, "stretched-figure")
    assert problem.message.startswith(f'"{word}"')


def test_a_word_before_an_exact_figure_is_the_authors_own(tmp_path: Path) -> None:
    """ "Over 54,552" is for the author to say."""
    text = BRIEF + 'Over {{ fig("seres.nev-sales@2025-Q1") }}, about {{ lit("60,000", "a round number") }}.\n'
    assert linted(tmp_path, text, "double-about") == []


@given(st.integers(0, 10**14), st.sampled_from([",", ".", "\u202f", ""]))
def test_a_grouped_number_is_one_numeral(value: int, by: str) -> None:
    """However its thousands are parted, a whole number is read whole."""
    [numeral] = numerals(f"so {value:,} cars".replace(",", by))
    assert Decimal(value) in numeral.readings
    assert numeral.equals(Decimal(value))


@given(st.text(alphabet="0123456789,.%kKM '’万 \n-Q12345/", max_size=40))
def test_no_text_breaks_the_reading_of_numerals(words: str) -> None:
    """Every digit is in exactly one numeral, whatever stands around it."""
    covered = [at for numeral in numerals(words) for at in range(numeral.start, numeral.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, character in enumerate(words) if character.isdigit()} <= set(covered)


def test_our_own_content_has_none() -> None:
    """Every number in the texts of this repository's tracker is a figure, or excused by a rule or with a reason."""
    edition = examine(load(PREPARED.parent.parent, KINDS), KINDS, as_of=None, base_url=None, drafts=True)
    assert [
        p for p in edition.warnings if p.code in ("unbound-number", "untested-word", "double-about", "stretched-figure")
    ] == []


@pytest.mark.parametrize("reason", ["", "-", ".", "a", "TODO", "n/a", "…", "xxx", "why it is no figure", "123"])
@pytest.mark.parametrize("words", ['{{{{ lit("1,500", "{}") }}}}', '{{{{ FIG | share(FIG, mixed="{}") }}}}'])
def test_a_reason_says_something(tmp_path: Path, words: str, reason: str) -> None:
    """A dash, a letter, a mark for later or the words of a hint excuse nothing."""
    text = f"{BRIEF}It was {words.format(reason).replace('FIG', FIG)} cars.\n"
    [problem] = found(tmp_path / "a", {"content/briefs/prepared.md": text}, "reason-missing")
    assert problem.place.line == 8
    assert problem.hint


@pytest.mark.parametrize("key", ["mixed: '-'", "accepted: {unbound-number: TODO}"])
def test_a_reason_in_data_says_something(tmp_path: Path, key: str) -> None:
    """It does in a key of a data file too."""
    chart = CHART.format("Cars") + key + "\n"
    [problem] = found(tmp_path, {"data/charts/line.yaml": chart}, "reason-missing")
    assert problem.place.line == 4


def test_the_note_of_a_series_is_read(tmp_path: Path) -> None:
    """A number or such a word in it is found at the series, which may accept it with a reason."""
    series = (PREPARED / "data/series/seres.yaml").read_text("utf-8")
    note = "  definition: Gross margin of the group\n"
    texts = {f"note: '{words}'" for words in ("Of 80,000 cars", "The largest of all")}
    for number, more in enumerate(sorted(texts)):
        files = {"data/series/seres.yaml": series.replace(note, f"{note}  {more}\n")}
        [problem] = found(tmp_path / str(number), files, "unbound-number", "untested-word")
        assert problem.place.path == "data/series/seres.yaml"
        accepted = f"{note}  {more}\n  accepted: {{{problem.code}: the words of its source}}\n"
        files = {"data/series/seres.yaml": series.replace(note, accepted)}
        assert not found(tmp_path / f"a{number}", files, "unbound-number", "untested-word", "accepted-nothing")


@pytest.mark.parametrize("key", ["note", "finished"])
def test_a_number_is_found_where_the_key_stands(tmp_path: Path, key: str) -> None:
    """No expression may stand there, so the hint says none."""
    series = (PREPARED / "data/series/seres.yaml").read_text("utf-8")
    line = f"  {key}: Of 80,000 cars"
    files = {"data/series/seres.yaml": series.replace("  region: cn", f"  region: cn\n{line}", 1)}
    [problem] = found(tmp_path, files, "unbound-number")
    assert (problem.place.line, "fig(" in problem.hint) == (4, False)


def test_the_note_of_a_source_is_read_and_its_numbers_may_be_accepted(tmp_path: Path) -> None:
    """A number is found at the note, but for that of a form or of a filing; the source may answer it."""
    told = []
    for number, more in enumerate(("", "\n  accepted: {unbound-number: the words of its title}")):
        for note in ("It sold 80,000 cars", "Carries Form 6-K, filing 2023-119"):
            source = (
                f"kr-2026-04:\n  publisher: 36Kr\n  url: https://example.org/2\n  kind: press\n  note: {note}{more}\n"
            )
            problems = found(tmp_path / f"{number}{note[:2]}", {"data/sources/more.yaml": source}, "unbound-number")
            told.append([problem.place.line for problem in problems])
    assert told == [[5], [], [], []]


@pytest.mark.parametrize(("language", "word"), [("de", "Tausend"), ("fr", "milliards"), ("es", "mil"), ("sv", "tusen")])
def test_zeros_in_words_of_the_language_make_another_number(tmp_path: Path, language: str, word: str) -> None:
    """A figure is printed whole, so that a word for its zeros behind it says more than the data."""
    site = (PREPARED / "data/site.yaml").read_text("utf-8") + f"language: {language}\n"
    text = f"{BRIEF}{{{{ {FIG} }}}} {word} Seres.\n"
    files = {"data/site.yaml": site, "content/briefs/prepared.md": text}
    assert len(found(tmp_path, files, "stretched-figure")) == 1


@pytest.mark.parametrize(
    "sentence",
    ["In 2021 BMW Group\nsold #.", "BMW Group\nsold #.", "- In 2021 the maker\n  sold #.", "> In 2021 it\n> sold #."],
)
def test_a_sentence_goes_on_in_the_next_line_of_its_source(tmp_path: Path, sentence: str) -> None:
    """Editors wrap their lines, and a page shows the end of one as a space."""
    brief = f"{BRIEF}{sentence.replace('#', f'{{{{ {CARS} }}}}')}\n"
    assert len(linted(tmp_path, brief, "figure-subject")) == 1


@pytest.mark.parametrize("end", ["\n\n", "<br>", "  \n", "\\\n"])
def test_a_sentence_ends_with_its_line_on_the_page(tmp_path: Path, end: str) -> None:
    """A line that a page ends is one to itself: what follows is of another."""
    text = f"In 2021 the yard was built{end}The maker sold #."
    assert not linted(tmp_path, f"{BRIEF}{text.replace('#', f'{{{{ {CARS} }}}}')}\n", "figure-subject")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Its margin was #.", 1),
        ("A revenue of # came in.", 1),
        ("Margin: #", 1),
        ("| Maker | Margin |\n| --- | --- |\n| Seres | # |", 1),
        ("Its new-energy vehicle sales were #.", 0),
        ("With a margin so low it sold #.", 0),
        ("The revenue of # vehicles pays for the plant.", 0),
        ("It made # revenue at # each.", 0),
        ("| Maker | Sales |\n| --- | --- |\n| Seres | # |", 0),
    ],
)
def test_a_figure_stands_behind_or_below_the_label_of_its_own_metric(tmp_path: Path, text: str, wrong: int) -> None:
    """What the tracker calls another metric is no word for this one."""
    brief = f"{BRIEF}{text.replace('#', f'{{{{ {CARS} }}}}')}\n"
    codes = "figure-subject", "stretched-figure"
    assert len(found(tmp_path, {"content/briefs/prepared.md": brief}, *codes)) == wrong


@pytest.mark.parametrize(
    ("title", "wrong"), [("Vehicle sales of Seres", 1), ("Share of vehicle sales that is kept", 0)]
)
def test_a_rate_is_one_of_another_count(tmp_path: Path, title: str, wrong: int) -> None:
    """The title of a chart of rates may say of what they are."""
    metric = (PREPARED / "data/metrics.yaml").read_text("utf-8")
    metric += "vehicle-sales: {label: Vehicle sales, unit: vehicles, kind: flow}\n"
    chart = f"kind: line\ntitle: '{title}'\nseries: [seres.margin]\n"
    files = {"data/metrics.yaml": metric, "data/charts/margins.yaml": chart}
    assert len(found(tmp_path, files, "figure-subject")) == wrong
