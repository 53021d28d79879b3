"""Render: edition → outputs: every page is made by its template, every file by its exporter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import cast
from urllib.parse import urlsplit

from msgspec import Struct, structs

from sitegen import urls
from sitegen.assets import Assets, Names
from sitegen.cards import Faces, cards
from sitegen.charts.draw import Tools, draw, draw_ahead
from sitegen.charts.plot import Drawing, Plot
from sitegen.claims import Verdict
from sitegen.edition import Edition
from sitegen.exports import bodies, summaries
from sitegen.figures import Figures, Standing, standings
from sitegen.model.chart import Chart
from sitegen.observer import Making
from sitegen.packing import print_of
from sitegen.pages.companies.automatic import automatic_charts
from sitegen.pages.compare.charts import pair_charts
from sitegen.pages.context import Context, Drawn
from sitegen.pages.data.notes import notes
from sitegen.pages.lists import Lists
from sitegen.pages.moved import copies, declared, leads
from sitegen.pages.output import Output, Rendered
from sitegen.pages.record.fingerprints import Fingerprints
from sitegen.pages.record.ids import ids_in
from sitegen.pages.record.record import PageRecord
from sitegen.pages.record.regions import told_apart
from sitegen.pages.record.units import Made, Plan, Workers, make_units
from sitegen.pages.record.uses import Uses
from sitegen.pages.sheet import Maker, Pages
from sitegen.pages.words.names import page_names
from sitegen.problems import Place, Problem, SitegenError
from sitegen.recall import Known, Recalled, results
from sitegen.templates import Templates, template_problem
from sitegen.theme import Theme


class Setup(Struct, frozen=True):
    """What rendering needs beside the edition."""

    theme: Theme
    assets: Assets
    templates: Templates
    tools: Tools
    workers: Workers


def render(edition: Edition, setup: Setup) -> Rendered:
    """Every file of the site. Raises SitegenError with every template, and every own chart kind, that fails."""
    planned = _context(edition, setup.theme.ids)
    context = _drawing(planned, _drawer(planned, setup))
    places = _places(context)

    def plan(pages: Pages) -> Plan:
        return ((url, partial(_page, make, setup.templates, setup.assets.names, places)) for url, make in pages)

    def kinds(tracing: bool) -> Plan:
        return plan(page for kind in edition.register.kinds if kind.tracing == tracing for page in kind.pages(context))

    before = Fingerprints(context)
    showing = make_units(kinds(tracing=False), context, before, setup.workers)
    knowing = _knowing(context, showing)
    prints = before.knowing(knowing)
    tracing = make_units(kinds(tracing=True), knowing, prints, setup.workers)
    asking = _asking(knowing, (*showing, *tracing))
    called = prints.knowing(asking)
    embeds = (page for kind in edition.register.kinds for page in kind.embeds(asking))
    opened = make_units(plan(chain(notes(asking), embeds)), asking, called, setup.workers)
    taken_urls = {record.url for record in _records((*showing, *tracing, *opened))}
    leading, taken = leads(edition, taken_urls)
    moved = make_units(plan((lead.name, lead.make) for lead in leading), asking, called, setup.workers)
    faces = Faces(edition.tracker.site.name, setup.theme.icon(edition.tracker.files), setup.templates, setup.tools)
    shared = make_units(cards(asking, faces, setup.workers), asking, called, setup.workers)
    files = chain.from_iterable(kind.files(knowing) for kind in edition.register.kinds)
    exported, fed = (
        make_units(((name, partial(_files, make)) for name, make in some), knowing, prints, setup.workers)
        for some in (files, bodies(knowing))
    )
    units = (*showing, *tracing, *opened, *moved, *shared, *exported)
    records = _records(units)
    outputs = [output for unit in units for output in unit.outputs]
    texts = {text.path: text.content.decode() for unit in fed for text in unit.outputs}
    outputs += [*_copies(edition, setup.assets), *summaries(knowing, records, texts)]
    outputs += [*copies(leading, outputs)]
    problems = (*taken, *(problem for unit in units for problem in unit.problems))
    return Rendered(declared(leading, outputs), records, knowing.uses.count, problems, setup.assets.renamed)


def pages_that_use(edition: Edition, address: str) -> tuple[tuple[str, str], ...]:
    """The name and the URL of every page that shows the figure of an address; no chart is drawn for the answer."""
    context = _drawing(_context(edition), _undrawn)
    kinds = (kind for kind in edition.register.kinds if not kind.tracing)
    sheets = (make(context) for kind in kinds for _, make in kind.pages(context))
    context = _knowing(context, [Made((), sheet.record) for sheet in sheets])
    return tuple((context.names.get(url, url), url) for url in context.uses.showing(address))


def _context(edition: Edition, fixed: frozenset[str] = frozenset()) -> Context:
    """The edition with every chart planned. fixed: the ids that templates write themselves."""
    recall, charts = edition.recall, edition.tracker.charts
    ordered = {id: recall.of(f"standings {id}", partial(_ordered, id)) for id in edition.tracker.rankings}
    return Context(
        edition=edition,
        listed=Lists(edition),
        charts={id: Drawn(found, charts[id].kind, _undrawn) for id, found in results(edition.plots).items()},
        automatic={id: Drawn(found, kind, _undrawn) for id, kind, found in _automatic(edition)},
        names=page_names(edition),
        standings=Known(ordered),
        fixed=fixed,
    )


def _automatic(edition: Edition) -> Iterator[tuple[str, str, Recalled[Plot]]]:
    """The charts that no file describes, planned, and the pictures of claims: the id and the kind of each."""
    recall = edition.recall
    charts, verdicts = recall.wholly("automatic charts", partial(_undescribed, edition))
    for print, chart in charts:
        plot = recall.of(f"plot {print}", partial(_planned, chart))
        if plot.kind is Plot:
            yield chart.id, chart.kind, cast(Recalled[Plot], plot)
    for print, claim in verdicts:
        yield from recall.of(f"pictures {print}", partial(_pictured, edition.verdicts, claim)).value


def _undescribed(edition: Edition) -> tuple[list[tuple[str, Chart]], list[tuple[str, str]]]:
    """The charts that no file describes, and the claims that were judged, each with its print."""
    charts = (*automatic_charts(edition), *pair_charts(edition))
    verdicts = edition.verdicts.items()
    return [(print_of(chart), chart) for chart in charts], [(print_of(verdict), claim) for claim, verdict in verdicts]


def _planned(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    from sitegen.charts.planning import plan  # most builds know every plot

    return plan(chart, figures)


def _pictured(
    verdicts: Mapping[str, Verdict], claim: str, figures: Figures
) -> tuple[tuple[str, str, Recalled[Plot]], ...]:
    from sitegen.charts.pictures.plan import pictures

    plots = pictures(verdicts[claim], figures)
    return tuple((plot.id, plot.kind, Recalled.made(plot, keep=True)) for plot in plots)


def _ordered(ranking: str, figures: Figures) -> tuple[Standing, ...]:
    return standings(figures, figures.tracker.rankings[ranking])


def _undrawn(plot: Plot) -> Drawing:
    """Stands for each chart where pages are written for what they name and not to be read."""
    nothing = '<svg width="1" height="1"></svg>'
    return Drawing(nothing, nothing)


def _drawing(context: Context, draw: Callable[[Plot], Drawing]) -> Context:
    """The context whose charts are drawn in this way when a page asks for one."""
    charts, automatic = (
        {id: structs.replace(drawn, draw=draw) for id, drawn in some.items()}
        for some in (context.charts, context.automatic)
    )
    return structs.replace(context, charts=charts, automatic=automatic)


def _knowing(context: Context, units: Sequence[Made]) -> Context:
    """The context that knows what the finished pages are called, and who uses what."""
    records = _records(units)
    return structs.replace(context, uses=Uses.of(records), names=_names(context, records))


def _asking(knowing: Context, units: Sequence[Made]) -> Context:
    """The same once all pages are finished that show who uses what: it knows the notes and pictures they ask for."""
    records = _records(units)
    return structs.replace(knowing, uses=knowing.uses.asking(records), names=_names(knowing, records))


def _records(units: Iterable[Made]) -> tuple[PageRecord, ...]:
    return tuple(unit.record for unit in units if unit.record is not None)


def _names(context: Context, records: Iterable[PageRecord]) -> dict[str, str]:
    """What pages are called, those with these records too."""
    return {**{record.url: record.heading for record in records}, **context.names}


def _drawer(context: Context, setup: Setup) -> Callable[[Plot], Drawing]:
    """How charts are drawn: when a page asks; where nothing is remembered, all before, by other processes."""
    drawn: Mapping[str, Drawing | SitegenError] = {}
    if setup.workers.memory.empty and not setup.workers.observer.first:
        plots = [each.plot for some in (context.charts, context.automatic) for each in some.values()]
        drawn = draw_ahead(plots, setup.tools, setup.workers.processes)
    return partial(_draw, drawn=drawn, tools=setup.tools, making=setup.workers.observer.making)


def _draw(plot: Plot, drawn: Mapping[str, Drawing | SitegenError], tools: Tools, making: Making) -> Drawing:
    if plot.id in drawn:
        found = drawn[plot.id]
        if isinstance(found, SitegenError):
            raise found
        return found
    with making("drawing", plot.id, ""):
        return draw(plot, tools)


def _places(context: Context) -> Mapping[str, Place]:
    """The file that each page is written from, by the page's URL."""
    return {urls.document_url(document): document.place for document in context.tracker.documents.values()}


def _page(make: Maker, templates: Templates, names: Names, places: Mapping[str, Place], context: Context) -> Made:
    sheet = make(context)
    url = sheet.page.url
    try:
        text = templates.write(sheet.view.template, view=sheet.view, layout=sheet.layout)
    except Exception as error:  # whatever a template does wrong is for its author to fix
        raise SitegenError((template_problem(error, sheet.view.template, templates.texts, url),)) from error
    text = names.page(told_apart(text, templates.locale))
    if templates.written.own:
        base = urlsplit(context.edition.base_url).path or "/"
        for target, place in templates.written.leads(text, url, base, frozenset(sheet.page.targets)):
            sheet.page.link(target, place)
    record = structs.replace(sheet.record, ids=ids_in(text))
    return Made((Output(urls.output_path(url), text.encode(), places.get(url)), *sheet.beside), record)


def _files(make: Callable[[Context], Iterable[Output]], context: Context) -> Made:
    return Made(tuple(make(context)))


def _copies(edition: Edition, assets: Assets) -> Iterator[Output]:
    """The assets, and the project's own files."""
    for path, content in assets.outputs.items():
        yield Output(path, content)
    for file in edition.tracker.files:
        yield Output(urls.output_path(urls.file_url(file)), file.content, Place(file.path))
