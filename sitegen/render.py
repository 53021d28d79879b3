"""Render: edition → outputs. The only module that knows Jinja templates."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from sitegen import urls
from sitegen.charts import Drawing, Plot, Tools, draw, draw_all, palette, plan
from sitegen.edition import Edition
from sitegen.exports import summaries
from sitegen.figures import standings
from sitegen.pages.companies.automatic import automatic_charts
from sitegen.pages.context import Context, Drawn
from sitegen.pages.fingerprints import Fingerprints
from sitegen.pages.names import page_names
from sitegen.pages.output import Output, Rendered
from sitegen.pages.pieces import ChartView, Matrix, Prose, RankingTable
from sitegen.pages.sheet import Maker
from sitegen.pages.units import Made, Memory, Plan, make_units
from sitegen.pages.uses import Uses
from sitegen.problems import Place, Problem, SitegenError
from sitegen.theme import Theme
from sitegen.tokens import colours, stylesheet

FOLDER = "templates/"
SHEET = "site.css"
_UNDRAWN = Drawing('<svg viewBox="0 0 1 1"></svg>', None)
"""Stands for each chart where pages are written for what they name and not to be read."""


def render(edition: Edition, theme: Theme, tools: Tools, jobs: int, memory: Memory) -> Rendered:
    """Every file of the site. Raises SitegenError with every template, and every own chart kind, that fails.

    jobs: how many processes may draw at once. memory: pages and files that are as they were are taken from it.
    """
    planned = _context(edition, theme.ids)
    context = _drawing(planned, _drawer(planned, tools, jobs, memory))
    env, places = environment(theme.templates), _places(context)

    def plan(tracing: bool) -> Plan:
        kinds = (kind for kind in edition.register.kinds if kind.tracing == tracing)
        return ((url, partial(_page, make, env, places)) for kind in kinds for url, make in kind.pages(context))

    telling = make_units(plan(tracing=False), context, Fingerprints(context), memory)
    knowing = _knowing(context, telling)
    prints = Fingerprints(knowing)
    tracing = make_units(plan(tracing=True), knowing, prints, memory)
    files = ((name, partial(_files, make)) for kind in edition.register.kinds for name, make in kind.files(knowing))
    units = (*telling, *tracing, *make_units(files, knowing, prints, memory))
    records = tuple(unit.record for unit in units if unit.record is not None)
    outputs = [output for unit in units for output in unit.outputs]
    outputs += [*_copies(edition, theme), *summaries(knowing, records)]
    problems = tuple(problem for unit in units for problem in unit.problems)
    return Rendered(tuple(outputs), records, len(knowing.uses.figures), problems)


def pages_that_use(edition: Edition, address: str) -> tuple[tuple[str, str], ...]:
    """The name and the URL of every page that shows the figure of an address; no chart is drawn for the answer."""
    context = _drawing(_context(edition), lambda plot: _UNDRAWN)
    kinds = (kind for kind in edition.register.kinds if not kind.tracing)
    sheets = (make(context) for kind in kinds for _, make in kind.pages(context))
    context = _knowing(context, [Made((), sheet.record) for sheet in sheets])
    return tuple((context.names.get(url, url), url) for url in context.uses.figures.get(address, ()))


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


def _context(edition: Edition, fixed: frozenset[str] = frozenset()) -> Context:
    """The edition with every chart planned. fixed: the ids that templates write themselves."""
    planned = (plan(chart, edition.tracker, edition.figures) for chart in automatic_charts(edition))
    return Context(
        edition=edition,
        charts={id: Drawn(plot, _undrawn) for id, plot in edition.plots.items()},
        automatic={plot.id: Drawn(plot, _undrawn) for plot in planned if isinstance(plot, Plot)},
        names=page_names(edition),
        standings={id: standings(edition.figures, ranking) for id, ranking in edition.tracker.rankings.items()},
        fixed=fixed,
    )


def _undrawn(plot: Plot) -> Drawing:
    raise AssertionError(f"nobody says yet how {plot.id} is drawn")


def _drawing(context: Context, draw: Callable[[Plot], Drawing]) -> Context:
    """The context whose charts are drawn in this way when a page asks for one."""
    charts, automatic = (
        {id: Drawn(drawn.plot, draw) for id, drawn in some.items()} for some in (context.charts, context.automatic)
    )
    return replace(context, charts=charts, automatic=automatic)


def _knowing(context: Context, units: Sequence[Made]) -> Context:
    """The context that knows what the finished pages are called, and who uses what."""
    records = [unit.record for unit in units if unit.record is not None]
    headings = {record.url: record.heading for record in records}
    return replace(context, uses=Uses.of(records), names={**headings, **context.names})


def _drawer(context: Context, tools: Tools, jobs: int, memory: Memory) -> Callable[[Plot], Drawing]:
    """How charts are drawn: all at once by several processes where nothing is remembered, else when a page asks."""
    if not memory.empty:
        return lambda plot: draw(plot, tools)
    plots = [drawn.plot for drawn in (*context.charts.values(), *context.automatic.values())]
    drawings = dict(zip((plot.id for plot in plots), draw_all(plots, tools, jobs), strict=True))
    return lambda plot: drawings[plot.id]


def _places(context: Context) -> Mapping[str, Place]:
    """The file that each page is written from, by the page's URL."""
    return {urls.document_url(document): document.place for document in context.tracker.documents.values()}


def _page(make: Maker, env: Environment, places: Mapping[str, Place], context: Context) -> Made:
    sheet = make(context)
    url = sheet.page.url
    try:
        text = env.get_template(sheet.template).render(view=sheet.view, layout=sheet.layout)
    except Exception as error:  # whatever a template does wrong is for its author to fix
        raise SitegenError((_template_problem(error, sheet.template),)) from error
    return Made((Output(urls.output_path(url), text.encode(), places.get(url)),), sheet.record)


def _files(make: Callable[[Context], Iterable[Output]], context: Context) -> Made:
    return Made(tuple(make(context)))


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
