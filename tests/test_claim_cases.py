"""Claims that are easily decided wrongly: one line for each kind, and its neighbours."""

from __future__ import annotations

import pytest
from factory import PLACE, Lines, claim, ranking, seen, series, source, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.claims import Verdict, judge
from sitegen.figures import Figure, say
from sitegen.model.capability import Capability
from sitegen.model.series import Observation
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

X, OVER = 'fig("x.sales@2025")', 'fig("x.sales@2025") > 80000'
A, B = seen("2025", 85000, "a", use="preferred"), seen("2025", low="70000", high="82000", source="b")
WHOLE = seen("2025-Q1", 400000, "a", bound="more-than")
MONTHS = tuple(seen(f"2025-0{n}", 140000 + n - 1, "a") for n in (1, 2, 3))


def told(
    of: Tracker, check: Lines, *alternatives: Lines, by: str | None = "claimant", mixed: str | None = None
) -> Verdict:
    """The verdict on a claim over a tracker."""
    known = {"claimant": source("claimant"), **of.sources}
    claims = {"it": claim("it", check, *alternatives, by=by, mixed=mixed)}
    verdicts, problems = judge(structs.replace(of, sources=known, claims=claims))
    assert problems == []
    return verdicts["it"]


def outcome(found: Verdict) -> str:
    """What the check comes to."""
    assert found.check is not None
    return found.check.outcome


CHOICES = [
    # one source supports it, and another one leaves it open
    ([A, B], OVER, "open"),
    ([A, seen("2025", 82000, "b", bound="less-than")], OVER, "open"),
    ([A, seen("2025", 79000, "b", bound="at-least")], OVER, "yes"),
    ([A, seen("2025", 86000, "b", bound="more-than"), seen("2025", 79999, "c")], OVER, "split"),
    ([seen("2025", 75000, "a", use="preferred"), B], OVER, "no"),
    ([replace(A, use="normal"), replace(B, use="deprecated", reason="x")], OVER, "yes"),
    # values that agree are one choice, worth what they have in common
    ([seen("2025", 85812, "filing"), seen("2025", 86000, "a", bound="approximate")], f"{X} > 85800", "yes"),
    ([seen("2025", 86000, "a", bound="approximate", use="preferred"), seen("2025", 85812, "b")], f"{X} > 85800", "yes"),
    ([B, seen("2025", low="81000", high="90000", source="c")], OVER, "yes"),
    ([B, seen("2025", low="81000", high="90000", source="c")], f"{X} > 81500", "open"),
    ([B, seen("2025", 81000, "c"), seen("2025", 71000, "d", use="preferred")], OVER, "split"),
    ([B, seen("2025", 81000, "c"), seen("2025", 81500, "d", use="preferred")], OVER, "yes"),
]


@pytest.mark.parametrize(("values", "check", "right"), CHOICES)
def test_every_choice_must_say_so(values: list[Observation], check: str, right: str) -> None:
    """A claim is supported, or contradicted, only where every set of agreeing values says the same."""
    assert outcome(told(tracker(series("x.sales", *values)), check)) == right


PARTS = [
    (MONTHS, "> 410000", "yes"),
    (MONTHS, "> 420003", "no"),
    (MONTHS[:2], "> 410000", "open"),
    ((*MONTHS[:2], seen("2025-03", 140002, "a", status="estimated")), "> 410000", "open"),
    ((*MONTHS[:2], seen("2025-03", 130000, "a", bound="at-least")), "> 410000", "yes"),
    ((*MONTHS[:2], seen("2025-03", 100000, "a")), "> 410000", "open"),
    ((*MONTHS[:2], seen("2025-03", 140002, "a", use="preferred"), seen("2025-03", 125000, "b")), "> 410000", "open"),
    ((*MONTHS[:2], seen("2025-03", 140002, "a", use="preferred"), seen("2025-03", 135000, "b")), "> 410000", "yes"),
]


@pytest.mark.parametrize(("parts", "check", "right"), PARTS)
def test_parts_sharpen_a_vague_whole(parts: tuple[Observation, ...], check: str, right: str) -> None:
    """The sum of the parts counts beside a published whole that it meets; one that misses it says nothing."""
    assert outcome(told(tracker(series("x.sales", WHOLE, *parts)), f'fig("x.sales@2025-Q1") {check}')) == right


def test_parts_sharpen_one_whole_of_two() -> None:
    """Two wholes that do not agree are two choices, and the parts sharpen the one that they meet."""
    of = tracker(series("x.sales", replace(WHOLE, use="preferred"), seen("2025-Q1", 400000, "b"), *MONTHS))
    assert outcome(told(of, 'fig("x.sales@2025-Q1") >= 400000')) == "yes"
    assert outcome(told(of, 'fig("x.sales@2025-Q1") > 410000')) == "split"


RIVALS = tracker(series("x.sales", A, seen("2025", 75000, "b")), series("y.sales", seen("2025", 80000)))


@pytest.mark.parametrize(
    ("check", "ours", "reported"),
    [
        ('fig("x.sales@2025~a") > 80000', "split", "yes"),
        ('fig("x.sales@2025~b") > 80000', "split", "no"),
        ('fig("x.sales@2025~a") - fig("y.sales@2025") > 0', "split", "yes"),
        ('fig("y.sales@2025") | share("x.sales@2025~a") < 100', "split", "yes"),
        ('fig("x.sales@2025~b") > 70000', "yes", "yes"),
        ('fig("y.sales@2025~press-1") > 70000', "yes", "yes"),
    ],
)
def test_a_named_source_hides_no_rival_in_our_own_claims(check: str, ours: str, reported: str) -> None:
    """What one source says may be claimed by others; a claim of ours is about the thing itself."""
    assert outcome(told(RIVALS, check, by=None)) == ours
    assert outcome(told(RIVALS, check)) == reported


def test_rivals_of_anybody_leave_a_rank_open() -> None:
    """Whether the values of the entity or those of another differ, the place is open, and whose they are is said."""
    of = structs.replace(RIVALS, rankings={"test": ranking("x.sales", "y.sales")})
    for entity in ("x", "y"):
        found = told(of, f'rank("test", "{entity}") == 1')
        assert outcome(found) == "open"
        assert found.check is not None
        assert "left open by what is known of X" in found.check.comparisons[0].left.reason  # type: ignore[union-attr]


ABOUT = [
    (seen("2025", 199400), "== about(199000)", "yes"),
    (seen("2025", 199500), "== about(199000)", "yes"),
    (seen("2025", 199501), "== about(199000)", "no"),
    (seen("2025", 198499), "== about(199000)", "no"),
    (seen("2025", 300000), "== about(199000)", "no"),
    (seen("2025", 199000, bound="approximate"), "== about(199000)", "yes"),
    (seen("2025", 200000, bound="approximate"), "== about(199000)", "open"),
    (seen("2025", 199499, bound="at-most"), "== about(199000)", "open"),
    (seen("2025", 199500, bound="more-than"), "== about(199000)", "no"),
    (seen("2025", 199500, bound="at-least"), "== about(199000)", "open"),
    (seen("2025", 200000), "== about(200000)", "yes"),
    (seen("2025", 160000), "== about(200000)", "yes"),
    (seen("2025", 42), "== about(42.5)", "no"),
]


@pytest.mark.parametrize(("value", "check", "right"), ABOUT)
def test_about_is_half_a_unit_of_the_last_digit_around_a_number(value: Observation, check: str, right: str) -> None:
    """`== about(n)` is true where all that is known lies inside, and false where nothing does."""
    assert outcome(told(tracker(series("x.sales", value)), f"{X} {check}")) == right
    mirrored = f"{check.removeprefix('== ')} == {X}"
    assert outcome(told(tracker(series("x.sales", value)), mirrored)) == right


@pytest.mark.parametrize(
    "check",
    [
        f"{X} > about(5)",
        f"{X} == about(0)",
        f'{X} == about("5")',
        "about(5) == about(5)",
        f"{X} == about(5, 6)",
        f"{X} == 5",
    ],
)
def test_what_about_does_not_take(check: str) -> None:
    """About stands behind ==, beside a figure, around one number that is not zero."""
    of = tracker(series("x.sales", A))
    _, problems = judge(
        structs.replace(of, sources={**of.sources, "claimant": source("claimant")}, claims={"it": claim("it", check)})
    )
    assert [problem.code for problem in problems] == ["claim-check"]


VAGUE = tracker(
    series("x.sales", seen("2025", 80000, bound="more-than"), seen("2024", 70000, bound="approximate")),
    series("y.sales", seen("2025", 90000, "a", use="preferred"), seen("2025", 60000, "b"), seen("2024", 5)),
    series("z.sales", *(seen(f"2025-Q{n}", 100, bound="approximate") for n in (1, 2, 3, 4))),
)


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (f'{X} + fig("x.sales@2024") > {X} + 60000', "yes"),
        (f'{X} - fig("x.sales@2024") < {X}', "yes"),
        (f'{X} > fig("x.sales@2024")', "yes"),
        (f'{X} > fig("x.sales@2024") + 6000', "open"),
        (f'fig("y.sales@2025") + {X} > {X} + 50000', "yes"),
        (f'fig("y.sales@2025") + {X} > {X} + 70000', "split"),
        ('fig("z.sales@2025") > fig("z.sales@2025-Q1")', "yes"),
        ('fig("z.sales@2025") - fig("z.sales@2025-Q1") > 260', "open"),
        ('fig("z.sales@2025") - fig("z.sales@2025-Q1") < 451', "yes"),
        ('fig("z.sales@2025-Q1") | share("z.sales@2025") < 34', "open"),
        ('fig("z.sales@2025-Q1") | share("z.sales@2025") < 51', "yes"),
    ],
)
def test_one_quantity_is_one_unknown(check: str, right: str) -> None:
    """What stands on both sides of a comparison, or twice on one, is the same number, however little is known of it."""
    assert outcome(told(VAGUE, check, mixed="periods of any length")) == right


@pytest.mark.parametrize(
    ("parts", "check", "right"),
    [
        (MONTHS, "== 1", "yes"),
        (MONTHS[:2], "== 1", "open"),
        (MONTHS[:2], "< 2", "open"),
        ((*MONTHS[:2], seen("2025-03", 130000, "a", bound="at-least")), "== 1", "yes"),
        ((*MONTHS[:2], seen("2025-03", 120500, "a", bound="at-most")), "== 1", "no"),
    ],
)
def test_parts_sharpen_a_rank(parts: tuple[Observation, ...], check: str, right: str) -> None:
    """A place takes the sum of the parts beside a vague whole too: "more than 400,000" alone may be below 405,000."""
    members = series("x.sales", WHOLE, *parts), series("y.sales", seen("2025-Q1", 405000))
    of = tracker(*members, rankings=[ranking("x.sales", "y.sales", period="2025-Q1")])
    assert outcome(told(of, f'rank("test", "x") {check}')) == right


KINDS = tracker(
    series(
        "x.sales", seen("2025", 5), seen("2025-Q1", 2), seen("2025-Q2", 3), seen("2025-01", 1), seen("2025-02-11", 1)
    ),
    series("y.sales", seen("2025", 5), seen("2024", 6), seen("2025-Q1", 2), seen("2025-02", 2)),
    series("w.sales", seen("2025", 5), seen("2025-Q1", 2), basis="wholesale"),
    series("e.sales", seen("2025", 5), region="europe"),
    series("q.sales", *(seen(f"2025-Q{quarter}", 2) for quarter in (1, 2, 3, 4))),
    series("x.staff", seen("2025", 5), seen("2025-Q1", 2)),
    series("x.margin", seen("2025", 5), seen("2024", 5), seen("2025-Q1", 2)),
    series("gone.sales", basis="retail"),
)


@pytest.mark.parametrize(
    ("check", "differs"),
    [
        ('fig("x.sales@2025") > fig("y.sales@2025")', ""),
        ('fig("x.sales@2025") > fig("w.sales@2025")', "basis (deliveries, wholesale)"),
        ('fig("x.sales@2025") > fig("e.sales@2025")', "region (China, Europe)"),
        ('fig("x.sales@2025") > fig("gone.sales@2025")', "basis (deliveries, retail)"),
        ('fig("x.sales@2025-Q1") > fig("y.sales@2025")', "the length of their periods (3 months, 12 months)"),
        ('fig("x.sales@2025-01") > fig("y.sales@2025-02")', ""),
        ('fig("x.sales@2025-02-11") > fig("y.sales@2025-02")', "the length of their periods (1 day, 1 month)"),
        (
            'fig("x.sales@2025-Q1") + fig("x.sales@2025-Q2") > fig("y.sales@2025")',
            "the length of their periods (6 months, 12 months)",
        ),
        ('fig("x.sales@2025") > fig("y.sales@2025") + fig("y.sales@2025")', ""),
        ('fig("y.sales@2025") + fig("q.sales@2025") + fig("x.sales@2025") > fig("x.sales@2025")', ""),
        (
            'fig("x.sales@2025") - fig("x.sales@2025-Q1") > fig("y.sales@2025")',
            "the length of their periods (9 months, 12 months)",
        ),
        ('fig("y.sales@2025") - fig("y.sales@2024") < fig("x.sales@2025")', ""),
        (
            'fig("y.sales@2025") - fig("y.sales@2024") < fig("x.sales@2025-Q1")',
            "the length of their periods (12 months, 3 months)",
        ),
        (
            '(fig("y.sales@2025") | change("year")) < (fig("w.sales@2025") | change("year"))',
            "basis (deliveries, wholesale)",
        ),
        (
            '(fig("y.sales@2025") | change("year")) < (fig("x.sales@2025-Q1") | change("year"))',
            "the length of their periods (12 months, 3 months)",
        ),
        (
            '(fig("x.sales@2025") | share("y.sales@2025")) > (fig("x.sales@2025-Q1") | share("y.sales@2025-Q1"))',
            "the length of their periods (12 months, 3 months)",
        ),
        ('fig("x.staff@2025") > fig("x.staff@2025-Q1")', ""),
        ('fig("x.margin@2025") > fig("x.margin@2025-Q1")', ""),
        ('fig("x.margin@2025") >= fig("x.margin@2024")', ""),
        ('fig("x.sales@2025-Q1") > 1', ""),
    ],
)
def test_what_differs_is_compared_for_a_reason(check: str, differs: str) -> None:
    """Regions, bases and periods of different length are compared only where `mixed` says why."""
    known = {"claimant": source("claimant"), **KINDS.sources}
    _, problems = judge(structs.replace(KINDS, sources=known, claims={"it": claim("it", check)}))
    assert [(p.code, p.message) for p in problems] == (
        [("mixed-bases", f"the two sides of the check differ in {differs}")] if differs else []
    )
    _, problems = judge(
        structs.replace(KINDS, sources=known, claims={"it": claim("it", check, mixed="as the test says")})
    )
    assert problems == []


RESTATED = tracker(
    series(
        "x.sales",
        seen("2025", 85000, "filing-1"),
        seen("2025", 79000, "filing-2", replaces="filing-1"),
        seen("2024", 1, "filing-1"),
    )
)


@pytest.mark.parametrize("by", ["claimant", None])
@pytest.mark.parametrize(
    ("check", "right"),
    [
        ("fig('x.sales@2025') > 80000", "no"),
        ("fig('x.sales@2025') > 78000", "yes"),
        ("fig('x.sales@2025~filing-1') > 80000", "missing"),
        ("fig('x.sales@2025~filing-1') + fig('x.sales@2024') > 80000", "missing"),
        ("fig('x.sales@2025~filing-2') > 80000", "no"),
    ],
)
def test_a_restated_value_decides_nothing(check: str, right: str, by: str | None) -> None:
    """What its source has restated is no rival, and asked for by its source it is missing."""
    assert outcome(told(RESTATED, check, by=by)) == right


def test_a_source_brings_no_value_back_that_it_restated() -> None:
    """Without the later filing, whose claim it is, the earlier one decides nothing either."""
    for check in ("fig('x.sales@2025') > 80000", "fig('x.sales@2025') > 78000"):
        assert outcome(told(RESTATED, check, by="filing-2")) == "missing"


def disputed(addresses: int, values: int) -> Tracker:
    """A tracker with so many addresses, `a0.sales@2025` and so on, each with so many values that do not agree."""
    of = tracker(
        *(series(f"a{n}.sales", *(seen("2025", k, f"p{k}") for k in range(1, values + 1))) for n in range(addresses))
    )
    return structs.replace(of, sources={**of.sources, "claimant": source("claimant")})


def every(addresses: int) -> str:
    """A check of the sum of so many addresses."""
    return " + ".join(f'fig("a{n}.sales@2025")' for n in range(addresses)) + " > 0"


@pytest.mark.slow
def test_the_choices_of_a_claim_are_bounded() -> None:
    """More than 10,000 choices in the readings of a claim together are an error, and the others are tested."""
    of = disputed(3, 20)
    most, more = claim("most", every(3)), claim("more", every(3), every(3))
    verdicts, problems = judge(structs.replace(of, claims={"most": most, "more": more}))
    assert [(problem.code, problem.place) for problem in problems] == [("claim-choices", more.alternatives[0][0].place)]
    assert verdicts["most"].choices == 8000


def test_the_choices_of_a_site_are_bounded() -> None:
    """More choices than a site may take are one error, at the claim that is too much."""
    claims = {f"c{n}": claim(f"c{n}", every(2)) for n in range(4)}
    verdicts, problems = judge(structs.replace(disputed(2, 7), claims=claims), most=100)
    assert verdicts == {}
    assert [problem.code for problem in problems] == ["claim-choices"]
    verdicts, problems = judge(structs.replace(disputed(2, 5), claims=claims), most=100)
    assert (len(verdicts), problems) == (4, [])


def test_what_values_have_in_common_is_shown_with_all_of_them() -> None:
    """Two ranges that decide only together are printed as what they share, and rest on both sources."""
    of = tracker(series("x.sales", B, seen("2025", low="81000", high="90000", source="c"), seen("2024", 80000)))
    [compared] = told(of, f"{X} < 82500").check.comparisons  # type: ignore[union-attr]  # it has a check
    figure = compared.left
    assert isinstance(figure, Figure)
    assert say(figure, Locale()) == "between 81,000 and 82,000"
    assert [observation.source for observation in figure.observations] == ["c", "b"]
    assert outcome(told(of, f'{X} | change("year") > 1')) == "yes"


def test_changes_that_agree_are_one_choice() -> None:
    """A reported change that meets the computed one sharpens it; one that does not is another choice."""
    vague = (seen("2025", 90000, bound="at-most", change={"year": "-12"}), seen("2024", 100000))
    of = tracker(series("x.sales", *vague))
    check = f'{X} | change("year")'
    assert [outcome(told(of, f"{check} {rest}")) for rest in ("< -11", "< -12", "> -13", "== about(-12)")] == [
        "yes",
        "open",
        "yes",
        "yes",
    ]
    other = tracker(series("x.sales", *vague, seen("2025", None, "press-2", change={"year": "-30.0"})))
    assert outcome(told(other, f"{check} < -20")) == "split"
    assert outcome(told(other, f"{check} < -11")) == "yes"


def test_the_reason_of_a_claim_serves_its_ratios() -> None:
    """A share or a ratio in a check need not repeat why what differs is compared."""
    known = {"claimant": source("claimant"), **KINDS.sources}
    for check in (
        'fig("x.sales@2025") | times("w.sales@2025") >= 1',
        'fig("e.sales@2025") | share("x.sales@2025") > 9',
    ):
        _, problems = judge(structs.replace(KINDS, sources=known, claims={"it": claim("it", check)}))
        assert [problem.code for problem in problems] == ["mixed-bases"]
        assert outcome(told(KINDS, check, mixed="as the test says")) == "yes"


@pytest.mark.parametrize(
    ("check", "codes"),
    [
        ('fig("x.sales@2025") >= 0', ["claim-check"]),
        ('-1 < fig("x.sales@2025")', ["claim-check"]),
        ('fig("x.sales@2025") > 0', []),
        ('fig("x.sales@2025") >= 1', []),
        ('fig("x.sales@2025") < 0', []),
        ('fig("x.profit@2025") >= 0', []),
        ('fig("x.sales@2025") | change("year") >= 0', []),
        ('rank("test", "x") >= 1', ["claim-check"]),
        ('rank("test", "x") <= 1', []),
        ('rank("test", "y") == 1', []),
        ('rank("test", "x") < 3', ["claim-check"]),
        ('rank("test", "x") <= 2', ["claim-check"]),
        ('rank("test", "x") <= rank("test", "x")', ["claim-check"]),
        ('fig("x.sales@2025") <= fig("x.sales@2025")', ["claim-check"]),
        ('fig("x.sales@2025") - fig("x.sales@2025") < 1', ["claim-check"]),
        ('fig("x.sales@2025") + 5 > fig("x.sales@2025") | plain', ["claim-check"]),
        ('fig("x.sales@2025") + 5 > fig("x.sales@2024")', []),
        ('fig("x.sales@2025") + fig("x.sales@2024") >= fig("x.sales@2025")', ["claim-check"]),
        ('fig("x.sales@2025") + fig("x.sales@2024") > fig("x.sales@2025")', []),
        ('fig("x.profit@2025") + fig("x.sales@2024") >= fig("x.sales@2024")', []),
        ('fig("x.sales@2025") | share("x.sales@2025") > 50', ["claim-check"]),
        ('fig("x.sales@2025") | times(fig("x.sales@2025")) >= 1', ["claim-check"]),
        ('fig("x.sales@2025") | share("x.sales@2024") >= 0', ["claim-check"]),
        ('fig("x.sales@2025") | share("x.sales@2024") > 50', []),
        ('verdict("other") in ["supported", "contradicted", "disputed", "unverified"]', ["claim-check"]),
        ('verdict("other") in ["supported", "contradicted", "disputed"]', []),
        ('capability("x", "flies") in ["yes", "partly", "planned", "no"]', ["claim-check"]),
        ('capability("x", "flies") in ["yes", "partly", "planned"]', []),
    ],
)
def test_a_check_that_nothing_could_fail_is_an_error(check: str, codes: list[str]) -> None:
    """A count is zero or more and a place 1 or below, whatever the data say: to ask for that tests nothing."""
    made = (series("x.sales", seen("2025", 5)), series("y.sales", seen("2025", 4)), series("x.profit"))
    of = tracker(*made, rankings=[ranking("x.sales", "y.sales", period="2025")])
    known = {"claimant": source("claimant"), **of.sources}
    flies = Capability(id="flies", label="It flies", definition="", answers=(), place=PLACE)
    claims = {"it": claim("it", check, mixed="a test"), "other": claim("other", 'fig("x.sales@2025") > 3')}
    _, problems = judge(structs.replace(of, sources=known, claims=claims, capabilities={"flies": flies}))
    assert [problem.code for problem in problems] == codes


def test_every_way_to_add_parts_up_sharpens_a_whole() -> None:
    """Months sharpen a year that vague halves leave open, and sums that contradict each other are two choices."""
    halves = (seen("2025-H1", 55, bound="more-than"), seen("2025-H2", 55, bound="more-than"))
    months = tuple(seen(f"2025-{n:02}", 10) for n in range(1, 13))
    year = seen("2025", 100, bound="more-than")
    assert outcome(told(tracker(series("x.sales", year, *halves, *months)), f"{X} == about(120)")) == "yes"
    quarters = tuple(seen(f"2025-Q{n}", 35, "b") for n in (1, 2, 3, 4))
    apart = tracker(series("x.sales", year, *quarters, *months))
    assert outcome(told(apart, f"{X} > 110")) == "yes"
    assert outcome(told(apart, f"{X} > 130")) == "split"
    [rivalry] = told(apart, f"{X} > 130").check.rivalries  # type: ignore[union-attr]  # it has a check
    assert [sorted(candidate.outcomes) for candidate in rivalry.candidates] == [["no", "yes"], ["yes"], ["no"]]


@pytest.mark.parametrize(
    ("shipped", "check", "right"),
    [
        (90000, f"{X} < 95000", "yes"),
        (90000, f"{X} > 91000", "no"),
        (90000, f"{X} < 85000", "open"),
        (None, f"{X} < 95000", "open"),
    ],
)
def test_a_bound_from_another_series_decides(shipped: int | None, check: str, right: str) -> None:
    """What is "more than" so much, and at most what another series has, lies between the two."""
    value = seen("2025", 80000, bound="more-than", at_most={"x.shipments": "all that is sold was shipped"})
    whole = [] if shipped is None else [seen("2025", shipped, "a")]
    assert outcome(told(tracker(series("x.sales", value), series("x.shipments", *whole)), check)) == right


def test_a_bound_of_the_claims_own_source_decides_nothing() -> None:
    """As no number of that source does."""
    value = seen("2025", 80000, bound="more-than", at_most={"x.shipments": "all that is sold was shipped"})
    of = tracker(series("x.sales", value), series("x.shipments", seen("2025", 90000, "claimant")))
    assert outcome(told(of, f"{X} < 95000")) == "open"
