"""Markdown: the body of a document is read once, as a tree; everything else asks the tree."""

from sitegen.reading.markdown.build import HEADINGS
from sitegen.reading.markdown.passages import BLANK, ORDINALS, Passage, passages, without
from sitegen.reading.markdown.places import Places
from sitegen.reading.markdown.preview.foreign import countless
from sitegen.reading.markdown.read import Unread, read_body
from sitegen.reading.markdown.write import Heading, Naming, Written, as_html, instead, write

__all__ = [
    "BLANK",
    "HEADINGS",
    "ORDINALS",
    "Heading",
    "Naming",
    "Passage",
    "Places",
    "Unread",
    "Written",
    "as_html",
    "countless",
    "instead",
    "passages",
    "read_body",
    "without",
    "write",
]
