"""Templates and views agree, and a template that fails is reported with its name and line."""

from __future__ import annotations

import re
import shutil
import typing
from collections import defaultdict
from pathlib import Path
from types import NoneType, UnionType

import pytest
from jinja2 import nodes
from msgspec import Struct
from small import made

from sitegen.build import make
from sitegen.manual.templates import views
from sitegen.pages.layout import Layout
from sitegen.pages.pieces import Prose
from sitegen.pages.record.page import Page, relative
from sitegen.problems import SitegenError
from sitegen.reading.markdown.write import Written
from sitegen.settings import Settings
from sitegen.templates import SHOWN, Templates
from sitegen.theme import Theme, ours
from sitegen.words import Locale

SITE = Path(__file__).parent / "sites" / "pages"
VIEWS = views()
BY_PROSE: dict[str, object] = {macro: view for view, macro in SHOWN.items()}
Scope = dict[str, object]


class Reader:
    """Follows the types of views through the syntax trees of templates and notes every field that is read."""

    def __init__(self, templates: typing.Mapping[str, str]) -> None:
        env = Templates(templates, Locale()).env
        self.trees = {name: env.parse(text) for name, text in templates.items()}
        self.read: dict[type[Struct], set[str]] = defaultdict(set)
        self.seen: set[tuple[str, str]] = set()

    def template(self, name: str, scope: Scope) -> None:
        """Reads a template whose variables have these types."""
        tree = self.trees[name]
        macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
        self.walk(tree, scope, macros)

    def walk(self, node: nodes.Node, scope: Scope, macros: dict[str, nodes.Macro]) -> None:
        """Reads a node and what is in it; a loop's variable has the type of what it runs over."""
        if isinstance(node, nodes.Macro):
            return
        if isinstance(node, nodes.For):
            inner = self.bound(node.target, self.element(self.type_of(node.iter, scope, macros)))
            for child in (*node.body, *node.else_):
                self.walk(child, {**scope, **inner, "loop": None}, macros)
            return
        if isinstance(node, nodes.Expr):
            self.type_of(node, scope, macros)
        for child in node.iter_child_nodes():
            self.walk(child, scope, macros)

    def type_of(self, node: nodes.Node, scope: Scope, macros: dict[str, nodes.Macro]) -> object:
        """The type of an expression, or None where it is none of ours."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr):
            return self.field(self.type_of(node.node, scope, macros), node.attr)
        if isinstance(node, nodes.Call):
            self.call(node, scope, macros)
        return None

    def call(self, node: nodes.Call, scope: Scope, macros: dict[str, nodes.Macro]) -> None:
        """A macro's body is read with the types of what it is called with."""
        callee, found = node.node, macros
        if isinstance(callee, nodes.Getattr) and callee.attr == "drawn":
            return  # a method of a text that `fit` set, no macro
        if isinstance(callee, nodes.Getattr):
            found = {macro.name: macro for macro in self.trees["parts.html"].find_all(nodes.Macro)}
            name = callee.attr
        else:
            assert isinstance(callee, nodes.Name)
            name = callee.name
        if name in ("prose", "say", "count", "listed", "changed", "fit", "picture", "caller"):
            return
        given = [self.type_of(argument, scope, macros) for argument in node.args]
        key = (name, repr(given))
        if key not in self.seen:
            self.seen.add(key)
            names = [argument.name for argument in found[name].args]
            for child in found[name].body:
                self.walk(child, dict(zip(names, given, strict=False)), found)

    def field(self, owner: object, name: str) -> object:
        """The type of a field of a view, which is noted as read."""
        owner = _without_none(owner)
        if not (isinstance(owner, type) and issubclass(owner, Struct)):
            return None
        self.read[owner].add(name)
        hints = typing.get_type_hints(owner)
        assert name in hints, f"{owner.__name__} has no field {name!r}"
        return hints[name]

    def element(self, holder: object) -> object:
        """The type of what a tuple holds."""
        holder = _without_none(holder)
        return typing.get_args(holder)[0] if typing.get_origin(holder) is tuple else None

    def bound(self, target: nodes.Node, kind: object) -> Scope:
        """The variables of a loop with their types."""
        if isinstance(target, nodes.Name):
            return {target.name: kind}
        assert isinstance(target, nodes.Tuple)
        return {item.name: None for item in target.items if isinstance(item, nodes.Name)}


def _without_none(kind: object) -> object:
    if isinstance(kind, UnionType) or typing.get_origin(kind) is typing.Union:
        rest = [choice for choice in typing.get_args(kind) if choice is not NoneType]
        return rest[0] if len(rest) == 1 else None
    return kind


@pytest.fixture(scope="module")
def outputs() -> typing.Mapping[str, bytes]:
    """The site of tests/sites/pages, in memory."""
    return made("pages").outputs


def test_templates_read_exactly_the_fields_that_views_have() -> None:
    """No template reads a field that its view has not, and no view has a field that no template reads."""
    theme = Theme.of(ours().parent)
    reader = Reader(theme.templates)
    for name, view in VIEWS.items():
        reader.template(name, {"view": view, "layout": Layout})
    reader.template("base.html", {"layout": Layout})
    for macro in reader.trees["parts.html"].find_all(nodes.Macro):
        if macro.name in BY_PROSE:
            for child in macro.body:
                scope = {macro.args[0].name: BY_PROSE[macro.name]}
                reader.walk(child, scope, {m.name: m for m in reader.trees["parts.html"].find_all(nodes.Macro)})
    unread = {
        f"{owner.__name__}.{field}"
        for owner in {*reader.read, *VIEWS.values()} - {Prose, Written}  # which `prose` shows
        for field in owner.__struct_fields__
        if field not in reader.read[owner]
    }
    assert unread == set()


def test_every_template_has_its_view() -> None:
    """The table of this test names every template of the theme but the frame and the parts."""
    assert set(VIEWS) == set(Theme.of(ours().parent).templates) - {"base.html", "parts.html"}


def test_texts_are_escaped_everywhere(outputs: typing.Mapping[str, bytes]) -> None:
    """Names, titles and addresses with HTML's own signs reach pages as text."""
    for name, content in outputs.items():
        if name.endswith(".html"):
            text = content.decode()
            assert "<Boats>" not in text, name
            assert "<2025>" not in text, name
            assert "Yellow <Line>" not in text, name
    assert "Ferries &amp; &lt;Boats&gt;" in outputs["index.html"].decode()


def test_drafts_show_only_when_asked(outputs: typing.Mapping[str, bytes]) -> None:
    """A draft has no page, no tag and no card, but for a build with drafts."""
    assert not [name for name, content in outputs.items() if "hidden" in name or b"Not yet" in content]
    shown = make(Settings(project=SITE, cache=False, drafts=True), lambda step: None).outputs
    assert {"briefs/hidden/index.html", "tags/secret/index.html"} <= set(shown)
    assert b"Not yet" not in shown["feed.xml"]
    assert b"noindex" in shown["briefs/hidden/index.html"]


def test_a_heading_gives_way_to_a_brand_of_the_same_id(outputs: typing.Mapping[str, bytes]) -> None:
    """The brand keeps its place on the company's page, and the text's heading gets another."""
    page = outputs["companies/red/index.html"].decode()
    assert page.count('id="fast-red"') == 1
    assert re.search(r'<div id="fast-red">\s*<dt>.*?Fast Red', page, re.DOTALL)
    assert 'id="text-fast-red"' in page


def test_the_404_page_links_from_the_root_of_the_host(outputs: typing.Mapping[str, bytes]) -> None:
    """Its links hold the path of the base URL, for it is shown at any address."""
    page = outputs["404.html"].decode()
    assert 'href="/a/b/companies/"' in page
    assert 'href="/a/b/assets/site.css"' in page
    assert '"../' not in page


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ('{% extends "base.html" %}\n{% block article %}\n{{ view.titel }}\n{% endblock %}\n', 3, "titel"),
        ("{% if %}\n", 1, "cannot be read"),
        ('{% extends "base.html" %}\n{% block article %}\n\n{{ 1 / 0 }}{% endblock %}', 4, "divided by zero"),
        ('{% include "nothing.html" %}', 1, "nothing.html"),
    ],
)
def test_a_template_that_fails_is_told_with_its_line(tmp_path: Path, source: str, line: int, words: str) -> None:
    """The project's own template goes before ours; what is wrong in it is a Problem at its file and line, once."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    (project / "templates").mkdir()
    (project / "templates" / "source.html").write_text(source, encoding="utf-8")
    with pytest.raises(SitegenError) as caught:
        make(Settings(project=project, cache=False), lambda step: None)
    [problem] = caught.value.problems
    assert problem.code == "template-error"
    assert (problem.place.path, problem.place.line) == ("templates/source.html", line)
    assert words in problem.message


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("/", "/data/", "data/"),
        ("/", "/", "./"),
        ("/companies/seres/", "/companies/seres/#aito", "#aito"),
        ("/companies/seres/", "#aito", "#aito"),
        ("/companies/seres/", "/", "../../"),
        ("/companies/seres/", "/companies/bmw/", "../bmw/"),
        ("/companies/seres/", "/feed.xml", "../../feed.xml"),
        ("/data/a/b/", "/data/a/b/a.b.csv", "a.b.csv"),
        ("/data/a/b/", "/data/#metric-b", "../../#metric-b"),
    ],
)
def test_links_are_relative(page: str, target: str, href: str) -> None:
    """A link leads from its page to its target wherever the site is served, and is recorded."""
    recorder = Page(page)
    assert recorder.link(target) == href
    [reference] = recorder.record().details.value.references
    assert (reference.url, reference.fragment) == ((target.partition("#")[0] or page), target.partition("#")[2])


def test_relative_leads_back() -> None:
    """A relative link from a file begins in its folder."""
    assert relative("/404.html", "/data/") == "data/"
