"""Words bound to a claim: wherever a text stands they are shown, lead to the claim, and cannot outlive it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.problems import SitegenError
from sitegen.settings import Settings

PREPARED = Path(__file__).parent / "lint"
SERIES = "data/series/seres.yaml"


def holds(words: str) -> str:
    """The expression that binds words to the claim of the brief."""
    return f'{{{{ holds("seres-doubled", "{words}") }}}}'


FILES = {
    "content/briefs/bound.md": f"""---
title: 'In a title {holds("Seres sold fewer cars than before")}'
summary: 'In a summary {holds("fewer than before")}'
date: 2025-04-11
image: chart.svg
image_alt: 'A line of {holds("fewer cars")}'
entities: [seres]
claims:
  seres-doubled:
    text: Seres sold fewer cars than before in the first quarter of 2025
    about: [seres]
    check: fig("seres.nev-sales@2025-Q1") | change("year") < 0
---

In text it {holds("sold fewer cars than before")}, of {{{{ lit("1,500", "a round number") }}}}.

## In a heading it {holds("sold fewer cars")}

{{{{ chart("quarters") }}}}
""",
    "content/briefs/chart.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "data/charts/quarters.yaml": f"""kind: bar
title: 'A chart of {holds("fewer cars than before")}'
caption: 'A caption of {holds("fewer cars")}'
series: [seres.nev-sales]
""",
    "data/rankings.yaml": f"""makers:
  title: 'A ranking of {holds("fewer cars than before")}'
  period: 2025-Q1
  members: [seres.nev-sales]
""",
}


def project(root: Path) -> Path:
    """The prepared tracker with a brief, a chart and a ranking whose words are bound."""
    shutil.copytree(PREPARED, root, ignore=shutil.ignore_patterns("*.md"))
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages of that tracker, by path."""
    settings = Settings(project=project(tmp_path_factory.mktemp("bound") / "site"), cache=False)
    outputs = make(settings, lambda step: None).outputs
    return {name: content.decode() for name, content in outputs.items() if name.endswith((".html", ".xml"))}


def link(words: str, up: str = "../../") -> str:
    """Words that lead to the claim, as pages below a folder have them."""
    return f'<a class="held" href="{up}claims/seres-doubled/">{words}</a>'


def test_bound_words_lead_to_their_claim(site: Mapping[str, str]) -> None:
    """In the title of the page itself, in summary, text, heading and caption; elsewhere they are plain words."""
    brief = site["briefs/bound/index.html"]
    for words in ("Seres sold fewer cars than before", "fewer than before", "sold fewer cars", "fewer cars"):
        assert link(words) in brief, words
    assert "<title>In a title Seres sold fewer cars than before" in brief
    assert 'alt="A line of fewer cars"' in brief
    assert f"A chart of {link('fewer cars than before')}</h1>" in site["charts/quarters/index.html"]
    assert f"A ranking of {link('fewer cars than before', '../')}</h3>" in site["rankings/index.html"]
    assert ">In a title Seres sold fewer cars than before</a>" in site["briefs/index.html"]


def test_the_feed_has_the_link_and_the_reason(site: Mapping[str, str]) -> None:
    """Bound words are a link with its whole address, excused ones have their reason in brackets."""
    feed = site["feed.xml"]
    assert '&lt;a href="https://example.org/claims/seres-doubled/"&gt;sold fewer cars than before&lt;/a&gt;' in feed
    assert "1,500 [a round number]" in feed
    assert "<title>In a title Seres sold fewer cars than before</title>" in feed


def test_excused_words_have_their_reason_on_the_page(site: Mapping[str, str]) -> None:
    """The letter behind them opens a note that stands on the page, so it can be printed too."""
    brief = site["briefs/bound/index.html"]
    assert 'popovertarget="lit-1"' in brief
    assert "a round number." in brief.partition('id="lit-1"')[2]


def test_bound_words_cannot_outlive_their_claim(tmp_path: Path) -> None:
    """If a value is corrected so that the claim fails, every place that holds its words is an error."""
    root = project(tmp_path / "site")
    series = root / SERIES
    series.write_text(series.read_text("utf-8").replace("54552", "154552").replace("54,552", "154,552"), "utf-8")
    with pytest.raises(SitegenError) as raised:
        make(Settings(project=root, cache=False), lambda step: None)
    bound = [problem.place for problem in raised.value.problems if problem.code == "unsupported-words"]
    assert [(place.path, place.line) for place in bound] == [
        *(("content/briefs/bound.md", line) for line in (2, 3, 6, 15, 17)),
        *(("data/charts/quarters.yaml", line) for line in (2, 3)),
        ("data/rankings.yaml", 2),
    ]
