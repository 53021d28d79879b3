"""Old addresses: what was renamed is found where it stood before."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.problems import Problem, SitegenError
from sitegen.reading.web import AddressError, old_address
from sitegen.scaffold import init_project
from sitegen.settings import Settings

OLD_IDS = {
    "data/companies/harbour.yaml": ("country: no", "country: no\nformer_ids: [havn]"),
    "data/metrics.yaml": ("loaves:\n", "loaves:\n  former_ids: [bread]\n"),
    "data/series/northfield.yaml": ("members:\n", "members:\n  former_ids: [northfield.owners]\n"),
    "data/charts/loaves.yaml": ("kind: line", "kind: line\nformer_ids: [sold]"),
    "data/claims.yaml": ("harbour-grew-faster:\n", "harbour-grew-faster:\n  former_ids: [faster]\n"),
    "data/rankings.yaml": ("loaves-2025:\n", "loaves-2025:\n  former_ids: [top]\n"),
    "data/sources/example.yaml": ("bread-weekly-2026-02:\n", "bread-weekly-2026-02:\n  former_ids: [weekly]\n"),
    "content/about.md": ("---\n", "---\naliases: [/contact.html, /über/uns/]\n"),
    "content/briefs/harbour-catches-up.md": (
        "tags: [loaves]",
        "tags: [loaves]\naliases: [/briefs/a-race/]",
    ),
}
LEADS = {
    "companies/havn/index.html": "../harbour/",
    "expansion/havn/index.html": "../harbour/",
    "compare/havn/northfield/index.html": "../../harbour/northfield/",
    "data/havn/loaves/index.html": "../../harbour/loaves/",
    "data/harbour/bread/index.html": "../loaves/",
    "data/havn/bread/index.html": "../../harbour/loaves/",
    "data/northfield/owners/index.html": "../members/",
    "charts/sold/index.html": "../loaves/",
    "claims/faster/index.html": "../harbour-grew-faster/",
    "rankings/top/index.html": "../#ranking-loaves-2025",
    "sources/weekly/index.html": "../bread-weekly-2026-02/",
    "contact.html": "about/",
    "über/uns/index.html": "../../about/",
    "briefs/a-race/index.html": "../harbour-catches-up/",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def change(project: Path, path: str, old: str, new: str) -> None:
    """Puts one text of a file in place of another."""
    text = (project / path).read_text()
    assert old in text
    (project / path).write_text(text.replace(old, new, 1))


def built(project: Path, *, cache: bool = False) -> dict[str, bytes]:
    """The site of a project."""
    return dict(make(Settings(project=project, cache=cache), lambda stage: None).outputs)


def problems(project: Path) -> tuple[Problem, ...]:
    """What is wrong with a project."""
    with pytest.raises(SitegenError) as caught:
        make(Settings(project=project, cache=False), lambda stage: None)
    return caught.value.problems


def test_every_kind_is_found_under_its_old_ids(project: Path) -> None:
    """Old ids and addresses lead on by relative links, for people only, and all else stays the same bytes."""
    before = built(project)
    for path, (old, new) in OLD_IDS.items():
        change(project, path, old, new)
    after = built(project)
    for path, target in LEADS.items():
        page = after[path].decode()
        assert f'content="0; url={target}"' in page, path
        assert f'<a href="{target}"' in page, path
        assert '<meta name="robots" content="noindex">' in page, path
        assert f'rel="canonical" href="https://example.org/bread/{Path(path).parent.as_posix()}/"' not in page
    assert {path for path in after if path.endswith(".html")} - set(before) >= set(LEADS)
    assert {path for path in before if before[path] != after.get(path)} == set()
    assert not any(path.partition("/index")[0].encode() in after["sitemap.xml"] for path in LEADS)


def test_files_of_what_was_renamed_stay_under_their_old_names(project: Path) -> None:
    """Whoever reads a table, a chart or a feed by its address goes on reading it."""
    for path, (old, new) in OLD_IDS.items():
        change(project, path, old, new)
    after = built(project)
    for old, now in {
        "data/havn/loaves/havn.loaves.csv": "data/harbour/loaves/harbour.loaves.csv",
        "data/harbour/bread/harbour.bread.json": "data/harbour/loaves/harbour.loaves.json",
        "data/northfield/owners/northfield.owners.csv": "data/northfield/members/northfield.members.csv",
        "charts/sold/sold.svg": "charts/loaves/loaves.svg",
        "rankings/top/top.csv": "rankings/loaves-2025/loaves-2025.csv",
        "companies/havn/feed.xml": "companies/harbour/feed.xml",
    }.items():
        assert after[old] == after[now], old


def test_another_goal_is_another_page_in_a_second_build(project: Path) -> None:
    """An alias that moves from one document to another leads there, though the first build is remembered."""
    change(project, "content/about.md", "---\n", "---\naliases: [/old/]\n")
    assert b"url=../about/" in built(project, cache=True)["old/index.html"]
    change(project, "content/about.md", "aliases: [/old/]\n", "")
    change(project, "content/briefs/harbour-catches-up.md", "tags:", "aliases: [/old/]\ntags:")
    assert b"url=../briefs/harbour-catches-up/" in built(project, cache=True)["old/index.html"]
    change(project, "content/briefs/harbour-catches-up.md", "aliases: [/old/]\n", "")
    assert "old/index.html" not in built(project, cache=True)


def test_what_is_hidden_leaves_nothing_at_its_old_address(project: Path) -> None:
    """A draft, and the claims that it alone makes, lead nowhere."""
    change(project, "content/briefs/harbour-catches-up.md", "tags:", "aliases: [/old/]\ndraft: yes\ntags:")
    change(project, "content/briefs/harbour-catches-up.md", "    check:", "    former_ids: [fewer]\n    check:")
    after = built(project)
    assert not [path for path in after if path.startswith(("old/", "claims/fewer"))]


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        ("content/briefs/harbour-catches-up.md", "{{ chart(", "[[havn]] {{ chart(", "write [[harbour]]"),
        (
            "content/briefs/harbour-catches-up.md",
            "{{ chart(",
            "[[brief:a-race]] {{ chart(",
            "harbour-catches-up.md now",
        ),
        ("content/briefs/harbour-catches-up.md", "{{ chart(", "[[chart:sold]] {{ chart(", "write [[chart:loaves]]"),
        ("content/briefs/harbour-catches-up.md", "{{ chart(", "[x](a-race.md) {{ chart(", "harbour-catches-up.md now"),
        ("content/briefs/harbour-catches-up.md", 'fig("harbour.', 'fig("havn.', 'its id is "harbour.loaves" now'),
        ("content/briefs/harbour-catches-up.md", 'chart("loaves")', 'chart("sold")', 'its id is "loaves" now'),
        ("content/briefs/harbour-catches-up.md", 'ranking("loaves-2025")', 'ranking("top")', '"loaves-2025" now'),
        ("data/claims.yaml", "bread-weekly-2026-02", "weekly", 'its id is "bread-weekly-2026-02" now'),
        ("data/claims.yaml", 'fig("northfield.loaves', 'fig("northfield.bread', 'its id is "loaves" now'),
        ("data/rankings.yaml", "harbour.loaves", "havn.loaves", 'its id is "harbour" now'),
        ("data/charts/loaves.yaml", "harbour.loaves]", "northfield.owners]", '"northfield.members" now'),
    ],
)
def test_an_old_id_in_a_text_is_answered_with_the_new_one(
    project: Path, path: str, old: str, new: str, hint: str
) -> None:
    """A link, an expression or a key that names an old id is a problem that says the new one."""
    for file, (before, after) in OLD_IDS.items():
        change(project, file, before, after)
    change(project, path, old, new)
    found = problems(project)
    assert any(hint in problem.hint for problem in found), found


@pytest.mark.parametrize(
    "text",
    [
        *("https://example.org/old/", "//example.org/old/", "javascript:alert(1)", "old/", "", "/", "///"),
        *("/../old/", "/a/../old/", "/./", "/old/..", "/.hidden/", "/a//b/", "/old", "/old.php", "/old.", "/old./"),
        *("/old?x=1", "/old/#top", "/%6Fld/", "/a%2Fb/", "/a b/", "/a\\b/", '/a"b/', "/<b>/", "/a:b/", "/a*/", "/a|b/"),
        *("/a\u202eb/", "/a\u200bb/", "/a\nb/", "/a\x00b/", "/u\u0308ber/", "/" + "x" * 201 + "/", "/-/../x/"),
    ],
)
def test_what_is_no_address_of_a_file_is_refused(text: str) -> None:
    """An alias outside the site, with steps up, codes or characters that no file can have is refused with a hint."""
    with pytest.raises(AddressError) as caught:
        old_address(text)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["/old/", "/2024/01/post.html", "/über/uns/", "/新闻/", "/a_b~c-1.2/", "/x.htm"])
def test_an_address_of_a_page_is_taken_as_it_is(text: str) -> None:
    """Folders and pages of HTML in any script are old addresses."""
    assert old_address(text) == text
