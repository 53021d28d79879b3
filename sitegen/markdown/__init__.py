"""Markdown: the body of a document becomes safe HTML with slots, which `fill` fills with finished HTML."""

from sitegen.markdown.convert import check_body, convert, fill
from sitegen.markdown.converted import Converted, Heading, Slot, Where

__all__ = ["Converted", "Heading", "Slot", "Where", "check_body", "convert", "fill"]
