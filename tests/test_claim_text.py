"""What the statement of a claim needs of its check: numbers, in words too, comparisons and superlatives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.check import examine
from sitegen.check.text.wording import Wording
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.problems import Problem, SitegenError

PREPARED = Path(__file__).parent / "lint"
S, A = "seres.nev-sales", "aito.nev-sales"
RANKING = "makers:\n  title: Makers\n  period: 2025-Q2\n  members: [seres.nev-sales, bmw.nev-sales]\n"
BMW = """bmw.nev-sales:
  definition: New-energy vehicles sold by the group
  region: cn
  cadence: quarter
  values: {2025-Q2: {value: 9000, source: kr-2025-04}}
"""
HEAD = "---\ntitle: A brief\nsummary: Short\ndate: 2025-04-01\nentities: [seres]\n"


def fig(series: str, period: str) -> str:
    """A figure in a check."""
    return f'fig("{series}@{period}")'


def found(
    tmp_path: Path,
    text: str,
    check: tuple[str, ...],
    *,
    ours: bool = True,
    more: str = "",
    prepared: Path = PREPARED,
) -> list[Problem]:
    """What is wrong with a claim about Seres of this text and check; more: further lines of it. prepared: its site."""
    root = tmp_path / "project"
    shutil.copytree(prepared, root, ignore=shutil.ignore_patterns("*.md"))
    lines = (
        f"    text: '{text}'\n    about: [seres]\n    check:\n" + "".join(f"      - {line}\n" for line in check) + more
    )
    (root / "data/rankings.yaml").write_text(RANKING, encoding="utf-8")
    (root / "data/series/bmw.yaml").write_text(BMW, encoding="utf-8")
    if ours:
        (root / "content/briefs").mkdir(parents=True, exist_ok=True)
        (root / "content/briefs/own.md").write_text(f"{HEAD}claims:\n  it:\n{lines}---\n\nText\n", encoding="utf-8")
    else:
        (root / "data/claims.yaml").write_text(f"it:\n    by: kr-2025-04\n{lines}", encoding="utf-8")
    try:
        problems = examine(load(root, KINDS), KINDS, as_of=None, base_url=None, drafts=False).warnings
    except SitegenError as error:
        problems = error.problems
    return [p for p in problems if p.code.startswith("claim-") or p.code == "untested-word"]


Q1, Q2, OLD, AITO = fig(S, "2025-Q1"), fig(S, "2025-Q2"), fig(S, "2024-Q1"), fig(A, "2025-Q2")
RANK, OTHER = 'rank("makers", "seres") == 1', 'rank("makers", "bmw") == 2'


@pytest.mark.parametrize(
    ("text", "sign", "wrong"),
    [
        ("Seres was outsold by AITO", ">", True),
        ("Seres was outsold by AITO", "<", False),
        ("AITO was outsold by Seres", ">", False),
        ("AITO was overtaken by Seres", ">", False),
    ],
)
def test_who_is_outsold_has_less(tmp_path: Path, text: str, sign: str, wrong: bool) -> None:
    """In the passive the first name is of the lesser count, whoever says so."""
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, (f"{Q2} {sign} {AITO}",), ours=ours)
        assert len([p for p in problems if "asks for" in p.message]) == wrong


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres outsold AITO", (f"{Q1} > 10",), "outsold"),
        ("Seres outsold AITO", (f"{Q1} + {AITO} > 10",), "outsold"),
        ('Seres outsold AITO by {{ fig("seres.nev-sales@2025-Q1") }}', (f"{Q1} > 10",), "outsold"),
        ("Seres outsold AITO", (f"{Q2} > {AITO}",), ""),
        ("Seres outsold AITO", (RANK,), ""),
        ("Sales of Seres fell faster than before", (f'{Q1} | change("year") < 0',), ""),
        ("Seres sold more cars than AITO", (f"{Q1} > 10",), "more cars than"),
        ("Seres sold more than 50,000 cars", (f"{Q1} > 50000",), ""),
        ("Seres sold more than fifty thousand cars", (f"{Q1} > 50000",), ""),
        ("Seres passed 50,000 cars", (f"{Q1} > 50000",), ""),
        ("Seres is the largest", (f"{Q1} > 1",), "largest"),
        ("Seres is the largest", (f"{Q2} > {AITO}",), "largest"),
        ("Seres is the largest", (OTHER,), "largest"),
        ("Seres is the largest", (RANK,), ""),
        ("Seres is the smallest", (RANK,), "smallest"),
        ("Seres sold the fewest cars", (RANK,), "fewest"),
        ("Seres is the smallest", (OTHER.replace("bmw", "seres"),), ""),
        ("Seres had its strongest quarter", (f"{Q2} > {Q1}", f"{Q2} > {OLD}"), ""),
        ("Seres had its strongest quarter", (f"{Q2} > {Q1}", f"{Q2} > {Q1}"), "strongest"),
        ("Seres had its strongest quarter", (f"{Q2} > {Q1}", f"{Q1} < {Q2}"), "strongest"),
        ("Seres had its strongest quarter", (f"{Q2} > {Q1} - 90000", f"{Q2} > {OLD} - 90000"), "strongest"),
        ("Seres had its strongest quarter", (f"{Q2} > {Q1}", f"{OLD} > {Q1}"), ""),
        (
            "Seres had its strongest quarter",
            (f"{fig(A, '2025-Q2')} > {fig(A, '2025-Q1')}", f"{fig(A, '2025-Q2')} > {fig(A, '2025-Q4')}"),
            "strongest",
        ),
    ],
)
def test_comparisons_and_superlatives_of_claims_are_tested(
    tmp_path: Path, text: str, check: tuple[str, ...], reported: str
) -> None:
    """Two figures against each other, a change or a rank; a place, or two other periods of the subject itself."""
    for ours in (True, False):
        told = found(tmp_path / str(ours), text, check, ours=ours)
        words = [p.message.split('"')[1] for p in told if p.code == "untested-word"]
        assert words == ([reported] if reported else []), ours


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("BMW is the largest", OTHER, '"largest" says another place'),
        ("BMW is first in spring", OTHER, '"first" says another place'),
        ("BMW has the most cars", OTHER, '"the most" says another place'),
        ("BMW came third", OTHER, '"third" says another place'),
        ("BMW leads in spring", OTHER, '"leads" says another place'),
        ("BMW is the third-largest", OTHER, '"third-largest" says another place'),
        ("BMW is number one", OTHER, '"number one" says another place'),
        ("BMW is the largest", 'rank("makers", "bmw") > 1', '"largest" says another place'),
        ("BMW is not second", OTHER, '"second" is denied'),
        ("Seres came last", RANK, '"last" says another place'),
        ("BMW is the winner in spring", OTHER, '"is the winner" says another place'),
        ("BMW follows the winner in spring", OTHER, ""),
        ("BMW is not the champion in spring", OTHER, ""),
        ("BMW is second", OTHER, ""),
        ("BMW came last", OTHER, ""),
        ("BMW is not first", OTHER, ""),
        ("BMW is the second-largest", OTHER, ""),
        ("BMW is second in its largest market", OTHER, ""),
        ("BMW is one of the largest", OTHER, ""),
        ("BMW was the first to sell cars", OTHER, ""),
        ("BMW follows Seres Group, the largest", OTHER, ""),
        ("BMW is no longer first", OTHER, ""),
        ("Seres is first", RANK, ""),
    ],
)
def test_words_say_the_place_for_which_the_check_asks(tmp_path: Path, text: str, check: str, reported: str) -> None:
    """A superlative is the first place, or the last; a place that is denied is none for which the check asks."""
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text.replace("BMW", "BMW Group"), (check,), ours=ours)
        own = [p.message.split(", and")[0] for p in problems if p.code == "untested-word" and "asks for" in p.message]
        assert own == ([reported] if reported else [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("BMW Group is the second most expensive in spring", "most expensive"),
        ("BMW Group is the most profitable in spring", "most profitable"),
        ("BMW Group was the fastest-growing in spring", "fastest-growing"),
        ("BMW Group grew fastest in spring", "grew fastest"),
        ("BMW Group is second among the most expensive makers", ""),
        ("BMW Group is second, and has the most expensive cars", ""),
        ("BMW Group is second of the fastest-growing makers", ""),
        ("BMW Group is the second-largest", ""),
    ],
)
def test_a_superlative_is_of_what_the_ranking_compares(tmp_path: Path, text: str, wrong: str) -> None:
    """A ranking of cars says nothing of prices, profits or growth."""
    told = [p.message.split('"')[1] for p in found(tmp_path, text, (OTHER,)) if "is not what the ranking" in p.message]
    assert told == ([wrong] if wrong else [])


GREW, FELL = f"{OLD} < {Q1}", f"{OLD} > {Q1}"
YEAR = f'{Q1} | change("year")'


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres sold more in Q1 2024 than in Q1 2025", GREW, '"more in Q1 2024 than" says a fall'),
        ("Seres sold less in Q1 2025 than in Q1 2024", GREW, '"less in Q1 2025 than" says a fall'),
        ("In Q1 2025 Seres sold more cars than in Q1 2024", FELL, '"more cars than" says a rise'),
        ("In Q1 2025 Seres sold fewer cars than a year before", f"{YEAR} > 5", '"fewer cars than" says a fall'),
        ("A Seres was cheaper in Q1 2025 than in Q1 2024", GREW, '"cheaper in Q1 2025 than" says a fall'),
        ("A Seres was dearer in Q1 2025 than in Q1 2024", GREW, ""),
        ("Seres cut jobs in Q1 2025", f"{YEAR} > 0", '"cut jobs" says a fall'),
        ("Seres hired in Q1 2025", f"{YEAR} > 0", ""),
        ("Seres hired in Q1 2025", f"{YEAR} < 0", '"hired" says a rise'),
        ("Seres did not sell more in Q1 2025 than in Q1 2024", GREW, '"more in Q1 2025 than" is denied'),
        ("Seres sold more in Q1 2025 than in Q1 2024", GREW, ""),
        ("Seres sold more in Q1 2024 than in Q1 2025", FELL, ""),
        ("Seres did not sell more in Q1 2025 than in Q1 2024", FELL, ""),
        ("In Q1 2025 Seres sold fewer cars than a year before", f"{YEAR} < 0", ""),
        ("The growth of Seres in Q1 2025 was below 40%", f"{YEAR} > 40", '"below" says less'),
        ("The growth of Seres in Q1 2025 was below 40%", f"{YEAR} < 40", ""),
        ("Seres had 50,000 orders in Q1 2025", f"{Q1} > 50000", '"had" says just that number'),
        ("Seres sold exactly 54,550 in Q1 2025", f"{Q1} == about(54550)", '"sold exactly" says just that number'),
        ("Seres sold exactly 54,552 in Q1 2025", f"{Q1} == about(54552)", ""),
        ("Seres sold 54,550 in Q1 2025", f"{Q1} == about(54550)", ""),
        ("Seres sold about 54,550 in Q1 2025", f"{Q1} == about(54550)", ""),
        ("Seres sold about 50,000 in Q1 2025", f"{Q1} > 50000", '"about" says about that number'),
        ("Sales of Seres fell by 40% in Q1 2025", f"{YEAR} < -40", '"by" says just that number'),
        ("Sales of Seres grew by 40% in Q1 2025", f"{YEAR} > 40", '"by" says just that number'),
        ("Sales of Seres grew by more than 40% in Q1 2025", f"{YEAR} > 40", ""),
        ("Sales of Seres grew by at least 40% in Q1 2025", f"{YEAR} >= 40", ""),
        ("Sales of Seres grew by 40% in Q1 2025", f"{YEAR} == about(40)", ""),
        ("Seres had over 50,000 orders in Q1 2025", f"{Q1} > 50000", ""),
        ("Seres had 50,000 orders in Q1 2025", f"{Q1} >= 50000", ""),
        (
            "AITO sold as many as BMW Group in Q2 2025",
            f"{AITO} < {fig('bmw.nev-sales', '2025-Q2')}",
            '"as many as" says more',
        ),
        ("AITO sold half as many as BMW Group in Q2 2025", f"{AITO} < {fig('bmw.nev-sales', '2025-Q2')}", ""),
        ("Seres never sold more than in Q2 2025", f"{Q2} > {Q1}", '"never sold more than" sets one above all others'),
        ("Seres lost sales in Q1 2025", f"{YEAR} > 4", '"lost" says a fall'),
        ("Seres lost over 50% of its sales in Q1 2025", f"{YEAR} > 50", '"lost" says a fall'),
        ("Seres slumped in Q1 2025", f"{YEAR} > 4", '"slumped" says a fall'),
        (
            "AITO grew slower than BMW Group in Q2 2025",
            f"({AITO} | change('year')) > ({fig('bmw.nev-sales', '2025-Q2')} | change('year'))",
            '"slower than" says less',
        ),
        ("Sales of Seres are down in Q1 2025", f"{YEAR} > 0", '"down" says a fall'),
        ("Sales of Seres are up in Q1 2025", f"{YEAR} > 0", ""),
        ("In the fourth quarter Seres sold over 50,000", f"{Q1} > 50000", 'the claim says "In the fourth quarter"'),
        ("In the first quarter Seres sold over 50,000", f"{Q1} > 50000", ""),
    ],
)
def test_times_and_numbers_are_compared_as_the_check_does(tmp_path: Path, text: str, check: str, reported: str) -> None:
    """Two periods stand the right way round, and a number that is said as it is, is not only a bound of the check."""
    every = found(tmp_path, text, (check,))
    problems = [p for p in every if p.code == "untested-word" or 'the claim says "' in p.message]
    assert [p.message.split(", and")[0] for p in problems] == ([reported] if reported else [])


MONEY, MARGIN = fig("seres.revenue", "2024"), fig("seres.margin", "2024")


@pytest.mark.parametrize(
    ("text", "check", "word"),
    [
        ("Seres earned more than 50,000 yuan in Q1 2025", f"{Q1} > 50000", "yuan"),
        ("Seres earned more than ¥50,000 in Q1 2025", f"{Q1} > 50000", "¥"),
        ("Seres had more than 50,000 places in Q1 2025", f"{Q1} > 50000", "places"),
        ("Seres had more than fifty thousand places in Q1 2025", f"{Q1} > 50000", "places"),
        ("Seres moved more than 50,000 tonnes in Q1 2025", f"{Q1} > 50000", "tonnes"),
        ("Seres sold over 50,000 vehicles a month in Q1 2025", f"{Q1} > 50000", "a month"),
        ("Seres sold over 50% in Q1 2025", f"{Q1} > 50", "percent"),
        ("Sales of Seres fell by more than 40 points in Q1 2025", f"{YEAR} < -40", "points"),
        ("Sales of Seres fell by more than 40 vehicles in Q1 2025", f"{YEAR} < -40", "vehicles"),
        ("The margin of Seres was above 20 points in 2024", f"{MARGIN} > 20", "points"),
        ("Sales of Seres fell by more than 10% in Q1 2025", f"{OLD} - {Q1} > 10", "percent"),
        ("Sales of Seres fell by more than 10 vehicles in Q1 2025", f"{OLD} - {Q1} > 10", ""),
        ("Seres earned over 140 billion vehicles in 2024", f"{MONEY} > 140000", "vehicles"),
        ("Seres earned over 140 billion US dollars in 2024", f"{MONEY} > 140000", "dollars"),
        ("Seres sold more than 50,000 vehicles in Q1 2025", f"{Q1} > 50000", ""),
        ("Seres sold more than 50,000 electric cars in Q1 2025", f"{Q1} > 50000", ""),
        ("Seres sold more than 50,000 Seres vehicles in Q1 2025", f"{Q1} > 50000", ""),
        ("Seres sold more than 50,000 vehicles a quarter in Q1 2025", f"{Q1} > 50000", ""),
        ("Seres had sold over 90,000 vehicles a year earlier", f"{OLD} > 90000", ""),
        ("Sales of Seres fell by more than 40% in Q1 2025", f"{YEAR} < -40", ""),
        ("Sales of Seres fell by more than 40 percent in Q1 2025", f"{YEAR} < -40", ""),
        ("The margin of Seres was above 20% in 2024", f"{MARGIN} > 20", ""),
        ("Seres earned over 140 billion yuan in 2024", f"{MONEY} > 140000", ""),
        ("Seres earned over RMB 140 billion in 2024", f"{MONEY} > 140000", ""),
        ("Seres doubled vehicles in Q2 2025", f'{Q2} | times("{S}@2025-Q1") > 2', ""),
    ],
)
def test_a_number_of_a_claim_counts_what_its_check_counts(tmp_path: Path, text: str, check: str, word: str) -> None:
    """The word beside a number is none of another unit, another currency or another time, whoever claims it."""
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, (check,), ours=ours)
        own = [p.message.split('"')[1] for p in problems if "the check counts" in p.message]
        assert own == ([word] if word else [])


def test_a_number_of_a_claim_fits_one_of_its_readings(tmp_path: Path) -> None:
    """What an alternative counts may stand beside the number too."""
    text, more = "Seres earned more than 50,000 yuan", f"    alternatives:\n      - {MONEY} > 50000\n"
    problems = found(tmp_path, text, (f"{Q1} > 50000",), more=more)
    assert not [p for p in problems if "the check counts" in p.message]


IN_DENMARK, PLAN = 'entry("seres", "dk") >= "entered"', 'entry("seres", "se") == "planned"'


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres sells in Germany", IN_DENMARK, "the claim names Germany"),
        ("Seres plans a shop in Finland", PLAN, "the claim names Finland"),
        ("Seres has entered Denmark", 'entry("seres", "dk") >= "announced"', '"entered" says another step'),
        ("Seres has entered Sweden", PLAN, '"entered" says another step'),
        ("Seres has left Sweden", PLAN, '"has left" says another step'),
        ("Seres is not in Denmark", IN_DENMARK, '"in" is denied'),
        ("Seres plans a shop in Denmark", IN_DENMARK, '"plans" says another step'),
        ("Seres does not plan for Sweden", PLAN, '"plan" is denied'),
        ("Seres has opened a shop in Sweden", PLAN, '"has opened" says another step'),
        ("Seres entered Denmark in 2020", IN_DENMARK, 'the claim says "in 2020"'),
        ("Seres entered Denmark in 2025", IN_DENMARK, ""),
        ("Seres has not opened a shop in Sweden", PLAN, ""),
        ("Seres plans a shop in Sweden for 2027", PLAN, ""),
        ("Seres sells in Denmark", IN_DENMARK, ""),
        ("Seres has entered Europe", IN_DENMARK, ""),
        ("Seres plans to sell in Sweden", PLAN, ""),
        ("A shop in Sweden is planned, and nobody has reported that it sells", PLAN, ""),
        ("Seres of China sells abroad", IN_DENMARK, ""),
    ],
)
def test_a_claim_on_a_place_says_what_its_check_asks(tmp_path: Path, text: str, check: str, reported: str) -> None:
    """The place and the step that a claim names are those for which its check asks."""
    shutil.copytree(PREPARED, tmp_path / "prepared")
    expansion = tmp_path / "prepared/data/expansion/seres.yaml"
    expansion.parent.mkdir()
    entries = [
        f"{{where: {where}, stage: {stage}, said: 2025-04-01, source: kr-2025-04}}"
        for where, stage in (("dk", "on sale"), ("se", "planned"))
    ]
    expansion.write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, (check,), ours=ours, prepared=tmp_path / "prepared")
        own = [p.message.split(", and")[0] for p in problems if p.code in ("untested-word", "claim-subject")]
        assert own == ([reported] if reported else []), problems


SOON = 'capability("seres", "rent") == "planned"'
CAN, CANNOT = 'capability("seres", "shop") == "yes"', 'capability("seres", "drive") == "no"'
FAIR = 'event("fair") > "2024"'
ANSWERS = """\
shop: {{label: Online shop, definition: Sells on a web page, answers: [{{entity: seres, answer: yes, {said}}}]}}
drive: {{label: Test drives, definition: Lends a car for a day, answers: [{{entity: seres, answer: no, {said}}}]}}
rent: {{label: Rental, definition: Rents cars for a day, answers: [{{entity: seres, answer: planned, {said}}}]}}
visit: {{label: No visits, definition: Comes without a visit, answers: [{{entity: seres, answer: yes, {said}}}]}}
""".format(said="said: 2025-03, source: kr-2025-04")


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres has no online shop", CAN, '"no" denies'),
        ("Seres does not sell on a web page", CAN, '"not" denies'),
        ("Seres has cars for rent", SOON, "the claim says that it is there"),
        ("Seres will rent out cars", SOON, ""),
        ("Seres has plans to rent out cars", SOON, ""),
        ("Seres rents out cars from 2027 on", SOON, ""),
        ("Seres lends its cars for a day", CANNOT, "nothing is denied here"),
        ("The fair of Seres was in 2024", FAIR, 'the claim says "in 2024"'),
        ("The fair of Seres was in July 2025", FAIR, 'the claim says "in July 2025"'),
        ("Seres has an online shop", CAN, ""),
        ("Seres sells not only in shops, it has an online shop", CAN, ""),
        ("Seres has an online shop, and no report denies it", CAN, ""),
        ("Seres lends no cars", CANNOT, ""),
        ("Seres refuses test drives", CANNOT, ""),
        ("Seres comes without a visit", 'capability("seres", "visit") == "yes"', ""),
        ("Seres has an online shop and no test drives", 'capability("seres", "shop") in ["yes", "no"]', ""),
        ("The fair of Seres was in June 2025", FAIR, ""),
        ("The fair of Seres was in 2025", FAIR, ""),
        ("The fair of Seres was after 2024", FAIR, ""),
    ],
)
def test_a_claim_on_an_answer_or_an_event_says_what_its_check_asks(
    tmp_path: Path, text: str, check: str, reported: str
) -> None:
    """What is denied is not affirmed, and an event is of its own time."""
    shutil.copytree(PREPARED, tmp_path / "prepared")
    (tmp_path / "prepared/data/capabilities.yaml").write_text(ANSWERS, encoding="utf-8")
    event = "fair: {date: 2025-06-10, entities: [seres], text: 'Seres shows cars at a fair', source: kr-2025-04}\n"
    (tmp_path / "prepared/data/events.yaml").write_text(event, encoding="utf-8")
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, (check,), ours=ours, prepared=tmp_path / "prepared")
        own = [p.message.split(", and")[0] for p in problems if p.code in ("untested-word", "claim-subject")]
        assert own == ([reported] if reported else []), problems


def test_a_superlative_is_of_the_end_that_comes_first(tmp_path: Path) -> None:
    """Where less is better the first place is that of the least, so that "largest" is not what it says."""
    shutil.copytree(PREPARED, tmp_path / "prepared")
    metrics = tmp_path / "prepared/data/metrics.yaml"
    text = metrics.read_text(encoding="utf-8").replace("kind: flow}", "kind: flow, better: less}", 1)
    metrics.write_text(text, encoding="utf-8")
    for words, messages in (("the smallest", []), ("the largest", ["puts the least first"])):
        problems = found(tmp_path / words, f"Seres is {words}", (RANK,), prepared=tmp_path / "prepared")
        assert [p.message.split('" ')[-1] for p in problems if p.code == "untested-word"] == messages


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres sold over a million cars", (f"{Q1} > 50000",), ["a million"]),
        ("Seres sold over fifty thousand cars", (f"{Q1} > 50000",), []),
        ("Seres sold over eighty-five thousand cars", (f"{Q2} > 50000",), ["eighty-five thousand"]),
        ("Seres has a dozen models", (f"{Q1} > 10",), ["a dozen"]),
        ("Seres sold half a million", (f"{Q1} > 5000",), ["half a million"]),
        ("Sales of Seres doubled", (f"{Q2} > {Q1}",), ["doubled"]),
        ("Sales of Seres tripled", (f'{Q1} | change("year") < 0',), ["tripled"]),
        ("Sales grew fivefold", (f'{Q2} | times("{S}@2025-Q1") > 1',), ["fivefold"]),
        ("Seres sold three times as many", (f'{Q2} | times("{S}@2025-Q1") > 1',), ["three times"]),
        ("Sales of Seres fell by two fifths", (f'{Q1} | change("year") < -40',), []),
        ("Sales of Seres fell by a third", (f'{Q1} | change("year") < -33',), []),
        ("Sales of Seres fell by half", (f'{Q1} | change("year") < -33',), ["half"]),
        ("Two thirds of them are of AITO", (f'{AITO} | share("{S}@2025-Q2") > 50',), ["Two thirds"]),
        ("A quarter of them are of AITO", (f'{AITO} | share("{S}@2025-Q2") > 25',), []),
        ("A tenth of them are of AITO", (f'{AITO} | share("{S}@2025-Q2") > 9',), ["A tenth"]),
        ("Seres sold twice as many", (f"{Q2} < {Q1} + {Q1}",), []),
        ("Seres sold more in the first half and the third quarter", (f"{Q2} > {Q1}",), []),
        ("Seres sold 80,000 cars", (f"{Q1} + 80000 > 80000",), ["80,000"]),
        ("Seres sold 80,000 cars", (f"{Q1} - 80000 > -80000",), ["80,000"]),
        ("Seres sold 40,000 cars", (f"{Q1} - 40000 > 0",), []),
        ("Seres sold 40,000 cars", (f"{Q1} + 80000 > 120000",), []),
    ],
)
def test_a_number_of_a_statement_is_what_its_check_asks(
    tmp_path: Path, text: str, check: tuple[str, ...], reported: list[str]
) -> None:
    """A number in words counts like one in digits, and what stands on both sides of a check asks for nothing."""
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, check, ours=ours)
        numbers = [p for p in problems if p.code == "claim-number"]
        assert [p.message.removeprefix("the claim says ").split(", and")[0] for p in numbers] == reported


@pytest.mark.parametrize(
    ("alternative", "reported"),
    [
        (f"{Q2} > 90000", []),
        (f"{Q2} < 90000", []),
        (f"{fig(S, '2025-Q3')} > 90000", ["claim-number"]),
        (f"{fig(A, '2025-Q3')} > 89000", ["claim-number"]),
    ],
)
def test_an_alternative_that_decides_nothing_tests_no_number(
    tmp_path: Path, alternative: str, reported: list[str]
) -> None:
    """A number that only an open or missing alternative asks for is not tested."""
    number = alternative.split()[-1]
    text = f"Seres sold {int(number):,} cars"
    more = f"    alternatives:\n      - {alternative}\n"
    problems = found(tmp_path, text, (f"{Q1} > 50000",), more=more)
    assert [p.code for p in problems if p.code == "claim-number"] == reported


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("a hundred and twenty thousand", "120000"),
        ("half a dozen", "6"),
        ("twice", "2"),
        ("halved", "0.5"),
        ("three out of four", "0.75"),
        ("ten per cent", "10"),
        ("one million five hundred thousand", "1500000"),
    ],
)
def test_what_a_number_in_words_stands_for(words: str, values: str) -> None:
    """The first of its values is the number itself."""
    [number] = Wording("en").numbers(words)
    assert (number.text, f"{number.values[0]:f}") == (words, values)


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres sold cars", f"{Q1} > 50000", []),
        ("AITO sold cars", f"{AITO} > 50000", []),
        ("They sold cars", f"{AITO} > 50000", ["claim-subject"]),
        ("AITOs sold cars", f"{AITO} > 50000", ["claim-subject"]),
        ("They came first", 'rank("makers", "bmw") == 2', ["claim-subject"]),
        ("BMW Group came second", 'rank("makers", "bmw") == 2', []),
    ],
)
def test_a_check_asks_for_what_the_claim_names(tmp_path: Path, text: str, check: str, reported: list[str]) -> None:
    """An entity that the check asks for stands in the text or under about:."""
    assert [p.code for p in found(tmp_path, text, (check,)) if p.code == "claim-subject"] == reported


@pytest.mark.parametrize(
    ("text", "check", "reported"),
    [
        ("Seres sold over 54,000 cars in Q1 2025", f"{Q1} >= 54000", "over"),
        ("Seres sold at least 54,000 cars in Q1 2025", f"{Q1} > 54000", "at least"),
        ("Seres sold fewer than 55,000 cars in Q1 2025", f"{Q1} <= 55000", "fewer than"),
        ("Seres sold at most 55,000 cars in Q1 2025", f"{Q1} < 55000", "at most"),
        ("Seres sold at least 54,000 cars in Q1 2025", f"{Q1} >= 54000", ""),
        ("Seres sold over 54,000 cars in Q1 2025", f"{Q1} > 54000", ""),
        ("Seres did not sell 54,000 cars in Q1 2025", f"{Q1} >= 54000", "not"),
        ("Seres sold no cars in Q1 2025", f"{Q1} > 0", "no"),
        ("Seres did not sell 60,000 cars in Q1 2025", f"{Q1} < 60000", ""),
        ("Seres was never without sales in Q1 2025", f"{Q1} > 0", ""),
        ("Seres suffered no loss of all sales in Q1 2025", f"{Q1} > 0", ""),
        ("Sales of Seres fell in Q1 2025", f"{YEAR} > -90", "fell"),
        ("Sales of Seres grew for eight years", f"{YEAR} < -40", "for eight years"),
        ("Sales of Seres have grown since 2015", f"{YEAR} < -40", "since 2015"),
        ("Only Seres sold cars in Q1 2025", f"{Q1} > 0", "Only"),
        ("Seres sold over 54,000 cars fewer in Q1 2025", f"{Q1} > 54000", "fewer"),
        ("Sales of Seres grew faster in 2025 than in 2024", f"{YEAR} < -40", "faster in 2025 than"),
    ],
)
def test_a_check_asks_for_no_more_and_no_less_than_its_claim_says(
    tmp_path: Path, text: str, check: str, reported: str
) -> None:
    """Whether the number itself is in it, whether it is denied, and of how many times and companies it is."""
    for ours in (True, False):
        problems = found(tmp_path / str(ours), text, (check,), ours=ours)
        words = [p.message.split('"')[1] for p in problems if p.code == "untested-word"]
        assert (reported in words) if reported else not words, words


def test_a_share_asks_for_what_it_is_of(tmp_path: Path) -> None:
    """The address in `share` and `times` is asked for too."""
    problems = found(tmp_path, "AITO has over half of the sales of Seres", (f'{AITO} | share("{S}@2025-Q2") > 50',))
    assert [p.message for p in problems if "asks for" in p.message and p.code == "claim-subject"] == []
