"""The theme in a project's hands: copied, extended, misspelt; and the documents that come with the package."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_type_hints
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result
from small import PIXEL, once

from sitegen import manual
from sitegen.cli import main
from sitegen.manual.templates import macros, views
from sitegen.overrides import theme_files
from sitegen.overrides.names import unknown_names
from sitegen.overrides.stylesheets import faults
from sitegen.problems.codes import CODES
from sitegen.theme import Theme, ours

ASSETS = {path.relative_to(ours() / "assets").as_posix() for path in ours().glob("assets/**/*")}
SITE = Path(__file__).parent / "sites" / "pages"


def run(*words: object) -> Result:
    """A command as it ends."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site without templates of its own."""
    return Path(shutil.copytree(SITE, tmp_path / "project", ignore=shutil.ignore_patterns("templates")))


def built(project: Path, *, page: str = "index.html") -> str:
    """A page of the project as it is built."""
    result = run("build", "--no-cache", "--project", project, "-o", project / "out")
    assert result.exit_code == 0, result.stderr
    return (project / "out" / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The home page of that site as it is built."""
    folder = tmp_path_factory.mktemp("plain") / "project"
    return once("theme", lambda: built(Path(shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("templates")))))


def test_a_template_may_extend_the_one_whose_place_it_takes(project: Path, plain: str) -> None:
    """A block is filled anew, what it held stands within it, and the rest of the page stays."""
    (project / "templates").mkdir()
    (project / "templates" / "home.html").write_text(
        '{% extends "theme/home.html" %}\n{% block finding %}\n<p id="own">Hello</p>\n{{ super() }}{% endblock %}\n'
    )
    (project / "templates" / "base.html").write_text(
        '{% extends "theme/base.html" %}\n{% block meta %}<meta name="own" content="1">\n{% endblock %}\n'
    )
    after = built(project)
    assert '<meta name="own" content="1">' in after
    assert after.replace('<p id="own">Hello</p>\n', "").replace('<meta name="own" content="1">\n', "") == plain


def test_a_template_that_is_not_replaced_can_be_included_by_its_full_name(project: Path) -> None:
    """`theme/parts.html` is ours where the project has no parts of its own."""
    (project / "templates").mkdir()
    (project / "templates" / "404.html").write_text(
        '{% extends "theme/404.html" %}\n{% import "theme/parts.html" as pieces %}\n'
        '{% block article %}{{ super() }}<p id="own">{{ pieces.facts(()) }}</p>{% endblock %}\n'
    )
    assert '<p id="own">' in built(project, page="404.html")


def test_a_file_of_the_theme_is_copied_once(project: Path, plain: str) -> None:
    """The copy builds the same page, and a second copy is refused."""
    assert run("theme", "home.html", "--project", project).exit_code == 0
    assert (project / "templates" / "home.html").read_bytes() == (ours() / "home.html").read_bytes()
    assert run("theme", "templates/assets/print.css", "--project", project).exit_code == 0
    assert built(project) == plain
    again = run("theme", "home.html", "--project", project)
    assert again.exit_code == 1
    assert "is there already" in again.stderr


@pytest.mark.slow
def test_a_copy_of_the_whole_theme_builds_without_a_problem(project: Path, plain: str) -> None:
    """Whoever copies every file of the theme out to change it is told of nothing, and the pages stay the same."""
    for path in sorted(theme_files(ours())):
        assert run("theme", path, "--project", project).exit_code == 0, path
    assert built(project) == plain


def test_an_unknown_file_of_the_theme_is_named_with_its_neighbour(project: Path) -> None:
    """A misspelt name, or one that leads elsewhere, is refused with a hint, and nothing is written."""
    assert 'did you mean "home.html"?' in run("theme", "hom.html", "--project", project).stderr
    for name in ("../pyproject.toml", "/etc/passwd", "charts/x.py", "assets"):
        assert run("theme", name, "--project", project).exit_code == 2
    assert not (project / "templates").exists()


def test_an_own_file_is_looked_at_again_once_it_or_its_name_changed(project: Path) -> None:
    """What was found before is remembered with every file of the theme, and with their names."""
    template, asset = project / "templates" / "404.html", project / "templates" / "assets" / "shop.png"
    asset.parent.mkdir(parents=True)
    whole = (ours() / "404.html").read_text(encoding="utf-8")
    for text, name, code in (
        (whole, asset, "unused-override"),
        (whole.replace("</h1>", ""), None, "template-error"),
        (whole, None, ""),
        (f"{whole}\n<!-- shop.png -->", asset, ""),
    ):
        template.write_text(text, encoding="utf-8")
        asset.unlink(missing_ok=True)
        if name is not None:
            name.write_bytes(PIXEL)
        result = run("build", "--project", project, "-o", project / "out")
        assert (result.exit_code, set(re.findall(r"\[([a-z-]+)\]", result.stderr))) == (int(bool(code)), {code} - {""})


FONT = (ours() / "assets" / "fonts" / "inter-regular.ttf").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("fonts/inter-regular.ttf", FONT, ""),
        ("fonts/inter-regular.ttf", FONT[: len(FONT) // 2], "this font cannot be read"),
        ("fonts/own.ttf", FONT[:400], "this font cannot be read"),
        ("fonts/own.ttf", b"junk", "does not begin as a font does"),
        ("fonts/own.otf", b"", "the file is empty"),
        ("fonts/own.otf", b"version https://git-lfs.github.com/spec/v1", "run git lfs pull"),
        ("fonts/inter-regular.woff2", b"<!doctype html>", "it looks like HTML"),
        ("site.js", "let café = 1".encode("latin-1"), "Latin-1"),
        ("og.png", b"\x89PNG\r\n\x1a\n", "it is cut off"),
    ],
)
def test_an_own_asset_is_what_its_name_says(project: Path, name: str, content: bytes, said: str) -> None:
    """What is none is one error at its file, before anything is drawn with it."""
    path = project / "templates" / "assets" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    result = run("check", "--project", project)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert (result.exit_code != 0) == bool(said)
    assert said in result.stderr
    assert not said or f"templates/assets/{name}" in result.stderr


def test_the_theme_is_listed_with_the_blocks_of_its_templates() -> None:
    """Every file is a line, and behind a template stand its blocks."""
    lines = run("theme").stdout.splitlines()
    assert any(line.startswith("home.html ") and " finding" in line for line in lines)
    assert "assets/print.css" in lines
    assert not any(line.startswith("charts/") for line in lines)


@pytest.mark.parametrize("path", sorted(ours().glob("assets/*.css")), ids=lambda path: path.name)
def test_our_own_stylesheets_have_no_fault(path: Path) -> None:
    """What is reported in a project's stylesheet does not stand in ours."""
    assert list(faults(path.name, path.read_text(encoding="utf-8"), ASSETS)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@font-face { font-display: swap; size-adjust: 90%; unicode-range: U+0-FF }", []),
        ("@font-face { font-displai: swap }", ["font-display"]),
        ("a { size-adjust: 90% }", ["@font-face"]),
        ("@page { size: a4; margin: 1cm; @top-left { colr: red } }", ["color"]),
        ("@counter-style x { system: cyclic; suffx: ' ' }", ["suffix"]),
        ("@property --x { syntax: '*'; inherits: false }", []),
        ("@media print { a { overscroll-behavior-x: none; row-rule-width: 1px } }", []),
    ],
)
def test_an_at_rule_has_words_of_its_own(text: str, said: list[str]) -> None:
    """What describes a font or a page is no property, and a misspelt word of an at-rule is told with its own words."""
    hints = [problem.hint for problem in unknown_names("own.css", text, {"own.css": text})]
    assert len(hints) == len(said)
    assert all(word in hint for word, hint in zip(said, hints, strict=True)), hints


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a { color: red }", None),
        ("a { color: red", (1, 3)),
        ("a {}\n} b {}", (2, 1)),
        ("@media print {\n a { x y }\n}", (2, 9)),
        ("@import url(https://example.org/a.css);", (1, 9)),
        ("@import '//example.org/a.css';", (1, 9)),
        ("a::after { content: 'https://example.org' }", None),
        ("a { color: red\n margin: 0 }", (2, 8)),
        (":root { --a: 1px\n --b: 2px }", (2, 5)),
        ("a { b: 'x\n' }", (1, 8)),
        ("a { background: url(nowhere.png) }", (1, 17)),
        ("@media print { a { background: no-repeat url('nowhere.png') } }", (1, 42)),
        ("a { background: url(icon.svg#a), url(data:image/png;base64,AA), url(#b), url('../logo.png') }", None),
        (".a { & .b { color: red } @media (width > 1px) { color: blue } }", None),
    ],
)
def test_what_browsers_would_skip_has_a_place(text: str, place: tuple[int, int] | None) -> None:
    """The first fault of a stylesheet stands at its line and column."""
    found = [(problem.place.line, problem.place.column) for problem in faults("own.css", text, ASSETS)]
    assert (found[0] if found else None) == place


def test_the_documents_open_at_the_page_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document, a code of a problem, or the README; the browser gets a file that is there."""
    opened: list[str] = []

    def browser(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for word in ((), ("charts",), ("unbound-number",)):
        assert run("docs", *word).exit_code == 0
    paths = [Path(unquote(urlsplit(url).path)) for url in opened]
    assert [path.name for path in paths] == ["README.html", "charts.html", "problems.html"]
    assert urlsplit(opened[2]).fragment == "unbound-number"
    assert all(path.is_file() for path in paths)


def test_an_unknown_document_is_named_with_its_neighbour() -> None:
    """A misspelt code gets the one that it may mean."""
    assert 'did you mean "unbound-number"?' in run("docs", "unbound-nmber").stderr
    assert {"README", "charts", "problems"} <= set(run("docs", "--list").stdout.split())


def test_the_document_of_templates_shows_what_there_is(tmp_path: Path) -> None:
    """Every template, block, macro and field of a view has its place there, and every macro says what it shows."""
    manual.write_manual(tmp_path)
    page = re.sub("<[^>]+>", " ", (tmp_path / "templates.html").read_text(encoding="utf-8"))
    words = {*re.findall(r"[\w.]+", page)}
    assert [name for name in Theme.of(ours().parent).templates if name not in words] == []
    assert {"base.html", "finding", "masthead", "cards", "BriefView", "RankingTable", "canonical"} <= words
    assert [name for view in views().values() for name in get_type_hints(view) if name not in words] == []
    assert [call for call, about in macros().items() if not about] == []
    assert "templates" in run("docs", "--list").stdout.split()


def test_no_link_of_the_documents_leads_nowhere(tmp_path: Path) -> None:
    """Each link to a document, a picture or a heading finds it, and each code of a problem has its heading."""
    manual.write_manual(tmp_path)
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    ids = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in pages.items()}
    lost = []
    for name, text in pages.items():
        for url in re.findall(r'(?:href|src)="([^"]+)"', text):
            there = urlsplit(url)
            file = there.path or name
            known = there.scheme or (tmp_path / file).is_file()
            if not known or (there.fragment and not there.scheme and there.fragment not in ids.get(file, set())):
                lost.append((name, url))
    assert lost == []
    assert set(CODES) <= ids["problems.html"]
