"""Every example of the docs and the README is run: expressions, checks, YAML, commands, and the guide as a whole."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from msgspec import structs
from msgspec.structs import replace
from test_examples import BLOCK

from sitegen.claims import judge
from sitegen.cli import main
from sitegen.expressions import Expressions
from sitegen.figures import Figures
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.load.shape.shapes import FILES
from sitegen.load.shape.validate import validate
from sitegen.model.basics.text import Expression
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem
from sitegen.reading.yaml import read_yaml

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "editors-guide.md"
PLACE = Place("docs.md")
# The examples of problems, wrong and right, are lines for the starter: tests/test_examples.py runs them in it.
PAGES = {
    path.relative_to(ROOT).as_posix(): re.sub(BLOCK, "", path.read_text("utf-8"), flags=re.M | re.S)
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *ROOT.glob("sitegen/scaffold/starter/*.md"))
    if path.name != "data-audit.md"
}
# What an expression or a command line stands for, not one itself; words are asked for in templates, not in texts.
_STANDS_FOR = re.compile(r"…|^ ?(?:say|count)\(|\"<|entity\.metric|\{\{ and")
_FUNCTIONS = "fig|chart|ranking|table|cite|holds|lit|claim|rank|capability|entry|event|verdict"
_COMPARES = re.compile(r'(?:==|[<>]=?|\bin\b)(?=[^"]*(?:"[^"]*"[^"]*)*$)')
# Pieces of a file that the docs show alone, with what stands around them and how far they are indented there.
_AROUND = {
    "alternatives:": ("some-claim:\n  text: Some\n  by: some-source\n  check: fig('a.b@2025') > 1\n", 2),
    "2025-Q1:": ("a.b:\n  definition: Some\n  region: cn\n  cadence: quarter\n  values:\n", 4),
    "changes:": ("name: Some\ntagline: Some\nbase_url: https://example.org/\n", 0),
}


def code(text: str) -> Iterator[str]:
    """The code of a page: spans, and fenced or indented blocks but for templates."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S)
    yield from (fence for language, fence in fences if language != "html")
    rest = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    yield from (textwrap.dedent(block) for block in blocks(rest))
    yield from (span.replace("\\|", "|") for span in re.findall(r"`([^`\n]+)`", rest))


def blocks(text: str) -> list[str]:
    """The indented blocks of a page that has no fences."""
    return [match[1] for match in re.finditer(r"(?:\A|\n\n)((?:    [^\n]*\n(?:\n(?=    ))?)+)", text)]


def examples(kind: str) -> list[tuple[str, str]]:
    """The expressions (or, with kind "check", the comparisons of claims) of all pages, each with its page."""
    found = []
    for name, text in PAGES.items():
        if name.endswith("analysts-guide.md"):  # tests/test_analysts_guide.py does what it says
            continue
        for piece in code(text):
            inside = re.findall(r"\{\{(.*?)\}\}", piece, re.S)
            bare = re.fullmatch(rf'\s*\(*(?:{_FUNCTIONS})\((?=.*").*', piece) and not inside
            for source in (*inside, *([piece] if bare else [])):
                compares = bool(_COMPARES.search(source)) and not inside
                if compares == (kind == "check") and not _STANDS_FOR.search(source):
                    found.append((name, source.strip()))
    return sorted(set(found))


@pytest.fixture(scope="module")
def docs() -> Tracker:
    """A small tracker that has what the examples name."""
    return load(ROOT / "tests" / "docs", KINDS)


@pytest.fixture(scope="module")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the guide makes, all its steps done as they are written."""
    folder = tmp_path_factory.mktemp("guide")
    text = GUIDE.read_text("utf-8")
    step = re.compile(
        r"`([^`\n]+)`[^`\n]*:\n\n```(?:yaml|markdown)\n(.*?)^```|^    (sitegen (?:init|new) [^\n]*)$", re.M | re.S
    )
    project = folder / "bread-tracker"
    for match in step.finditer(text):
        if match[3]:
            args = shlex.split(match[3])[1:]
            args = [str(project)] if args[0] == "init" else [*args, "--project", str(project)]
            command = ["init", *args] if len(args) == 1 else args
            result = CliRunner().invoke(main, command)
            assert result.exit_code == 0, result.output
        else:
            assert not match[1].startswith("content") or (project / match[1]).is_file(), match[1]
            (project / match[1]).write_text(match[2], encoding="utf-8")
    return project


def test_the_guide_leads_to_a_brief_with_figure_chart_and_claim(guided: Path) -> None:
    """After its last step a check finds nothing, and the site has the brief with all three."""
    result = CliRunner().invoke(main, ["build", "--no-cache", "--project", str(guided)])
    assert result.exit_code == 0, result.output
    assert " 0 warnings" in result.output
    page = (guided / "site/briefs/harbour-gains-members/index.html").read_text("utf-8")
    assert '<data value="310">310</data>' in page
    assert 'id="chart-members"' in page
    assert "claims/harbour-has-more-members/" in page
    assert "supported" in page
    assert "numbers on this page, counted by the weakest source of each: " in page
    assert (guided / "site/claims/harbour-has-more-members/index.html").is_file()


@pytest.mark.parametrize("command", re.findall(r"^    sitegen (explain .*)$", GUIDE.read_text("utf-8"), re.M))
def test_what_the_guide_explains_can_be_explained(guided: Path, command: str) -> None:
    """Each `sitegen explain` of the guide answers."""
    result = CliRunner().invoke(main, [*shlex.split(command), "--project", str(guided)])
    assert result.exit_code == 0, result.output


def test_there_are_examples() -> None:
    """The examples are found where they stand."""
    assert len(examples("expression")) > 30
    assert len(examples("check")) > 5


@pytest.mark.parametrize(("page", "source"), examples("expression"))
def test_an_expression_has_a_value(docs: Tracker, guided: Path, page: str, source: str) -> None:
    """On the small tracker, or on that of the guide, each expression of the docs evaluates."""
    own = "starter" in page or page.endswith(GUIDE.name) or "harbour." in source
    tracker = load(guided, KINDS) if own and "1,500" not in source else docs
    value = Expressions(Figures(tracker)).evaluate(Expression(source, PLACE))
    assert not isinstance(value, Problem), value


@pytest.mark.parametrize(("page", "source"), examples("check"))
def test_a_check_can_be_tested(docs: Tracker, page: str, source: str) -> None:
    """Each comparison of the docs is one that claims are tested by, on names that are there."""
    claim: Claim = docs.claims["seres-q1-2025-over-80000"]
    tested = replace(claim, id="tested", check=(Expression(source, PLACE),), alternatives=())
    verdicts, problems = judge(structs.replace(docs, claims={**docs.claims, "tested": tested}))
    assert problems == []
    assert verdicts["tested"].word in ("supported", "contradicted", "disputed", "unverified")


YAML = [
    (name, block)
    for name, text in PAGES.items()
    for block in (
        *re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S),
        *(textwrap.dedent(b) for b in blocks(re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))),
    )
    if re.match(r"(?:#.*\n)?[a-z0-9.Q-]+:(?: |\n)", block, re.I)
]


@pytest.mark.parametrize(("page", "block"), YAML)
def test_the_yaml_of_the_docs_is_valid(page: str, block: str) -> None:
    """Each YAML example is read by the shape of one kind of file, whole or as the piece that it is."""
    around, indent = _AROUND.get(block.split()[0], ("", 0))
    document, problems = read_yaml("docs.yaml", around + textwrap.indent(block, " " * indent))
    assert document is not None, problems
    assert any(validate(shape, document)[1] == [] for shape in FILES.values()), block


def commands() -> Iterator[tuple[str, str]]:
    """Every command line of the docs that begins with sitegen, alternatives written out."""
    for name, text in PAGES.items():
        for piece in code(text):
            for line in piece.splitlines():
                for part in line.partition("#")[0].split("&&"):
                    if part.strip().startswith("sitegen ") and "COMMAND" not in part:
                        yield from ((name, written) for written in _written_out(part.strip()))


def _written_out(line: str) -> Iterator[str]:
    several = re.search(r"[a-z]+(?:\|[a-z]+)+", line)
    choices = several[0].split("|") if several else [""]
    yield from (line.replace(several[0], choice) if several else line for choice in choices)


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_a_command_line_is_understood(page: str, line: str) -> None:
    """The command is there, and takes these arguments and options."""
    name, *args = shlex.split(line)[1:]
    command = main.get_command(click.Context(main), name)
    assert command is not None, line
    if args:  # a name alone is only mentioned
        command.make_context(name, args)


def test_every_command_is_in_the_readme() -> None:
    """The table of commands is whole."""
    named = {shlex.split(line)[1] for page, line in commands() if page == "README.md"}
    assert named >= set(main.list_commands(click.Context(main)))
