"""From the body of a document to finished HTML: Markdown, sanitising, slots, and filling them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sitegen.markdown.converted import Converted
from sitegen.markdown.dialect import to_html
from sitegen.markdown.finish import Finish
from sitegen.markdown.mistakes import Mistakes
from sitegen.markdown.tokens import Tokens
from sitegen.model.words import Body, Link
from sitegen.problems import Problem
from sitegen.reading.markers import substituted


def convert(body: Body, texts: Sequence[str], link: Callable[[Link], str], label: Callable[[Link], str]) -> Converted:
    """The body as safe HTML with slots for its expressions.

    texts: the text form of each expression, for the ids of headings. link: the href to write for a link
    or image. label: the words of a `[[…]]` link that has none of its own.
    """
    tokens = Tokens(body, texts, link, label)
    finished = Finish(tokens, to_html(body.markdown))
    return Converted(
        finished.html,
        tuple(tokens.slots),
        tuple(finished.headings),
        finished.ids,
        tokens.problems(),
        tuple(tokens.strays),
    )


def fill(converted: Converted, pieces: Sequence[str]) -> str:
    """The finished HTML. pieces: for each slot, finished HTML; for a slot in `text` it is escaped text."""
    return substituted(converted.html, lambda slot: pieces[slot], lambda n: "")


def check_body(body: Body, path: str) -> list[Problem]:
    """What is wrong in the body of a file: expressions where they cannot stand, and what Markdown takes in silence."""
    converted = convert(body, [""] * len(body.expressions), lambda link: "", lambda link: "")
    return [*converted.problems, *Mistakes(body, path, converted).problems()]
