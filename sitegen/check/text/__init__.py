"""The lints of texts: numbers without a figure, words without a claim, and words bound to one."""

from sitegen.check.text.beside import FIGURE
from sitegen.check.text.excused import names, units
from sitegen.check.text.holding import Holding
from sitegen.check.text.lint import Lint
from sitegen.check.text.texts import Passage, data_passages, passages
from sitegen.check.text.wording import Wording

__all__ = [
    "FIGURE",
    "Holding",
    "Lint",
    "Passage",
    "Wording",
    "data_passages",
    "names",
    "passages",
    "units",
]
