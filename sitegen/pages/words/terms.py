"""Words that the glossary explains, linked to it: in every note of a number, and in a text where it has one first.

Only words with a meaning of their own here are linked ("set aside", not "claim"), each once in a text and none in a
heading, a link or code: a reader who knows them is not stopped, and one who does not finds them at the first place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.pages.words.writer import Writer
from sitegen.reading.markdown import as_html
from sitegen.urls import GLOSSARY

IN_TEXTS = ("basis", "primary", "set-aside", "restated", "worked-out", "verdict")
"""What is linked in texts; the words that stand for it there are those of `glossary.said.…` in the catalogue."""


def term(writer: Writer, id: str, words: str) -> str:
    """Words of the interface as a link to what they mean."""
    return writer.anchor(words, writer.page.link(f"{GLOSSARY}#{id}"))


def explained(writer: Writer) -> Callable[[str], str]:
    """What makes the runs of one text into HTML, each word of the glossary a link where the text has it first."""
    said = {id: writer.say(f"glossary.said.{id}") for id in IN_TEXTS}
    waiting = {id: re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for id, word in said.items()}

    def run(words: str) -> str:
        out, at, folded = "", 0, words.casefold()
        there = [id for id in waiting if said[id].casefold() in folded]  # in most texts none
        for match, id in sorted(((m, id) for id in there if (m := waiting[id].search(words))), key=_start):
            href = writer.page.link(f"{GLOSSARY}#{id}")
            out += f'{as_html(words[at : match.start()])}<a class="term" href="{href}">{as_html(match[0])}</a>'
            at = match.end()
            del waiting[id]
        return out + as_html(words[at:])

    return run


def _start(found: tuple[re.Match[str], str]) -> int:
    return found[0].start()
