"""Names: nothing changes their case, readers find them in order, and ids are made of any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cli import main
from sitegen.model.basics.spelling import latin, slug, sort_key

NAMES = ("eBäckerei", "Ältere Söhne", "deBrot", "iLaibe", "kWh-Preis", "mWh-Laibe", "xGroup")

HEADINGS = "## Straße\n\nA.\n\n## Straße\n\nB.\n\n## 重庆, Łódź\n\n[A](#straße), [B](#straße_1), [C](#重庆-łódź).\n"


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        ("Zebra Ähre apfel Straße Strasse", "Ähre apfel Strasse Straße Zebra"),
        ("Łódź Lyon London", "Łódź London Lyon"),
        ("重庆 Zürich Äsop 北京", "Äsop 北京 重庆 Zürich"),
        ("São Sao Santos", "Santos Sao São"),
        ("Ελλάδα Ecuador Emden", "Ecuador Ελλάδα Emden"),
        ("Ödland Oslo Opel", "Ödland Opel Oslo"),
    ],
)
def test_names_stand_where_readers_look_for_them(names: str, ordered: str) -> None:
    """An accent stands beside its letter, and a name in another script where its sound does."""
    assert " ".join(sorted(names.split(), key=sort_key)) == ordered


@given(st.text())
def test_an_id_is_made_of_any_text(text: str) -> None:
    """What is made is an id or nothing, and an id makes itself."""
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|", made)
    assert slug(made) == made
    assert latin(text).isascii()


@given(st.text(), st.text())
def test_the_order_is_one(one: str, other: str) -> None:
    """Names that differ never share a place, so that their order does not depend on that of the input."""
    assert (sort_key(one) == sort_key(other)) == (one == other)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter with names whose case must stay."""
    project = tmp_path_factory.mktemp("names") / "bread"
    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    for path, pairs in {
        "data/companies/harbour.yaml": (("name: Harbour Bread", "name: eBäckerei"), ("Harbour Rye", "deBrot")),
        "data/companies/northfield.yaml": (("name: Northfield Bakery", "name: Ältere Söhne"),),
        "data/metrics.yaml": (
            ("label: Loaves sold\n  in_text: loaves sold", "label: iLaibe"),
            ("label: Members\n  in_text: members", "label: kWh-Preis"),
        ),
        "data/units.yaml": (("{one: loaf, other: loaves}", "{one: mWh-Laib, other: mWh-Laibe}"),),
        "data/site.yaml": (("locale: en", "locale: en\ntags: {cooperatives: xGroup}"),),
    }.items():
        text = (project / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text, (path, old)
            text = text.replace(old, new)
        (project / path).write_text(text, "utf-8")
    brief = next((project / "content" / "briefs").glob("*.md"))
    text = re.sub(r"^tags: .*$", "tags: [cooperatives]", brief.read_text("utf-8"), flags=re.M)
    brief.write_text(f"{text}\n{HEADINGS}", "utf-8")
    result = CliRunner().invoke(main, ["build", "--lenient", "--project", str(project)])
    assert result.exit_code == 0, result.stderr
    return project / "site"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["eBäckerei", "Ältere Söhne", "deBrot", "iLaibe", "kWh-Preis", "mWh-Laibe", "xGroup"])
def test_no_page_changes_the_case_of_a_name(built: Path, name: str) -> None:
    """Companies, metrics, units and tags are written everywhere as their author wrote them."""
    found = [
        (str(page.relative_to(built)), hit)
        for page in sorted(built.rglob("*.html"))
        for hit in re.findall(re.escape(name), page.read_text("utf-8"), flags=re.IGNORECASE)
    ]
    assert found
    assert [(page, hit) for page, hit in found if hit != name] == []


@pytest.mark.slow
def test_a_tag_has_its_label(built: Path) -> None:
    """The page of a tag stands at its id and is called by its label."""
    assert "<h1>xGroup</h1>" in (built / "tags" / "cooperatives" / "index.html").read_text("utf-8")
    assert 'label="xGroup"' in (built / "feed.xml").read_text("utf-8")


@pytest.mark.slow
def test_headings_keep_their_letters_in_links(built: Path) -> None:
    """A heading is linked as on GitHub, in any script, and two of one text are kept apart."""
    page = next((built / "briefs").glob("*/index.html")).read_text("utf-8")
    assert re.findall(r'<h2 id="(stra[^"]*|重[^"]*)"', page) == ["straße", "straße_1", "重庆-łódź"]
