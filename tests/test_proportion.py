"""A build that takes pages and files from the last one gives the bytes, and the problems, of a build that does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitegen.build import make
from sitegen.observer import Observer, Shown
from sitegen.pages.context import ASKED, BODIES, LIST
from sitegen.pages.lists import LISTS
from sitegen.pages.record.reasons import in_words
from sitegen.problems import Problem, SitegenError
from sitegen.recall.reads import ALL
from sitegen.settings import Settings
from sitegen.store.session import Session

pytestmark = pytest.mark.slow

SITE = Path(__file__).parent / "sites" / "pages"
TEXTS = {path.relative_to(SITE).as_posix(): path.read_text() for path in SITE.rglob("*.*") if path.suffix != ".svg"}
Files = Mapping[str, str]
SAYINGS = (
    "Studio 54 opened.",
    'It made about {{ fig("red.trips@2025-03") }} and more than {{ fig("fast-red.trips@2025-Q1") }} trips.',
    "See [an older one](../briefs/two.md), [[green]] and [[ranking:published]].",
    "It is the first of 12 in line.",
)
"""What a change somewhere else makes right or wrong."""


def lay(project: Path, files: Files) -> None:
    """Makes the project hold just these texts, beside its pictures and its cache."""
    for path in [*project.glob("content/**/*.md"), *project.glob("data/**/*.yaml")]:
        if path.relative_to(project).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)


Built = tuple[Mapping[str, bytes], tuple[Problem, ...]]


def built(project: Path, session: Session | None = None, observer: Observer | None = None) -> Built:
    """The outputs and warnings of a build, or no output and all problems."""
    try:
        result = make(Settings(project=project, lenient=True), lambda stage: None, session=session, observer=observer)
    except SitegenError as error:
        return {}, error.problems
    return result.outputs, result.summary.warnings


@st.composite
def edits(draw: st.DrawFn) -> list[Files]:
    """The project after each of one to three changes: of a line, of a name, of a file, of what a document says.

    Often the next change is in the same file.
    """
    files, name, states = dict(TEXTS), "", list[Files]()
    for _ in range(draw(st.integers(1, 3))):
        if name not in files or draw(st.booleans()):
            name = draw(st.sampled_from(sorted(files)))
        lines = files[name].splitlines()
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(
            st.sampled_from(["number", "word", "blank", "gone", "swap", "file", "title", "move", "says", "terms"])
        )
        if how == "number":
            lines[at] = "".join(
                str((int(c) + 1) % 10) if c.isdigit() and i > 12 else c for i, c in enumerate(lines[at])
            )
        elif how == "word":
            lines[at] = lines[at].replace("a", "á", 1)
        elif how == "title":
            lines = [line.replace("title: ", "title: New ") for line in lines]
        elif how == "blank":
            lines.insert(at, "")
        elif how == "gone":
            del lines[at]
        elif how == "swap":
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
        elif how == "says" and name.endswith(".md"):
            lines.append(draw(st.sampled_from(SAYINGS)))
        elif how == "terms":
            name, lines = "data/site.yaml", [*files["data/site.yaml"].splitlines(), "terms: [Studio 54]"]
        elif how in ("file", "move") and name != "data/site.yaml":
            text = files.pop(name)
            files |= {name.replace(".", "-b."): text} if how == "move" else {}
        if name in files:
            files[name] = "\n".join(lines) + "\n"
        states.append(dict(files))
    return states


DATA = {
    "data/claims.yaml": "ahead: {text: Red Line makes fewer trips than Blue Line, by: echo, about: [red, blue], "
    """check: fig("red.trips@2025-Q1") < fig("blue.trips@2025-Q1"), mixed: both count trips}\n"""
    "led: {text: Blue Line leads, by: gazette, about: [blue], "
    """check: 'rank("first-quarter", "blue") == 1'}\n"""
    """coast: {text: Blue Line plans to reach the coast, by: gazette, about: [blue], """
    """check: 'entry("blue", "COAST") == "planned"'}\n"""
    'rests: {text: The other claim stands, by: robot, about: [red], check: \'verdict("ahead") == "supported"\'}\n',
    "content/briefs/three.md": "---\ntitle: On claims\nsummary: 'Of claims.'\ndate: 2025-05-20\n---\n\n"
    """The claim is {{ claim("ahead") }}, and the rest made """
    """{{ fig("blue.trips@2025-Q1") | times("red.trips@2025-Q1", mixed="both count trips") }}.\n""",
}
"""What stands beside the texts of the project where its data are edited."""
EDITS = (
    ("data/series/red.yaml", "{value: 110, source", "{value: 115, source"),
    ("data/series/red.yaml", "{value: 450, source", "{value: 290, source"),
    ("data/series/red.yaml", "{value: 1000, source", "{value: 1000, bound: approximate, source"),
    ("data/series/red.yaml", "status: provisional", "status: revised"),
    ("data/series/red.yaml", "status: provisional", "status: target"),
    ("data/series/red.yaml", ", use: preferred, reason: the company counts itself", ""),
    (
        "data/series/red.yaml",
        "{value: 120, source: gazette}",
        "{value: 120, source: gazette, use: deprecated, reason: old}",
    ),
    ("data/series/red.yaml", "red.crossings:\n", "blue.crossings:\n"),
    ("data/series/red.yaml", "green.trips: {definition", "green.crossings: {definition"),
    ("data/series/red.yaml", "  note: Night boats are left out\n", "\n"),
    ("data/metrics.yaml", "kind: flow,", "kind: flow, decimals: 1, divisible: yes,"),
    ("data/metrics.yaml", "label: Trips,", "label: Journeys,"),
    ("data/rankings.yaml", "[red.trips, blue.trips, green.trips]", "[red.trips, blue.trips]"),
    ("data/rankings.yaml", "  of: sound.trips\n", ""),
    ("data/rankings.yaml", "value: 1250", "value: 1240"),
    ("data/claims.yaml", """< fig("blue""", """> fig("blue"""),
    ("data/claims.yaml", "by: robot", "by: red-report"),
    ("data/sources/all.yaml", "kind: filing", "kind: press"),
    ("data/sources/all.yaml", "published: 2025-05,", "published: 2025-02,"),
    ("data/sources/all.yaml", "kind: press, reliability: ai", "kind: press"),
    ("data/companies/red.yaml", "name: Red Line", "name: Red Boats"),
    ("data/charts/trips.yaml", "by: month\n", "by: month\nfrom: 2025-02\n"),
    ("data/expansion/red.yaml", "said: 2025", "said: 2024"),
    ("data/site.yaml", "as_of: 2026-01-31", "as_of: 2025-04-30"),
    ("data/places.yaml", "name: Västra Götaland", "name: Gothenburg"),
    ("data/places.yaml", "se-o, dk]", "dk]"),
    (
        "data/companies/green.yaml",
        "name: Green Motors",
        "name: Green Motors\nuntil: 2024-06\nended: sold\nsuccessor: blue",
    ),
    ("data/companies/blue.yaml", "kind: alliance", "kind: alliance\nmembers: [red, {entity: green, from: 2024}]"),
    ("data/companies/sound.yaml", "kind: market", "kind: market\nformer_names: [{name: Studio 54, until: 2020}]"),
    (
        "data/companies/red.yaml",
        "kind: company",
        "kind: company\nfrom: 2019\nuntil: 2025-02\nparent: {entity: green, from: 2020}",
    ),
)
"""Edits of the data: a file, what stands in it, and what is written instead."""


def edited(which: set[int]) -> Files:
    """The project with some of the edits of its data."""
    files = {**TEXTS, **DATA}
    for number in sorted(which):
        name, old, new = EDITS[number]
        files[name] = files[name].replace(old, new, 1)
    return files


def test_every_edit_of_the_data_changes_them() -> None:
    """What each of them replaces stands in its file."""
    assert [edit for edit in EDITS if edit[1] not in {**TEXTS, **DATA}[edit[0]]] == []


def hurt(cache: Path, chosen: float, how: int) -> None:
    """Damages one of the entries of a cache: cut short, one byte changed, or gone."""
    entries = sorted(entry for entry in cache.glob("*") if entry.is_file() and entry.stat().st_size)
    if not entries:
        return
    entry = entries[int(chosen * len(entries))]
    content = bytearray(entry.read_bytes())
    content[how % len(content)] ^= 1
    entry.unlink()
    if how % 3:
        entry.write_bytes(content if how % 3 == 1 else content[: how % len(content)])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that remembers every build of this module."""
    return Path(shutil.copytree(SITE, tmp_path_factory.mktemp("p") / "project"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project, of which every build is a clean one; only its drawings are remembered."""
    return Path(shutil.copytree(SITE, tmp_path_factory.mktemp("o") / "project"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Session]:
    """The same project, as it is served: one process builds it again and again."""
    project = Path(shutil.copytree(SITE, tmp_path_factory.mktemp("s") / "project"))
    return project, Session(Settings(project=project))


TWO = "content/briefs/two.md"
REPORTED = f"{TEXTS[TWO]}\n{SAYINGS[0]}\n"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits(), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 10**6)), max_size=2))
@example([{**TEXTS, TWO: REPORTED}, {**TEXTS, TWO: f"{REPORTED}\nMore words.\n"}], [])
def test_an_incremental_build_is_a_clean_build(
    project: Path, served: tuple[Path, Session], other: Path, states: list[Files], hurts: list[tuple[float, int]]
) -> None:
    """After any edits, and any damage to the cache, the site and the problems are those of a clean build.

    So are those of a server, and the pages that it shows first. Each edit builds on what the one before left.
    """
    for chosen, how in hurts:
        hurt(project / ".sitegen-cache", chosen, how)
        hurt(served[0] / ".sitegen-cache", chosen, how)
    for files in states:
        for name in ("units-*", "memory-*", "tree-*"):
            for record in (other / ".sitegen-cache").glob(name):
                record.unlink()
        for folder in (project, served[0], other):
            lay(folder, files)
        clean = built(other)
        assert built(project) == clean
        shown: list[Shown] = []
        assert built(*served, Observer(("/about/", "/data/", "/no/such/page/", "/"), shown.extend)) == clean
        assert {each.path: each.content for each in shown}.items() <= clean[0].items() or not clean[0]


BREAKING = {4, 5, 8, 27, 29}
"""Those after which no site is built; each is made alone."""
SOUND = [number for number in range(len(EDITS)) if number not in BREAKING]


def with_each_edit(test: Callable[..., None]) -> Callable[..., None]:
    """The test with more examples, in which each edit is made once and undone by the next."""
    for which in [*({number} for number in BREAKING), *(set(SOUND[start::8]) for start in range(8))]:
        test = example(which)(test)
    return test


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(0, len(EDITS) - 1), max_size=4))
@with_each_edit
@example(set())
@example({15})
@example({24})
@example({25})
@example({26})
@example({28})
def test_data_are_edited_as_if_the_build_were_clean(
    project: Path, served: tuple[Path, Session], other: Path, which: set[int]
) -> None:
    """After any edits of data, and any that undo them, the site and the problems are those of a clean build."""
    for name in ("units-*", "memory-*", "tree-*"):
        for record in (other / ".sitegen-cache").glob(name):
            record.unlink()
    for folder in (project, served[0], other):
        lay(folder, edited(which))
    clean = built(other)
    assert built(project) == clean
    assert built(*served) == clean


def test_the_pages_in_the_browser_are_made_first(served: tuple[Path, Session]) -> None:
    """They are made before all others that change, in the order of asking, and shown though the build fails later."""
    lay(served[0], TEXTS)
    built(*served)
    (served[0] / "templates").mkdir()
    (served[0] / "templates/page.html").write_text("A page: {{ view.title }}.")
    (served[0] / "templates/brief.html").write_text("{{ 1 // 0 }}")
    made: list[str] = []
    shown: list[bytes] = []

    @contextmanager
    def making(what: str, name: str, why: str) -> Iterator[None]:
        made.append(name)
        yield

    show = lambda outputs: shown.append(outputs[0].content)  # noqa: E731
    outputs, problems = built(*served, Observer(("/about/", "/"), show, making))
    shutil.rmtree(served[0] / "templates")
    assert [name for name in made if name.startswith("/")][:2] == ["/about/", "/"]
    assert shown[0] == b"A page: About."
    assert outputs == {}
    assert {problem.place.path for problem in problems} == {"templates/brief.html"}


def remade(project: Path, files: Files) -> dict[str, str]:
    """What is made anew when the project's texts become these, and why; what a build before made is known."""
    found: dict[str, str] = {}

    @contextmanager
    def making(what: str, name: str, why: str) -> Iterator[None]:
        found[name] = why
        yield

    lay(project, files)
    built(project, observer=Observer(making=making))
    return found


CHANGES = [
    ("content/about.md", {"/about/": "the text of content/about.md changed"}),
    (
        "content/briefs/two.md",
        dict.fromkeys(("/briefs/two/", "feed content/briefs/two.md"), "the text of content/briefs/two.md changed"),
    ),
]


@pytest.mark.parametrize(("name", "expected"), CHANGES)
def test_a_change_remakes_what_reads_it(project: Path, name: str, expected: dict[str, str]) -> None:
    """Words of one text touch its page, of a brief also what the feed holds of it, and nothing else."""
    lay(project, TEXTS)
    built(project)
    assert remade(project, {**TEXTS, name: TEXTS[name] + "\nMore words.\n"}) == expected


def test_a_value_remakes_the_texts_that_show_it(project: Path) -> None:
    """A brief that names another value of the same series stays as it was."""
    shown = {
        f"content/briefs/of-{period}.md": "---\ntitle: 'One'\nsummary: 'Short.'\ndate: 2025-05-20\n---\n\n"
        f'The line made {{{{ fig("red.trips@{period}") }}}} trips.\n'
        for period in ("2025-01", "2025")
    }
    lay(project, {**TEXTS, **shown})
    built(project)
    series = TEXTS["data/series/red.yaml"].replace("high: 1300", "high: 1310")
    found = remade(project, {**TEXTS, **shown, "data/series/red.yaml": series})
    assert "/briefs/of-2025/" in found
    assert "/briefs/of-2025-01/" not in found


def test_a_new_heading_reaches_the_search(project: Path) -> None:
    """The search knows the headings of a text, and reads no more of it."""
    lay(project, TEXTS)
    built(project)
    name = "content/about.md"
    found = remade(project, {**TEXTS, name: TEXTS[name] + "\n## More words\n"})
    assert found["/search/"] == found["search"] == f"the headings of {name} changed"


SAYS = {
    "content/about.md": 'Studio 54 and [two](briefs/two.md), with about {{ fig("fast-red.crossings@2025-Q1") }}.',
    "data/site.yaml": "terms: [Studio 54]",
    "data/series/red.yaml": "fast-red.crossings:\n  {definition: x, region: no, cadence: quarter, "
    "values: {2025-Q1: {value: 7, source: red-report}}}",
}
ELSEWHERE = [
    ("data/site.yaml", "terms: [Studio 54]", "terms: [Studio]", "content/about.md", "unbound-number"),
    ("content/briefs/two.md", "date:", "draft: yes\ndate:", "content/about.md", "link-to-draft"),
    ("data/series/red.yaml", "{value: 7,", "{value: 7, bound: approximate,", "content/about.md", "double-about"),
    ("data/sources/all.yaml", "gazette:", "gazettes:", "data/sources/all.yaml", "unknown-source"),
]


@pytest.mark.parametrize(("name", "old", "new", "there", "code"), ELSEWHERE)
def test_a_change_is_reported_where_nothing_changed(
    project: Path, name: str, old: str, new: str, there: str, code: str
) -> None:
    """A text in which nothing was wrong is wrong once what it rests on changes, and right again afterwards."""
    said = {**TEXTS, **{path: f"{TEXTS[path]}\n{text}\n" for path, text in SAYS.items()}}
    changed = {**said, name: said[name].replace(old, new, 1)}
    found = []
    for files in (said, changed, said):
        lay(project, files)
        found.append((there, code) in {(problem.place.path, problem.code) for problem in built(project)[1]})
    assert found == [False, True, False]


def test_every_key_has_words() -> None:
    """Whatever a page may read can be named to the person who asks why it was made again."""
    keys = [f"{of}.{name}:{rest}" for of, names in ASKED.items() for name in names for rest in ("x", ALL)]
    keys += [f"{LIST}:{name} x" for name in LISTS] + [f"{BODIES}:content/about.md"]
    assert all(in_words(key) for key in keys)


def test_a_claim_that_says_other_words_excuses_none(project: Path) -> None:
    """A verdict excuses the words that its claim says: where the claim changes, the text beside it is read again."""
    about = f'{TEXTS["content/about.md"]}\nRed Line outsold Blue Line: {{{{ claim("ahead") }}}}.\n'
    check = 'fig("red.trips@2025-Q1") > fig("blue.trips@2025-Q1")'
    found = []
    for says in ("Red Line outsold Blue Line", "Red Line sails", "Red Line outsold Blue Line"):
        claims = f"ahead:\n  text: {says}\n  by: echo\n  about: [red, blue]\n  check: {check}\n"
        lay(project, {**TEXTS, "content/about.md": about, "data/claims.yaml": claims})
        found.append("untested-word" in {p.code for p in built(project)[1] if p.place.path == "content/about.md"})
    assert found == [False, True, False]
