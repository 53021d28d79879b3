"""The catalogue of the interface's words: what it says, that every message is used, and a project's own words."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import get_args

import messages
import pytest
from factory import unit
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup, escape

from sitegen.build import make
from sitegen.figures import CHANGES, Figure
from sitegen.figures.arithmetic.direction import SIZES
from sitegen.figures.figure import Operation
from sitegen.figures.labels import label_of, made_of
from sitegen.model.basics.amount import make_amount
from sitegen.problems.codes import CODES
from sitegen.settings import Settings
from sitegen.words import PLURALS, Locale, Plural, catalogue, forms, slots_of
from sitegen.words.catalogue import plurals

EN = catalogue("en")
SITE = Path(__file__).parent / "sites" / "pages"
PO = messages.ROOT / "sitegen" / "words" / "en.po"


def test_every_message_that_is_asked_for_is_in_the_catalogue_with_its_slots() -> None:
    """Code and templates name ids that exist, by the function that fits, with exactly the slots of the message."""
    wrong = []
    for each in messages.asked():
        found = [id for id in EN if each.has(id)]
        for id in found:
            message, plural = EN[id], not isinstance(EN[id], str)
            given = each.slots if each.slots is None or not plural else each.slots | {"count"}
            if plural != (each.by == "count") or (
                given is not None and given != slots_of(message) | ({"count"} if plural else set())
            ):
                wrong.append(f"{each.where}: {each.by} {id} {sorted(each.slots or ())}")
        wrong += [] if found else [f"{each.where}: no {each.id}"]
    assert wrong == []


@pytest.mark.parametrize("operation", [each for each in get_args(Operation) if each])
def test_what_makes_a_figure_has_words(operation: Operation) -> None:
    """Every operation is said in a note."""
    assert made_of(operation, Locale())


@pytest.mark.parametrize("operation", [*CHANGES.values(), *SIZES])
def test_a_change_and_its_size_have_names(operation: Operation) -> None:
    """They are operations, and a figure that is made by one is named by it."""
    number = make_amount(Decimal(1))
    figure = Figure(
        amount=number, unit=unit("kg"), decimals=0, kind="computed", label=f"A, {operation}", operation=operation
    )
    assert operation in get_args(Operation)
    assert label_of(figure, Locale()).startswith("A, ")


def test_every_message_of_the_catalogue_is_used() -> None:
    """No id is left over: a call names it or how it begins, or a table of the code holds it."""
    asked, named = messages.asked(), messages.named()
    assert [id for id in EN if id not in named and not any(each.has(id) for each in asked)] == []


def test_ids_are_well_formed_and_stand_once() -> None:
    """Two messages of one id would hide one another; an id is small words with dots."""
    ids = re.findall(r'^msgid "(.+)"$', PO.read_text(), re.MULTILINE)
    assert sorted(ids) == sorted(EN)
    assert [id for id in ids if not messages.ID.fullmatch(id)] == []
    assert re.findall(r'^msgid_plural "(.+)"$', PO.read_text(), re.MULTILINE) == [
        id for id in ids if not isinstance(EN[id], str)
    ]


def test_messages_are_whole() -> None:
    """No message is empty, begins or ends with a space, holds markup, or has a brace that is no slot."""
    said = {id: text for id, message in EN.items() for text in forms(message)}
    assert [id for id, text in said.items() if text != text.strip() or not text] == []
    assert [id for id, text in said.items() if re.search(r"[<>]|[{}]", re.sub(r"\{[a-z_]+\}", "", text))] == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 loaves"), (1, "1 loaf"), (2, "2 loaves"), (Decimal("1.5"), "1.5 loaves"), (12345, "12,345 loaves")],
)
def test_the_form_of_a_count_is_that_of_the_cldr(number: int | Decimal, said: str) -> None:
    """A number chooses its form as the Unicode CLDR says, one with decimals too."""
    words = Locale(own={"test.loaves": {"one": "{count} loaf", "other": "{count} loaves"}})
    assert words.count("test.loaves", number) == said
    assert words.count("test.loaves", Decimal("1.0"), count="1.0") == "1.0 loaves"


def test_own_words_have_the_forms_of_their_language() -> None:
    """A project in Polish writes the forms that Polish has, though the catalogue is English."""
    loaves: dict[Plural, str] = {
        "one": "{count} bochenek",
        "few": "{count} bochenki",
        "many": "{count} bochenków",
        "other": "{count} bochenka",
    }
    words = Locale("pl", "pl", own={"test.loaves": loaves})
    assert [words.count("test.loaves", n) for n in (1, 2, 5)] == ["1 bochenek", "2 bochenki", "5 bochenków"]
    assert words.say("home.who") == "Who is who"


def test_the_forms_in_a_file_stand_in_the_order_of_the_cldr() -> None:
    """msgstr[0] of a Polish file is `one`; Chinese has one form."""
    assert plurals("pl") == ("one", "few", "many", "other")
    assert plurals("zh") == ("other",)
    assert set(plurals("ar")) == set(PLURALS)


@given(some.text(), some.text())
def test_slots_are_escaped_unless_they_are_markup(plain: str, marked: str) -> None:
    """With a link in it a sentence is Markup and all else in it is escaped; without one it is plain text."""
    words = Locale(own={"test.two": "Tom & {one}, {other}"})
    mixed = words.say("test.two", one=plain, other=Markup(marked))
    assert isinstance(mixed, Markup)
    assert mixed == f"Tom &amp; {escape(plain)}, {marked}"
    assert words.say("test.two", one=plain, other=marked) == f"Tom & {plain}, {marked}"


@given(some.lists(some.sampled_from(["a", "{one}", "<b>", Markup("<i>c</i>")]), max_size=6))
def test_a_list_names_every_item_in_its_order(items: list[str]) -> None:
    """Items are joined by commas and one "and"; nothing in an item is taken for a slot."""
    said = Locale().listed(items)
    marked = any(isinstance(item, Markup) for item in items)
    each = [str(escape(item)) if marked else item for item in items]
    assert said == (" and ".join(filter(None, [", ".join(each[:-1]), *each[-1:]])))


def _home(project: Path) -> str:
    outputs = make(Settings(project=project), lambda stage: None).outputs
    return outputs["index.html"].decode()


def test_a_project_changes_words_and_the_pages_that_print_them_are_made_anew(tmp_path: Path) -> None:
    """A word of data/words.yaml stands on the page in the next build, and goes when it is taken out."""
    project = tmp_path / "site"
    shutil.copytree(SITE, project)
    before = _home(project)
    (project / "data" / "words.yaml").write_text("home.who: Dramatis & personae\n")
    assert '<h2 id="who">Dramatis &amp; personae</h2>' in _home(project)
    (project / "data" / "words.yaml").unlink()
    assert _home(project) == before


def test_every_warning_that_may_stay_has_its_words_for_readers() -> None:
    """A page that prints why a warning is accepted says in the catalogue's words what it means."""
    warnings = [f"accepted.meaning.{code}" for code, each in CODES.items() if each.severity == "warning"]
    assert warnings == [id for id in EN if id.startswith("accepted.meaning.")]
