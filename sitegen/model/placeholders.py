"""What stands in new files until somebody writes the text: never published."""

from __future__ import annotations

SUMMARY = "One or two sentences that say what was found."
BRIEF = "Write here. A number comes from the data, with its sources."
COMPANY = "Say in a paragraph what a reader should know of this company."
EXPANSION = "Say in a paragraph where the company wants to go."
ABOUT = "One clause that says what it is"
SAID = "What was said"

PLACEHOLDERS = (SUMMARY, BRIEF, COMPANY, EXPANSION, ABOUT, SAID)
