"""Editors: what the language server that they ask about YAML underlines, offers and explains, by the schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lsp import Editor, opened

from sitegen.modeline import modeline
from sitegen.scaffold import init_project
from sitegen.schema import data_files

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
IDS = {
    "starter": {
        "ENTITY": "harbour",
        "METRIC": "loaves",
        "SOURCE": "harbour-report-2025",
        "CHART": "loaves",
        "RANKING": "loaves-2025",
        "CLAIM": "harbour-grew-faster",
        "BASIS": "sold",
    },
    "own": {
        "ENTITY": "aito",
        "METRIC": "deliveries",
        "SOURCE": "36kr-2025-12",
        "CHART": "nio-brands",
        "RANKING": "premium-2025-q3",
        "CLAIM": "seres-q1-2025-over-80000",
        "BASIS": "retail",
    },
}
"""Ids that each project has; they stand for these words below."""
PATHS = {"series": "data/series/x.yaml", "chart": "data/charts/x.yaml", "site": "data/site.yaml"}
PATHS |= {"company": "data/companies/x.yaml", "expansion": "data/expansion/x.yaml", "sources": "data/sources/x.yaml"}
PATHS |= {role: f"data/{role}.yaml" for role in ("claims", "metrics", "rankings", "events", "imports")}

HEAD = "ENTITY.METRIC:\n  definition: all\n  region: no\n  cadence: month\n"
ENTRY = HEAD + "  values:\n"
CHART = "kind: line\ntitle: all\nseries: [ENTITY.METRIC]\n"


def said(project: str, text: str) -> str:
    """A text with the ids of a project in it."""
    for word, id in IDS[project].items():
        text = text.replace(word, id)
    return text


def written(project: str, role: str, text: str) -> tuple[str, str]:
    """The path of a file of that role, and its text in a project, below its modeline."""
    return PATHS[role], f"{modeline(PATHS[role], role)}\n{said(project, text)}"


@pytest.fixture(scope="module")
def editors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Editor]]:
    """An editor with a new project open, and one with this repository."""
    project = tmp_path_factory.mktemp("new") / "tracker"
    init_project(project)
    with opened(project) as starter, opened(ROOT) as own:
        yield {"starter": starter, "own": own}


def test_nothing_is_underlined_in_what_is_right(editors: dict[str, Editor]) -> None:
    """An editor has nothing to say of the files of a new project, nor of ours."""
    for editor in editors.values():
        files = data_files(editor.project)
        found = editor.underlined((file.path, file.text()) for file in files)
        assert [(file.path, each) for file, each in zip(files, found, strict=True) if each] == []


MISTAKES = [
    ("series", ENTRY + "    2025-01: {value: 1, source: nobody}\n", "nobody", "no source had this id"),
    ("series", ENTRY + "    2025-13: {value: 1, source: SOURCE}\n", "2025-13", "write a period"),
    ("series", ENTRY + "    2025-01: {value: 1, source: SOURCE, vale: 2}\n", "vale", "vale is not allowed"),
    ("series", ENTRY + "    2025-01: {value: 1, source: SOURCE, use: best}\n", "best", "preferred"),
    ("series", HEAD.replace("region: no", "region: norway"), "norway", "no country, region or place had"),
    ("series", HEAD.replace("ENTITY.", ""), "METRIC", "write entity.metric"),
    ("chart", CHART.replace("line", "lines"), "lines", "no kind of chart had this id"),
    ("chart", CHART + "events: [the-flood]\n", "the-flood", "no event had this id"),
    ("chart", CHART + "focus: nobody\n", "nobody", "no company, brand, model"),
    ("chart", CHART + "from: spring\n", "spring", "or a financial year"),
    ("chart", CHART + "accepted: {chart-hole: nobody counted}\n", "chart-hole", "no warning has this code"),
    ("chart", CHART + "lines: [{at: half, label: half}]\n", "half", "entity.metric@period"),
    ("company", "name: all\ncountry: norway\n", "norway", "ISO 3166"),
    ("metrics", "all: {label: All, like: nothing}\n", "nothing", "no metric had this id"),
    ("rankings", "all: {title: all, period: 2025-Q9, members: [ENTITY.METRIC]}\n", "2025-Q9", "write a period"),
    ("expansion", "- {where: no, stage: enterd, said: 2025, source: SOURCE}\n", "enterd", "announced"),
    ("sources", "a: {publisher: A, url: example.org, kind: press}\n", "example.org", "web address"),
]
"""What is typed into a file of a role, the word of it that is underlined, and what the message says."""


@pytest.mark.parametrize("project", ["starter", "own"])
def test_mistakes_are_underlined(editors: dict[str, Editor], project: str) -> None:
    """What is wrong is underlined while it is typed, alone, and the message says what to write."""
    found = editors[project].underlined(written(project, role, text) for role, text, _, _ in MISTAKES)
    for (_, text, word, message), underlined in zip(MISTAKES, found, strict=True):
        assert [each.text for each in underlined] == [said(project, word)], text
        assert message in underlined[0].message


@pytest.mark.parametrize("project", ["starter", "own"])
@pytest.mark.parametrize(
    ("role", "text", "word"),
    [
        ("series", ENTRY + "    2025-01: {value: 1, source: |}\n", "SOURCE"),
        ("series", ENTRY + "    2025-01:\n      value: 1\n      |\n", "replaces"),
        ("series", ENTRY.replace("region: no", "region: |"), "europe"),
        ("series", ENTRY.replace("region: no", "basis: |"), "BASIS"),
        ("series", ENTRY.replace("cadence: month", "cadence: |"), "quarter"),
        ("chart", "kind: |\n", "heatmap"),
        ("chart", "kind: line\nseries: [|]\n", "ENTITY.METRIC"),
        ("chart", CHART + "focus: |\n", "ENTITY"),
        ("chart", CHART + "accepted:\n  |\n", "chart-holes"),
        ("site", "lead_ranking: |\n", "RANKING"),
        ("site", "lead_claims:\n  - |\n", "CLAIM"),
        ("site", "lead_chart: |\n", "CHART"),
        ("site", "compare: [[|]]\n", "ENTITY"),
        ("claims", "all:\n  by: |\n", "SOURCE"),
        ("metrics", "all:\n  unit: |\n", "percent"),
        ("expansion", "- stage: |\n", "on sale"),
        ("imports", "metrics: {Cars: |}\n", "METRIC"),
    ],
)
def test_what_there_is_is_offered(editors: dict[str, Editor], project: str, role: str, text: str, word: str) -> None:
    """Where an id or a word of a few is expected, those that there are can be chosen."""
    path, text = written(project, role, text)
    assert said(project, word) in editors[project].offered(path, text)


@pytest.mark.parametrize("project", ["starter", "own"])
@pytest.mark.parametrize(
    ("role", "text", "words"),
    [
        ("series", ENTRY + "    2025-01: {value: 1, sou|rce: SOURCE}\n", "id of a source"),
        ("series", ENTRY.replace("cadence", "cad|ence"), "how often there is a value"),
        ("chart", CHART + "foc|us: ENTITY\n", "the rest grey"),
        ("chart", CHART + "lines: [{a|t: 5, label: five}]\n", "a line stands"),
        ("company", "name: all\nbrands: {all: {nat|ive: 一}}\n", "the name in its own script"),
        ("site", "as|_of: 2025\n", "date up to which the data were compiled"),
    ],
)
def test_keys_are_explained(editors: dict[str, Editor], project: str, role: str, text: str, words: str) -> None:
    """Above a key stands what the data reference says of it."""
    path, text = written(project, role, text)
    assert words in editors[project].explained(path, text)
