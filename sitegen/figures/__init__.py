"""Figures: addresses and their answers, uncertainty, rivals, filters, rankings and words. All pure."""

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.changes import change, clear_change
from sitegen.figures.arithmetic.computing import FigureError, Unknowable
from sitegen.figures.arithmetic.converting import convert, rate_address
from sitegen.figures.arithmetic.direction import direction, fall, rise
from sitegen.figures.arithmetic.filters import plain, points, rounded, share, times, with_unit
from sitegen.figures.arithmetic.mixing import differences, mixing, odd_one
from sitegen.figures.arithmetic.sums import add, subtract
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.freshness import Freshness, coming, freshness, late, newest, outlook, reach, reached_by, until
from sitegen.figures.periods import say_period, short_period
from sitegen.figures.plans import say_in_text
from sitegen.figures.rankings import Standing, has_places, standings
from sitegen.figures.ranks import Rank, rank
from sitegen.figures.values.reported import CHANGES
from sitegen.figures.values.rivals import rival_figures
from sitegen.figures.words import machine_value, number, plain_value, say

__all__ = [
    "CHANGES",
    "Figure",
    "FigureError",
    "Figures",
    "Freshness",
    "Missing",
    "Rank",
    "Standing",
    "Unknowable",
    "add",
    "change",
    "clear_change",
    "coming",
    "convert",
    "differences",
    "direction",
    "fall",
    "freshness",
    "has_places",
    "late",
    "machine_value",
    "mixing",
    "newest",
    "number",
    "odd_one",
    "outlook",
    "plain",
    "plain_value",
    "points",
    "rank",
    "rate_address",
    "reach",
    "reached_by",
    "rise",
    "rival_figures",
    "rounded",
    "say",
    "say_in_text",
    "say_period",
    "share",
    "short_period",
    "standings",
    "subtract",
    "times",
    "until",
    "with_unit",
]
