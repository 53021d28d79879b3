"""One more brief, company, chart, plan or entry of a file: its files, filled in as far as a title goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from sitegen.disk import astray, write_together
from sitegen.model import placeholders
from sitegen.model.basics.spelling import slug
from sitegen.modeline import modeline
from sitegen.problems import Place, SitegenError, did_you_mean
from sitegen.project import require_project, unwritable
from sitegen.scaffold.entries import ENTRIES, series_in
from sitegen.scaffold.wish import Draft, Wish, refused

LONGEST = 80
"""The most characters of an id that is made of a title: file systems take names of up to 255 bytes."""


_HIDDEN = "---\ndraft: yes\n---\n\n"


def new_document(project: Path, kind: str, title: str, day: date) -> str:
    """Writes the files of a new thing and says what to do next; a file that is there is never written over.

    Editors are told the new ids.

    kind: one of KINDS. title: its id is made of it. day: what a date starts as.
    Raises SitegenError if the title gives no id, if that thing is there already, if its company is not,
    if the folder is no project or cannot be written.
    """
    from sitegen.load.shape.names import name_problem  # here, so that help and version load no more than click
    from sitegen.reading.characters import control, control_character

    require_project(project)
    if unseen := control(title):
        raise SitegenError((control_character(unseen[0], Place(".")),))
    if title.startswith(("/", "./", "../", "~/", "\\", ".\\", "..\\")):
        raise refused("bad-id", ".", f'"{title}" is a path', "give a title; sitegen makes the file and its name of it")
    id = title_id(title)
    if not id:
        hint = "use a title with letters or digits; you can write another one into the file afterwards"
        raise refused("bad-id", ".", f'no id can be made of the title "{title}"', hint)
    draft = _DRAFTS[kind](Wish(project, id, title, day))
    for path in draft.files:
        if os.path.lexists(project / path):
            raise refused("repeated-id", path, f"{path} is there already", "give another title, or write in that file")
    if names := [problem for path in draft.files if (problem := name_problem(path))]:
        raise SitegenError(tuple(names))
    if astrays := [problem for path in (*draft.files, *draft.added) if (problem := astray(project, path))]:
        raise SitegenError(tuple(astrays))
    try:
        _write(project, draft)
    except OSError as error:
        raise unwritable(Path(error.filename or project), error) from error
    from sitegen.schema import renew_ids  # here, for it loads pydantic, which nothing else of these needs

    renew_ids(project)
    done = [*(f"wrote {path}" for path in draft.files), *(f"added to {path}" for path in draft.added)]
    return "\n".join([*done, "", draft.then])


def _write(project: Path, draft: Draft) -> None:
    """Writes all files; what ends it midway, Ctrl-C too, leaves each as it was."""
    added = {path: (project / path).read_bytes() + text.encode() for path, text in draft.added.items()}
    texts = {path: text.encode() for path, text in draft.files.items()} | added
    write_together({project / path: content for path, content in texts.items()})


def title_id(title: str) -> str:
    """The id that a title gives, cut after a word if long; "" if it has neither letter nor digit."""
    id = slug(title)
    return id if len(id) <= LONGEST else (id[: LONGEST + 1].rpartition("-")[0] or id[:LONGEST])


def _brief(wish: Wish) -> Draft:
    path = f"content/briefs/{wish.id}.md"
    text = f"""\
---
title: {wish.quoted}
summary: '{placeholders.SUMMARY}'
date: {wish.day.isoformat()}
authors: []
tags: []
entities: []
draft: yes
---

{placeholders.BRIEF}
"""
    then = (
        f"Write in {path} and see it with: sitegen serve --drafts\n"
        'A number: {{ fig("entity.metric@2025-Q1") }}. To publish, delete the line "draft: yes".'
    )
    return Draft({path: text}, {}, then)


def _company(wish: Wish) -> Draft:
    data, series, page = (
        f"data/companies/{wish.id}.yaml",
        f"data/series/{wish.id}.yaml",
        f"content/companies/{wish.id}.md",
    )
    about = f"""\
{modeline(data, "company")}
name: {wish.quoted}
kind: company
# native: Its name in its own script
# native_language: ja
# country: cn
# website: https://www.example.org/
# about: '{placeholders.ABOUT}'
# brands:
#   {wish.id}-brand: {{name: A brand}}
"""
    values = f"""\
{modeline(series, "series")}
# Each thing that is counted has an entry here. Start one with: sitegen new series {wish.id}.METRIC
"""
    text = f"{_HIDDEN}{placeholders.COMPANY}\n"
    then = (
        f"Fill in {data}, then its numbers in {series} and the text in {page}.\n"
        'The text is hidden until you delete its line "draft: yes".'
    )
    return Draft({data: about, series: values, page: text}, {}, then)


def _chart(wish: Wish) -> Draft:
    """A chart of the first series, which shows at once."""
    path = f"data/charts/{wish.id}.yaml"
    one = next(series_in(wish.project), None)
    if one is None:
        hint = 'start a series first: sitegen new series "entity.metric"'
        raise refused("unknown-series", path, "a chart draws series, and the project has none", hint)
    text = f"""\
{modeline(path, "chart")}
kind: bar
title: {wish.quoted}
series: [{one}]
# from: {wish.day.year - 1}
# caption: 'What it shows'
"""
    then = (
        f"Name the series that you want to draw in {path}; docs/charts.md shows every kind. See it with: sitegen serve"
    )
    return Draft({path: text}, {}, then)


def _expansion(wish: Wish) -> Draft:
    companies = [path.stem for path in sorted(wish.project.glob("data/companies/*.yaml"))]
    if wish.id not in companies:
        hint = did_you_mean(wish.id, companies) or 'make the company first: sitegen new company "…"'
        message = f'an expansion plan has the id of its company, and there is no company "{wish.id}"'
        raise refused("unknown-entity", f"data/companies/{wish.id}.yaml", message, hint)
    data, page = f"data/expansion/{wish.id}.yaml", f"content/expansion/{wish.id}.md"
    steps = f"""\
{modeline(data, "expansion")}
# One entry for each step that was said, for example:
# - where: no
#   stage: announced
#   said: {wish.day.isoformat()}
#   text: '{placeholders.SAID}'
#   source: id-of-the-source
"""
    text = f"{_HIDDEN}{placeholders.EXPANSION}\n"
    then = (
        f"Write the steps into {data}, in which an example stands, and the text into {page}.\n"
        'The text is hidden until you delete its line "draft: yes".'
    )
    return Draft({data: steps, page: text}, {}, then)


_DRAFTS: Mapping[str, Callable[[Wish], Draft]] = {
    "brief": _brief,
    "company": _company,
    "expansion": _expansion,
    "chart": _chart,
    **ENTRIES,
}
KINDS = tuple(_DRAFTS)
