"""The closed table of problem codes: what each means, and whether it stops the build.

`docs/problems.md` has a section for each; a test holds the two together, and another sees that every code
is reached by a broken site in `tests/broken/`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Code(NamedTuple):
    """severity: `advice` stops nothing. meaning: one sentence for an editor who does not program."""

    severity: Literal["error", "warning", "advice"]
    meaning: str


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


def _advice(meaning: str) -> Code:
    return Code("advice", meaning)


CODES: dict[str, Code] = {
    # files and YAML
    "missing-file": _error(
        "A file that every project needs is not there, or that of a company which many places name."
    ),
    "empty-file": _error("A data file holds nothing, and others name what should stand in it."),
    "unreadable-file": _error("A file is not UTF-8 text, cannot be opened, or is larger than 10 MB."),
    "unexpected-file": _error("A file lies where nothing reads it, or is a link, folder or pipe that is not entered."),
    "file-name": _error("A file has a name that some computers cannot hold, or that holds what nobody can see."),
    "file-kind": _error(
        "A file is of a kind that is not published, such as HTML, or is no picture or font that can be shown."
    ),
    "yaml-syntax": _error("The YAML cannot be read at this place."),
    "control-character": _error(
        "A text holds a character that nobody can see, that turns the text around, or that each font shows as it likes."
    ),
    "quote-the-expression": _error("A YAML text that holds {{ … }} needs single quotes around it."),
    "cut-text": _error("A # behind a space begins a comment in YAML, so that the rest of a text is lost."),
    "curly-quotes": _error("Curly quotation marks stand around a YAML text, where only straight ones quote."),
    "yaml-feature": _error(
        "Anchors, aliases, merge keys (`<<`), tags and several documents in a file are not allowed here."
    ),
    "too-deep": _error("The YAML is nested more than 50 levels deep."),
    "repeated-key": _error("The same key stands twice in one mapping; one of the two would be lost."),
    "unknown-key": _error("The key is not one that this place knows."),
    "missing-key": _error("A required key is not given."),
    "wrong-type": _error("The value is not of the kind that the key takes."),
    "bad-id": _error("An id is made of small letters, digits and hyphens."),
    "repeated-id": _error("Two things of one kind have the same id, or a list names one thing twice."),
    # references
    "unknown-entity": _error("No company, brand, model, alliance, supplier or market has this id."),
    "unknown-metric": _error("No metric has this id."),
    "unknown-unit": _error("No unit has this id, in the catalogue or in data/units.yaml."),
    "unknown-source": _error("No source has this id."),
    "unknown-series": _error("No series is declared for this entity and metric."),
    "unknown-id": _error("Nothing of the kind that is named here has this id."),
    "relay-circle": _error("Sources relay one another in a circle, so that none is the origin."),
    "parent-circle": _error("Entities, or regions, belong to one another in a circle."),
    "life-order": _error("Dates or relations in the lives of entities contradict one another."),
    "no-data-file": _error("A Markdown document has no data file of the same name."),
    # observations
    "no-value": _error("An observation has neither a value nor a change."),
    "reason-missing": _error("A preferred or deprecated value, or an excuse, needs its reason."),
    "bound-mismatch": _error("The bound does not fit the value."),
    "negative-value": _error("The metric is never negative."),
    "two-preferred": _error("Two values of one address are both preferred."),
    "rivals-unresolved": _error("Values for one address do not agree and none of them is preferred."),
    "repeated-source": _error("One source gives two undeprecated values for the same address."),
    "replaces-nothing": _error("A value restates one that is not there."),
    "worked-out": _error("A worked-out value does not follow from published values of its own series."),
    "count-decimals": _error("A value has decimals, and its metric counts what does not divide, such as loaves."),
    "no-calendar": _error("A financial year is named, and no calendar says when it begins."),
    "period-cadence": _error("A period is shorter than the cadence that the series promises."),
    "period-order": _error("A period stands between two others, in the place of one that is missing."),
    "overdue": _error("The next value of a series was expected before the day of a check with --stale error."),
    "series-calendar": _warning("The years of a series begin with another month than its calendar says."),
    # tables that are imported
    "table-layout": _error("A table that is imported names neither periods nor columns."),
    "table-cell": _error("A cell of a table that is imported holds no value, name or period that can be read."),
    "table-sum": _error("A row or column of a table that is imported adds up others."),
    # expressions, Markdown and links
    "expression-syntax": _error("The expression between {{ and }} cannot be read."),
    "expression-value": _error("The expression cannot be computed from the data."),
    "expression-in-tag": _error("An expression stands in an attribute of an HTML tag where it has no place."),
    "missing-figure": _error("The address has no answer in the data."),
    "wrong-direction": _error("A text says fall or rise where the data show none, or are not certain of it."),
    "metric-kind": _error("Numbers are added up, or made a share or a multiple, that their kind does not bear."),
    "counted-twice": _error("A sum, a ranking or a stacked chart holds something and a part of it."),
    "mixed-bases": _error("Different regions, bases or lengths of time are compared without a stated reason."),
    "mixed-units": _error("Series of different units, or of which more and less is better, stand in one ranking."),
    "front-matter": _error("The front matter of a Markdown file cannot be read."),
    "date-order": _error("A document was updated or checked before its date, or a step promised for a time before."),
    "date-disagrees": _warning("The text of an event names another time than its date."),
    "changed-since": _advice("A figure of a document changed after the day on which the document was checked."),
    "placeholder": _error("The words of a new file, which stand in for a text, would be published."),
    "chart-holes": _warning("The chart that the home page leads with has no value for some of its periods."),
    "long-finding": _warning("The sentence that the home page leads with has more words than are read at a glance."),
    "long-title": _warning("A title has more characters than are read at a glance."),
    "title-numbers": _warning("A title has more than one number."),
    "broken-link": _error("A link leads to nothing on the site."),
    "own-address": _warning("A link to a page of this site is written with the whole address."),
    "broken-anchor": _error("A link leads to a place on a page that is not there."),
    "link-to-draft": _error("A published document links to a draft."),
    "unsafe-link": _error("A link uses a scheme other than http, https or mailto."),
    "disguised-link": _error("A link shows an address of one site and leads to another."),
    "image-alt": _error("An image has no text alternative."),
    "remote-image": _error("An image lies on another site; pages show only their own."),
    "undefined-reference": _error("A footnote, or the label of a link, is defined nowhere in the text."),
    "merge-mark": _error("A text holds a mark that a merge of two versions left."),
    "unclosed-tag": _error("A tag of HTML is begun and not closed."),
    "too-much": _error("A text is longer, or holds more marks, than can be read in a reasonable time."),
    # charts
    "chart-kind": _error("The chart kind is not known."),
    "chart-option": _error("The chart kind needs, or does not take, this key."),
    "chart-empty": _error("The chart has nothing to draw."),
    "chart-code": _error("The Python of a chart kind of this project fails."),
    # claims
    "claim-check": _error("A check is not a comparison of the kind that claims are tested by."),
    "claim-circle": _error("Claims rest on one another's verdicts in a circle."),
    "entry-order": _error(
        "Market entries or answers on a capability overlap in time, and a claim depends on which is the later one."
    ),
    "claim-choices": _error(
        "Claims take too many tests: more than 10,000 choices in a claim or 100,000 in all, or 200 verdicts of others."
    ),
    "claim-fails": _error("A claim of our own is not supported by the data."),
    "unsupported-words": _error("Words are bound by holds to a claim that the data do not support."),
    "words-beyond-claim": _error("Words bound by holds say more than the claim says or its check tests."),
    # output
    "repeated-anchor": _error("Two things on one page have the same id."),
    "output-clash": _error("Two things of the site have the same URL."),
    "foreign-folder": _error("The output folder holds files that sitegen did not write."),
    "unwritable-folder": _error("The output folder cannot be made or written."),
    "template-error": _error("A template cannot be rendered, or writes what no browser shows as it is meant."),
    # warnings
    "change-disagrees": _warning("A reported change does not fit the one computed from the values."),
    "parts-disagree": _warning("A reported total lies outside what its parts add up to."),
    "part-above-whole": _warning("What belongs to an entity, or lies in a region, comes to more than the whole."),
    "outside-life": _warning(
        "A value is for a period after the end of its entity, or before its beginning; "
        "or a step into a market was said after that end."
    ),
    "running-total": _warning("A value is as large as those before it in its year and a usual one together."),
    "sudden-jump": _warning(
        "A value is about eight times those before and after it in its series, or an eighth; "
        "or the newest value is far from what its series did before."
    ),
    "table-order": _warning("The values of a published table go up from one place to the next where others go down."),
    "extra-decimals": _warning(
        "A value has three decimals and its metric does not say that it shows three; the point may separate thousands."
    ),
    "future-date": _warning("A date lies after the day of the site, or years after all data."),
    "future-value": _warning(
        "A reported value is for a period that had not ended on the day of the site or of its source."
    ),
    "mixed-reliability": _warning("One source of a site has a reliability and another has none."),
    "same-document": _warning("Two sources are one document, declared under two ids."),
    "same-name": _warning("Two things of one kind have one name, so that readers cannot tell them apart."),
    "unused-source": _warning("No value, event or plan names this source."),
    "other-domain": _warning("The file CNAME names another domain than base_url."),
    "dropped-tag": _warning("A tag or attribute of HTML that pages do not take, such as iframe or class, is left out."),
    "other-in-preview": _warning("GitHub shows a passage of a text in another way than the page does."),
    "foreign-mark": _warning("A mark of another program stands in a text, and the page would print it as it is."),
    "short-row": _warning("A row of a table in a text has fewer cells than the head of the table."),
    "unused-footnote": _warning("A footnote or an abbreviation stands below a text, and nothing in the text uses it."),
    "heading-by-line": _warning("A line of hyphens or equals signs under a sentence makes a heading of it."),
    "skipped-level": _warning("A heading is more than one level below the one above it."),
    "unbound-number": _warning("A number in prose is no figure, so that nobody can see where it comes from."),
    "untested-word": _warning("A word of quantity, order or comparison stands where no claim or figure is behind it."),
    "claim-subject": _warning("A claim names a period, company or place its check does not ask for, or the reverse."),
    "claim-number": _warning("A claim states a number that its checks do not ask for, or that counts something else."),
    "double-about": _warning("A word beside a figure, such as about or its unit, says what the figure says already."),
    "stretched-figure": _warning("A word, sign or digit beside a figure makes another number of it."),
    "figure-direction": _warning(
        "A word beside a figure says another change than the figure does, or says what its sign says."
    ),
    "figure-subject": _warning("A sentence or a table names one period or company, and its figures are of others."),
    "alike-colours": _warning("Two entities of one chart have colours that colour-blind readers cannot tell apart."),
    "faint-colour": _warning("A colour that the site gives is too near to the paper to be seen well."),
    "left-out": _warning("Something that is named here has nothing to show."),
    "lone-point": _warning("A chart draws lines, and a series has a single value in it."),
    "no-effect": _warning("A key of a chart changes nothing."),
    "missing-glyph": _warning("A chart shows a character that its fonts do not have."),
    "lost-address": _warning(
        "Something has another id than before, as git shows, and nothing leads on from its old address."
    ),
    "unused-override": _warning("A file in templates/ takes the place of none of ours, and nothing uses it."),
    "bad-style": _warning("A stylesheet of the project has a place that browsers skip."),
    "late": _warning("The next value of a series was expected before the day of a check with --stale warn."),
    "accepted-nothing": _warning("An accepted: entry answers no warning."),
}
