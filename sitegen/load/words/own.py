"""`data/words.yaml`: the words of the interface that a project changes, held against those of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.words.names import counts
from sitegen.model.site import OwnWords
from sitegen.problems import did_you_mean
from sitegen.words import PLURALS, Message, catalogue, slots_of
from sitegen.words.catalogue import SOURCE

_BRACES = re.compile(r"\{([^{}]*)\}")
_WHERE = "docs/words.md says where the ids stand"


def own_words(parsed: Parsed[shapes.WordsFile], gather: Gather) -> OwnWords:
    """The messages of the file that fit the catalogue; each other one is a problem."""
    return OwnWords(dict(_fitting(parsed, gather)))


def _fitting(parsed: Parsed[shapes.WordsFile], gather: Gather) -> Iterator[tuple[str, Message]]:
    known = catalogue(SOURCE)
    for id, shape in parsed.shape.root.items():
        message = known.get(id)
        if message is None:
            hint = did_you_mean(id, known) or _WHERE
            gather.add(parsed.key(id), "unknown-id", f'the interface has no words "{id}"', hint)
            continue
        own = {form: text for form in PLURALS if (text := getattr(shape, form)) is not None}
        if isinstance(message, str) and len(own) > 1:
            hint = f"write one text, as in {id}: {message}"
            gather.add(parsed.at(id), "wrong-type", f'"{id}" depends on no number and has no plural forms', hint)
            continue
        for form, text in own.items():
            spared = frozenset({"count"}) if form != "other" else frozenset[str]()
            _check(parsed, (id, form), text, slots_of(message) - spared, gather)
        yield id, own["other"] if isinstance(message, str) else own


def _check(
    parsed: Parsed[shapes.WordsFile], path: tuple[str, str], text: str, wanted: frozenset[str], gather: Gather
) -> None:
    """Reports slots that the message does not have or that the text leaves out, and a number in place of words."""
    place, found = parsed.at(*path), slots_of(text)
    spelled = " ".join(f"{{{slot}}}" for slot in sorted(wanted))
    known = wanted | ({"count"} if path[1] != "other" else frozenset())
    strange = [name for name in dict.fromkeys(_BRACES.findall(text)) if name not in known]
    lost = sorted(wanted - found)
    for name in strange:
        hint = did_you_mean(name, wanted)
        if not hint.startswith("did"):
            hint = f"write {{{lost[0]}}}: names in braces stay as they are" if lost else "take the braces out"
        gather.add(place, "wrong-type", f'"{path[0]}" has nothing to put into {{{name}}}', hint)
    for slot in lost if not strange else ():
        message = f'{{{slot}}} is missing in the words of "{path[0]}", so that readers would not see it'
        gather.add(place, "wrong-type", message, f"write it where it belongs; there must be {spelled}")
    if counts(text):
        gather.add(place, "wrong-type", f'"{text}" is a number and no word', "write words")
