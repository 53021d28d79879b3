"""What stands beside figures in a text, and says what they do not."""

from sitegen.check.text.beside.captions import captioned
from sitegen.check.text.beside.clauses import exchanged
from sitegen.check.text.beside.days import dated
from sitegen.check.text.beside.directions import misdirected
from sitegen.check.text.beside.each import distributed
from sitegen.check.text.beside.extremes import extreme
from sitegen.check.text.beside.framed import framed
from sitegen.check.text.beside.heads import headed
from sitegen.check.text.beside.hedges import doubled
from sitegen.check.text.beside.labels import labelled
from sitegen.check.text.beside.levels import mistaken
from sitegen.check.text.beside.planned import planned
from sitegen.check.text.beside.reached import FIGURE
from sitegen.check.text.beside.results import resulting
from sitegen.check.text.beside.spoken import spoken
from sitegen.check.text.beside.stretched import stretched
from sitegen.check.text.beside.summed import summed

__all__ = [
    "FIGURE",
    "captioned",
    "dated",
    "distributed",
    "doubled",
    "exchanged",
    "extreme",
    "framed",
    "headed",
    "labelled",
    "misdirected",
    "mistaken",
    "planned",
    "resulting",
    "spoken",
    "stretched",
    "summed",
]
