"""How far sources differ on a number."""

from __future__ import annotations

from sitegen.figures import Figure, Missing, rival_figures
from sitegen.figures.arithmetic.printing import printed, round_to
from sitegen.figures.ranks import middle
from sitegen.figures.words import say
from sitegen.pages.words.writer import Writer


def spread(writer: Writer, figure: Figure) -> str:
    """How many sources differ on a figure and how far: "3 sources, from 5,242 to 5,571"; "" where they do not."""
    if not figure.disagree:
        return ""
    computed = figure.kind == "computed"
    count = len(rival_figures(writer.context.figures, figure)) + (not computed)
    return writer.count("note.spread.computed" if computed else "note.spread", count, reach=reach(writer, figure))


def reach(writer: Writer, figure: Figure | Missing | None) -> str:
    """How far sources differ on a figure: "from 5,242 to 5,571"; "" where they do not, or there is none."""
    if not isinstance(figure, Figure) or not figure.disagree:
        return ""
    every = sorted((figure, *rival_figures(writer.context.figures, figure)), key=lambda each: middle(each.amount))
    low, high = (whole(writer, each) for each in (every[0], every[-1]))
    return writer.say("note.reach", low=low, high=high)


def reach_shown(writer: Writer, figure: Figure | Missing | None) -> str:
    """How far sources differ, for a table: "" also where none differs in the digits that the figure has there."""
    if not isinstance(figure, Figure):
        return ""
    amount, decimals = printed(figure)
    rivals = rival_figures(writer.context.figures, figure)
    alike = all(round_to(middle(each.amount), decimals) == round_to(middle(amount), decimals) for each in rivals)
    return "" if alike else reach(writer, figure)


def whole(writer: Writer, figure: Figure) -> str:
    """A figure with all the digits that set it apart from its rivals."""
    return writer.figure(figure, "inline", said=say(figure, writer.context.locale, whole=True))


def dispute(writer: Writer, figure: Figure | Missing | None) -> str:
    """The spread of a figure with the reason why this value is printed, for one line below it; "" without rivals."""
    if not isinstance(figure, Figure):
        return ""
    reason = figure.observation.reason if figure.observation is not None else None
    if not (said := spread(writer, figure)) or not reason:
        return said
    return writer.say("note.dispute", spread=said, reason=reason)
