"""What can be wrong in a body, in an editor's words."""

from __future__ import annotations

from enum import Enum

from sitegen.problems import Place, Problem

_EMBEDDED = ("iframe", "embed", "object", "video", "audio")
_STYLED = ("font", "center", "style", "big", "link", "button", "strike", "tt")


class Fault(Enum):
    """One kind of mistake: its code, message and hint; `{}` stands for the words that a place gives."""

    in_tag = (
        "expression-in-tag",
        "an expression cannot stand in a link target or a tag",
        "put it in the text; of a tag's attributes only alt and title take one",
    )
    lost = ("expression-in-tag", "nothing of this expression reaches the page", "move it into the text")
    block = (
        "expression-value",
        "a chart, ranking or table stands in the middle of a text",
        "give it a paragraph of its own, with blank lines around it",
    )
    image_alt = (
        "image-alt",
        "the image has no text alternative",
        "say in a few words what it shows: ![The shop from the street](shop.jpg)",
    )
    spaced = (
        "other-in-preview",
        "the page makes a link of an address with a space, and GitHub does not",
        "write it between < and >: [words](<my report.pdf>), or rename the file",
    )
    no_target = (
        "broken-link",
        "the link has no target",
        "write the file that it leads to: [Acme](../companies/acme.md)",
    )
    no_words = (
        "broken-link",
        "the link has no words, so that nobody can see it",
        "say between its brackets what it leads to: [Acme](../companies/acme.md)",
    )
    nowhere = (
        "broken-link",
        "the address of this link leads nowhere",
        "write the whole address: https://example.org/page, or mailto:name@example.org",
    )
    unsafe = ("unsafe-link", 'a link cannot use "{}:"', "links use http, https, mailto, or name a file")
    disguised = (
        "disguised-link",
        "the link shows an address at {} and leads to another site",
        "show the address that it leads to, or say in words what is there",
    )
    dropped = (
        "dropped-tag",
        "the tag <{}> is left out of the page",
        "delete it; a < that begins no tag is written \\<",
    )
    embedded = (
        "dropped-tag",
        "the tag <{}> is left out of the page, for pages load nothing from other sites",
        'link it: [Watch the video](https://…); a number belongs into a chart: {{ chart("id") }}',
    )
    script = (
        "dropped-tag",
        "the tag <{}> is left out of the page, for a text runs no scripts",
        'delete it; a number belongs into a chart: {{ chart("id") }}',
    )
    embedded_page = (
        "foreign-mark",
        "a page within a page, as Obsidian has it: the page would print the ! as it stands",
        "link it, without the !: {0}",
    )
    styled = (
        "dropped-tag",
        "the tag <{}> is left out of the page, for the theme decides how a text looks",
        "write **bold** or *italic*, ## before a heading; how all pages look stands in templates/assets/own.css",
    )
    dropped_attribute = (
        "dropped-tag",
        'the attribute "{}" is left out of the page',
        "delete it, for the theme decides how a text looks; a text may give id, lang and title",
    )
    dropped_class = ("dropped-tag", '"{}" is left out of the page', "only an id may stand here: {: #part }")
    unclosed = ("unclosed-tag", "the tag <{}> is not closed", "close it in the same paragraph: <{0}>…</{0}>")
    underlined = (
        "heading-by-line",
        "the line below makes a heading of this sentence",
        "leave an empty line between the two; for a heading write ## before it",
    )
    skipped = (
        "skipped-level",
        "this heading skips a level: the one above it is more than one step higher",
        "begin it with {0}",
    )
    merge = (
        "merge-mark",
        "a merge left this mark",
        "keep the words that are right, and delete the lines of marks",
    )
    footnote = (
        "undefined-reference",
        'the footnote "{}" is defined nowhere in this text',
        "write it below: [^{0}]: What it says",
    )
    colonless = (
        "undefined-reference",
        'the footnote "{}" has no colon, so that it is none',
        "write [^{0}]: before what it says",
    )
    fenced = (
        "foreign-mark",
        "the text begins as a block of code: the page would show its signs",
        "delete this line, and the one at its end with the same sign",
    )
    unpointed = (
        "unused-footnote",
        'nothing in the text points to the footnote "{}"',
        "write [^{0}] behind the words that it explains, or delete it",
    )
    unspoken = (
        "unused-footnote",
        'the abbreviation "{}" stands nowhere in the text',
        "write it in the text with the same capitals, or delete this line",
    )
    twice = (
        "repeated-id",
        '"{}" stands below this text twice, and a page shows one of the two',
        "give each a name of its own, and write that where the text points to it",
    )
    label = (
        "undefined-reference",
        'the link "{}" is defined nowhere in this text',
        "write it below, as in [{0}]: https://…; brackets that are no link take a backslash: \\[",
    )
    same_id = ("repeated-anchor", '"{}" is an id already', "give each place on a page an id of its own")

    def at(self, place: Place, words: str = "") -> Problem:
        """The Problem of this mistake at a place."""
        code, message, hint = self.value
        return Problem(place, code, message.replace("{}", words), hint.replace("{0}", words))


def left_out(tag: str) -> Fault:
    """The mistake of a tag that pages do not take, by what it is for."""
    if tag == "script":
        return Fault.script
    if tag in _EMBEDDED:
        return Fault.embedded
    return Fault.styled if tag in _STYLED else Fault.dropped
