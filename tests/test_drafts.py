"""Drafts: nothing that only they use is published, and what others use stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small import PIXEL

from sitegen.build import make
from sitegen.scaffold import init_project
from sitegen.settings import Settings

SOURCE = """
{id}:
  publisher: The {id} Times
  url: https://example.org/{id}
  published: 2025-05-01
  kind: press{more}
"""
CHART = """
kind: line
title: The {id} chart
series: [harbour.loaves]
alt: 'Loaves by year'
"""
BRIEF = """---
title: {title}
summary: Short
date: 2025-05-01
draft: {draft}
image: {image}
image_alt: 'A car'
---

![A car]({linked}) {{{{ cite("{source}") }}}}

{{{{ chart("{chart}") }}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter with a brief and a draft that each use files, a source and a chart of their own, and some of both."""
    root = tmp_path / "tracker"
    init_project(root)
    briefs = root / "content/briefs"
    for name in ("own", "mine", "secret", "hidden", "both"):
        (briefs / f"{name}.png").write_bytes(PIXEL)
    more = {"secret": "\n  via: relayed", "relayed": "", "both": "", "shown": ""}
    sources = "".join(SOURCE.format(id=id, more=relay) for id, relay in more.items())
    (root / "data/sources/drafts.yaml").write_text(sources, encoding="utf-8")
    for id in ("hidden-chart", "shown-chart", "spare-chart"):
        (root / f"data/charts/{id}.yaml").write_text(CHART.format(id=id), encoding="utf-8")
    shown = {"title": "Shown", "draft": "no", "image": "own.png", "linked": "both.png", "source": "shown"}
    draft = {"title": "Draft", "draft": "yes", "image": "secret.png", "linked": "hidden.png", "source": "secret"}
    extra = '\n![A car](both.png) ![A car](mine.png) {{ cite("both") }} [[chart:shown-chart]]\n'
    (briefs / "shown.md").write_text(BRIEF.format(**shown, chart="shown-chart") + extra, encoding="utf-8")
    (briefs / "draft.md").write_text(BRIEF.format(**draft, chart="hidden-chart") + extra, encoding="utf-8")
    return root


def _outputs(project: Path, *, drafts: bool) -> Mapping[str, bytes]:
    return make(Settings(project=project, drafts=drafts, cache=False), lambda stage: None).outputs


def test_what_only_a_draft_uses_is_not_published(project: Path) -> None:
    """Neither its pictures nor its chart, source and relayed source are on the site, nor any word of them."""
    outputs = _outputs(project, drafts=False)
    gone = ["briefs/secret.png", "briefs/hidden.png", "charts/hidden-chart/index.html", "sources/secret/index.html"]
    assert not {*gone, "sources/relayed/index.html", "briefs/draft/index.html"} & outputs.keys()
    for word in (b"The secret Times", b"The relayed Times", b"hidden-chart", b"secret.png"):
        assert [name for name, content in outputs.items() if word in content] == []


def test_what_others_claim_stands_whoever_uses_it(project: Path) -> None:
    """A reported claim is data, and so is its source: both have their page, though only a draft shows them."""
    claim = "heard:\n  text: The harbour bakes\n  by: secret\n  about: [harbour]\n  because: Nobody counted.\n"
    with (project / "data/claims.yaml").open("a", encoding="utf-8") as file:
        file.write(claim)
    with (project / "content/briefs/draft.md").open("a", encoding="utf-8") as file:
        file.write('\n{{ claim("heard") }}\n')
    assert {"claims/heard/index.html", "sources/secret/index.html"} <= _outputs(project, drafts=False).keys()


def test_what_others_use_or_nobody_stays(project: Path) -> None:
    """Files, charts and sources of published texts are there, and a chart that no text shows is in the gallery."""
    outputs = _outputs(project, drafts=False)
    there = [
        "briefs/own.png",
        "briefs/both.png",
        "briefs/mine.png",
        "sources/both/index.html",
        "sources/shown/index.html",
    ]
    assert {
        *there,
        "sources/shown/index.html",
        "charts/shown-chart/index.html",
        "charts/spare-chart/index.html",
    } <= outputs.keys()


def test_drafts_are_shown_with_all_they_use(project: Path) -> None:
    """With --drafts everything is there."""
    outputs = _outputs(project, drafts=True)
    there = ["briefs/secret.png", "briefs/hidden.png", "charts/hidden-chart/index.html", "sources/secret/index.html"]
    assert {*there, "sources/relayed/index.html", "briefs/draft/index.html"} <= outputs.keys()


def test_an_address_elsewhere_publishes_nothing(project: Path) -> None:
    """A link to another site that looks like one of ours, and a quoted word that is an id, use nothing of a draft."""
    brief = project / "content/briefs/shown.md"
    more = "[x](https://other.example/charts/hidden-chart) [y](https://other.example/sources/secret/)"
    more += ' {{ lit("secret", "a word") }}'
    brief.write_text(brief.read_text(encoding="utf-8") + more + "\n", encoding="utf-8")
    outputs = _outputs(project, drafts=False)
    assert not {"charts/hidden-chart/index.html", "sources/secret/index.html"} & outputs.keys()


def test_a_link_to_a_page_is_a_use(project: Path) -> None:
    """A chart and a source of a draft that a published brief links are published, however the link is written."""
    brief = project / "content/briefs/shown.md"
    more = "[[chart:hidden-chart]] and [this](/sources/secret/)"
    brief.write_text(brief.read_text(encoding="utf-8") + more + "\n", encoding="utf-8")
    outputs = _outputs(project, drafts=False)
    assert {"charts/hidden-chart/index.html", "sources/secret/index.html"} <= outputs.keys()
