"""Render: edition → outputs. The only module that knows Jinja templates."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from sitegen import urls
from sitegen.charts import Drawing, Plot, Studio, draw_all, palette, plan
from sitegen.edition import Edition
from sitegen.exports import export
from sitegen.figures import standings
from sitegen.output import Output, Rendered
from sitegen.problems import Place, Problem, SitegenError
from sitegen.theme import Theme
from sitegen.tokens import colours, stylesheet
from sitegen.views.automatic import automatic_charts
from sitegen.views.desk import Desk, Drawn
from sitegen.views.names import page_names
from sitegen.views.pieces import ChartView, Matrix, Prose, RankingTable
from sitegen.views.sheet import Sheet
from sitegen.views.site import site

FOLDER = "templates/"
SHEET = "site.css"
_UNDRAWN = Drawing('<svg viewBox="0 0 1 1"></svg>', None)
"""Stands for each chart where pages are written for what they name and not to be read."""


def render(edition: Edition, theme: Theme, studio: Studio, jobs: int) -> Rendered:
    """Every file of the site. Raises SitegenError with every template, and every own chart kind, that fails.

    jobs: how many processes may draw at once.
    """
    desk, sheets = site(_desk(edition, lambda plots: draw_all(plots, studio, jobs), theme.ids))
    files = [*_pages(desk, sheets, environment(theme.templates)), *_copies(edition, theme), *export(desk, sheets)]
    drawings = (drawn.drawing for drawn in (*desk.charts.values(), *desk.automatic.values()))
    warnings = tuple(problem for drawing in drawings for problem in drawing.problems)
    return Rendered(tuple(files), tuple(sheet.page for sheet in sheets), len(desk.uses.figures), warnings)


def pages_that_use(edition: Edition, address: str) -> tuple[tuple[str, str], ...]:
    """The name and the URL of every page that shows the figure of an address; no chart is drawn for the answer."""
    desk, _ = site(_desk(edition, lambda plots: [_UNDRAWN] * len(plots)))
    return tuple((desk.names.get(url, url), url) for url in desk.uses.figures.get(address, ()))


def environment(templates: Mapping[str, str]) -> Environment:
    """Jinja with our templates: everything is escaped, and a name that is not there is an error."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], FOLDER + name, lambda: True) if name in templates else None

    env = Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.globals["prose"] = lambda body: _prose(env, body)
    return env


def _prose(env: Environment, body: Prose | None) -> Markup:
    """A body with everything in its slots: words as they are, charts, rankings and matrices by their macros."""
    if body is None:
        return Markup("")
    parts = env.get_template("parts.html").module
    macros = {ChartView: "chart", RankingTable: "ranking", Matrix: "matrix"}

    def finished(piece: object) -> str:
        macro = macros.get(type(piece))
        return str(piece if macro is None else getattr(parts, macro)(piece))

    return Markup(body.written.filled([finished(piece) for piece in body.pieces]))


def _desk(
    edition: Edition, draw: Callable[[Sequence[Plot]], list[Drawing]], fixed: frozenset[str] = frozenset()
) -> Desk:
    """The edition with every chart drawn. fixed: the ids that templates write themselves."""
    planned = {chart.id: plan(chart, edition.tracker, edition.figures) for chart in automatic_charts(edition)}
    plots = [*edition.plots.values(), *(plot for plot in planned.values() if isinstance(plot, Plot))]
    drawn = [Drawn(plot, drawing) for plot, drawing in zip(plots, draw(plots), strict=True)]
    own = dict(zip(edition.plots, drawn, strict=False))
    automatic = {each.plot.id: each for each in drawn[len(own) :]}
    ranked = {id: standings(edition.figures, ranking) for id, ranking in edition.tracker.rankings.items()}
    return Desk(
        edition=edition, charts=own, automatic=automatic, names=page_names(edition), standings=ranked, fixed=fixed
    )


def _pages(desk: Desk, sheets: tuple[Sheet, ...], env: Environment) -> list[Output]:
    places = {urls.document_url(d): d.place for d in desk.tracker.documents.values()}
    files: list[Output] = []
    problems: set[Problem] = set()
    for sheet in sheets:
        try:
            text = env.get_template(sheet.template).render(view=sheet.view, layout=sheet.layout)
        except Exception as error:  # whatever a template does wrong is its author's to mend
            problems.add(_template_problem(error, sheet.template))
        else:
            files.append(Output(urls.output_path(sheet.page.url), text.encode(), places.get(sheet.page.url)))
    if problems:
        raise SitegenError(tuple(sorted(problems)))
    return files


def _template_problem(error: Exception, template: str) -> Problem:
    """Where a template failed: its last line in the traceback, for the error itself may come from a library."""
    if isinstance(error, TemplateSyntaxError):
        place = Place(FOLDER + (error.name or template), error.lineno)
        return Problem(place, "template-error", f"the template cannot be read: {error.message}")
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    if not frames:
        raise error  # not in a template: a fault of ours
    place = Place(frames[-1].filename, frames[-1].lineno or 1)
    return Problem(place, "template-error", f"the template cannot be rendered: {error}")


def _copies(edition: Edition, theme: Theme) -> Iterator[Output]:
    """The theme's assets with its stylesheets as one, behind the tokens, and the project's own files."""
    tokens = stylesheet(colours(edition.tracker.site.accent, palette(edition.tracker)))
    yield Output(urls.output_path(urls.ASSETS + SHEET), "".join([tokens, *theme.styles.values()]).encode())
    for name, content in theme.assets.items():
        yield Output(urls.output_path(urls.ASSETS + name), content)
    for file in edition.tracker.files:
        yield Output(urls.output_path(urls.file_url(file)), file.content, Place(file.path))
