// /explore/: the reader chooses series and periods; the address keeps the choice, and the page shows it as the build
// would, or says with the words of the build why it would not.
(() => {
  const at = (name) => document.getElementById(`explore-${name}`);
  const make = (tag, properties = {}, ...inside) => { const each = Object.assign(document.createElement(tag), properties); each.append(...inside); return each; };
  const fetched = {};
  const read = (address) => fetched[address] ??= fetch(address).then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))).catch((error) => { delete fetched[address]; throw error; });
  const MOST = 12, FEW = 12, LONG = 60, SPANS = 4;
  let files, known, state, turn = 0, removed = -1, live = null, shown = null, problems = [];

  const say = (id, slots = {}) => known.words[id].replace(/\{([a-z]+)\}/g, (whole, name) => slots[name] ?? whole);
  const listed = (items) => items.length < 2 ? items.join("") : say("and", { one: items.slice(0, -1).join(", "), other: items.at(-1) });
  const few = (names) => names.length > SPANS ? `${names.slice(0, SPANS).map(cut).join(", ")} …` : names.map(cut).join(", ");
  const cut = (text) => text.length > LONG ? `${text.slice(0, LONG)}…` : text;
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  const entityOf = (id) => id.slice(0, id.indexOf(".")), metricOf = (id) => id.slice(id.indexOf(".") + 1);
  const seriesOf = (metric) => Object.keys(known.series).filter((id) => metricOf(id) === metric)
    .sort((a, b) => order.get(entityOf(a)) - order.get(entityOf(b)));
  let order = new Map();

  // The address: what it asks for, and a sentence for what there is not. It is read as people write it, with spaces,
  // capitals, or one name at a time.
  const asked = (query) => {
    const given = new URLSearchParams(query), said = [];
    const word = (name) => (given.get(name) ?? "").trim();
    const names = [...new Set(given.getAll("series").flatMap((each) => each.split(",")).map((id) => id.trim()).filter(Boolean))];
    const idOf = (id) => own(known.series, id) ? id : own(known.series, id.toLowerCase()) ? id.toLowerCase() : "";
    const there = [...new Set(names.map(idOf).filter(Boolean))], missing = names.filter((id) => !idOf(id));
    if (missing.length) said.push(say("unknown.series", { names: few(missing) }));
    if (there.length > MOST) said.push(say("many", { most: MOST }));
    const metric = word("metric").toLowerCase(), by = word("by").toLowerCase();
    if (metric && !own(known.metrics, metric)) said.push(say("unknown.metric", { name: cut(word("metric")) }));
    if (by && !known.cadences.includes(by)) said.push(say("unknown.by", { name: cut(word("by")) }));
    const opening = there.length ? { series: there.slice(0, MOST), by: "", first: "" } : begun(own(known.metrics, metric) ? metric : names.length ? "" : known.first);
    return { said, choice: { ...opening, ...known.cadences.includes(by) ? { by, first: "" } : {}, ...word("from") ? { first: word("from") } : {}, last: word("to") } };
  };
  const address = ({ series, by, first, last }) => {
    const pairs = [["series", series.join(",")], ["by", by], ["from", first], ["to", last]].filter(([, value]) => value);
    return `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/")}`).join("&")}`;
  };

  // Why series cannot stand in one chart, in the words of the build; "" if they can.
  const valuesOf = (name, ids) => {
    const found = [...new Set(ids.map((id) => known.series[id][name]))];
    if (found.length < 2) return [];
    if (name !== "region") return found.sort();
    return Object.keys(known.regions).filter((id) => found.includes(id)).map((id) => {
      const [label, ...wider] = known.regions[id], whole = wider.filter((other) => found.includes(other)).at(-1);
      return whole ? say("part", { region: label, whole: known.regions[whole][0] }) : label;
    });
  };
  const apart = (ids) => {
    const units = [...new Set(ids.map((id) => known.metrics[metricOf(id)].key))].sort();
    if (units.length > 1) return say("units", { units: units.map((key) => Object.values(known.metrics).find((metric) => metric.key === key).unit).join(", ") });
    const differ = known.alike.map((name) => [name, valuesOf(name, ids)]).filter(([, values]) => values.length).map(([name, values]) => say(name, { values: values.join(", ") }));
    return differ.length ? say("apart", { what: differ.reduce((one, other) => say("and", { one, other })) }) : "";
  };
  // The series of a choice that can stand together, each such group with what it counts.
  const groupsOf = (ids) => Object.values(Object.groupBy(ids, (id) => [known.metrics[metricOf(id)].key, known.series[id].calendar, ...known.alike.map((name) => known.series[id][name])].join("\n")));
  const apartDays = (lines, slots) => {
    const differs = slots.some((slot) => new Set(lines.flatMap((line) => line.at.get(slot.name)?.text ? [line.at.get(slot.name).own?.[0] ?? slot.days] : [])).size > 1);
    return differs ? say("apart", { what: say("calendar", { values: [...new Set(lines.map((line) => line.calendar).filter(Boolean))].sort().join(", ") }) }) : "";
  };

  // What a metric opens with: the series of those who are shown, else the ones that the build names.
  const begun = (metric, entities = []) => {
    const kept = metric ? seriesOf(metric).filter((id) => entities.includes(entityOf(id))) : [];
    return kept.length || !metric ? { series: kept.slice(0, MOST), by: "", first: "" } : known.metrics[metric].opening;
  };

  const labelsOf = (ids) => {
    const names = ids.map((id) => known.entities[entityOf(id)][0]), metrics = ids.map((id) => known.metrics[metricOf(id)].label);
    if (new Set(ids.map(entityOf)).size === ids.length) return names;
    return new Set(names).size === 1 ? metrics : names.map((entity, n) => say("series", { entity, metric: metrics[n] }));
  };
  const titleOf = (ids) => {
    const metrics = [...new Set(ids.map((id) => known.metrics[metricOf(id)].label))], names = [...new Set(ids.map((id) => known.entities[entityOf(id)][0]))];
    return names.length < 4 ? say("series", { entity: listed(names), metric: listed(metrics) }) : listed(metrics);
  };
  const whatOf = (ids) => {
    const [{ basis, region, scope }] = ids.map((id) => known.series[id]), same = ids.every((id) => known.series[id].scope === scope);
    return [basis, known.regions[region][0], same ? scope : ""].filter(Boolean).join(", ");
  };

  // What is said of a period without a value, and its cells for a CSV file.
  const hole = (line, slot) => {
    const point = line.at.get(slot.name), { early, late, plain } = line.file.holes;
    if (point) return { absent: point.absent, cells: cells(line, point) };
    const [, absent, own] = (early && slot.last < early[0] ? early : late && slot.first > late[0] ? late : plain) ?? ["", say("gap"), {}];
    return { absent, cells: { ...own, period: slot.name, first_day: slot.first, last_day: slot.last, addresses: `${line.id}@${slot.name}` } };
  };

  // Periods that follow one another as one: "Q1 2024 to Q3 2024, Q1 2025".
  const runs = (slots, alike) => slots.reduce((found, slot) => {
    const last = found.at(-1)?.at(-1);
    if (last && slot.column === last.column + 1 && alike(last, slot)) found.at(-1).push(slot); else found.push([slot]);
    return found;
  }, []);
  const spanned = (run) => run.length === 1 ? run[0].short : say("span", { first: run[0].short, last: run.at(-1).short });
  const spans = (slots) => {
    const all = runs(slots, () => true).map(spanned);
    return all.length > SPANS ? `${all.slice(0, SPANS - 1).join(", ")} … ${all.at(-1)}` : all.join(", ");
  };

  // The numbers of a choice on its axis; or the sentence that says why there are none.
  const numbers = async (choice) => {
    const ids = choice.series, why = ids.length ? apart(ids) : say("nothing");
    if (why) return { why: ids.length ? [why, known.words["apart.how"]].join(". ") : why, offers: groupsOf(ids) };
    const given = await Promise.all(ids.map((id) => read(`${files.series}${id}.json`)));
    const longest = known.cadences[Math.max(...ids.map((id) => known.cadences.indexOf(known.series[id].cadence)))];
    const calendars = [...new Set(ids.map((id) => known.series[id].calendar))];
    const suffix = calendars.length === 1 ? calendars[0] : "";
    const ways = known.cadences.filter((by) => given.some((file) => own(file.axes, by + suffix)));
    const said = [], by = choice.by && ways.includes(choice.by) ? choice.by : ways.includes(longest) ? longest : ways[0];
    if (choice.by && choice.by !== by) said.push(say("unknown.by", { name: say(`by.${choice.by}`) }));
    if (!by) return { why: say("empty"), ways };
    const axis = (await read(`${files.periods}${by}${suffix}.json`)).map(([name, first, last, short, tick, year], column) => ({ name, first, last, short, tick, year, column, days: `${first}/${last}` }));
    const blocks = given.map((file) => file.axes[by + suffix]);
    const index = new Map(axis.map((slot) => [slot.name, slot.column]));
    const ends = blocks.filter(Boolean).flatMap((block) => block.ends.map((name) => index.get(name)));
    const all = axis.slice(Math.min(...ends), Math.max(...ends) + 1);
    const [from, to] = [find(choice.first, all, "first", said), find(choice.last, all, "last", said)];
    const turned = from && to && from.column > to.column;
    if (turned) said.push(say("reversed", { first: from.short, last: to.short }));
    const asked = turned ? all : all.filter((slot) => (!from || slot.column >= from.column) && (!to || slot.column <= to.column));
    const labels = labelsOf(ids);
    const lines = ids.map((id, n) => ({ id, label: labels[n], file: given[n], block: blocks[n], calendar: blocks[n]?.calendar ?? "", colour: `var(--e-${entityOf(id)})`, at: new Map((blocks[n]?.points ?? []).map((point, k) => [point.at, { ...point, cells: blocks[n].cells[k] }])) }));
    // Nobody promises a count for each day: the days without one are no holes, and nothing is said of them.
    const full = asked.filter((slot) => lines.some((line) => line.at.get(slot.name)?.text));
    const slots = full.length ? asked.filter((slot) => slot.column >= full[0].column && slot.column <= full.at(-1).column) : [];
    const rest = { offered: by === "day" ? all.filter(({ name }) => lines.some((line) => line.at.get(name)?.text)) : all, ways, by, said, first: turned ? "" : from?.name ?? "", last: turned ? "" : to?.name ?? "" };
    if (!slots.length) return { why: say("empty"), ...rest };
    if (slots.length > known.most) return { why: say("long", { most: known.most }), ...rest };
    const days = apartDays(lines, slots);
    if (days) return { why: [days, known.words["apart.how"]].join(". "), offers: groupsOf(ids), ...rest };
    const taken = {};
    lines.forEach((line) => { const colour = known.entities[entityOf(line.id)][1]; line.dash = (taken[colour] = (taken[colour] ?? -1) + 1) % known.look.dashes.length; });
    // Where all answers of a period are of the same other days, these are the period.
    slots.forEach((slot) => { const other = lines.map((line) => line.at.get(slot.name)).find((point) => point?.text)?.own; if (other) slot.short = other[1]; });
    lines.forEach((line) => {
      line.points = slots.flatMap((slot, column) => { const point = line.at.get(slot.name); return point?.text ? [{ ...point, column, slot, value: point.value ?? undefined }] : []; });
    });
    return { ids, lines, slots, told: by === "day" ? full : slots, metric: known.metrics[metricOf(ids[0])], title: titleOf(ids), ...rest };
  };
  // A period by its name; where the axis has others, the one in which it begins or ends.
  const find = (name, slots, end, said) => {
    if (!name) return null;
    const exact = slots.find((slot) => slot.name === name);
    if (exact) return exact;
    const dated = /^\d{4}(-\d{2}){0,2}$/.test(name) ? slots.filter((slot) => end === "first" ? slot.last >= name : slot.first <= `${name}-99`) : [];
    if (dated.length) return end === "first" ? dated[0] : dated.at(-1);
    said.push(say(`unknown.${end}`, { name: cut(name) }));
    return null;
  };

  const options = (select, pairs, value) => {
    select.replaceChildren(...pairs.map(([id, label]) => make("option", { value: id, textContent: label })));
    select.value = value;
    select.disabled = pairs.length < 2;
  };
  const names = () => {
    const metric = at("metric").value, chosen = new Set(state.series), every = seriesOf(metric), found = at("find").value.trim().toLocaleLowerCase();
    const kinds = new Set(every.map((id) => known.alike.map((name) => known.series[id][name]).join()));
    at("find").parentElement.style.visibility = every.length > FEW ? "visible" : "hidden";
    at("names").replaceChildren(...every.filter((id) => known.entities[entityOf(id)][0].toLocaleLowerCase().includes(found)).map((id) => {
      const box = make("input", { type: "checkbox", value: id, checked: chosen.has(id) });
      const name = make("span", { textContent: known.entities[entityOf(id)][0] }), label = make("label", {}, box, name);
      if (kinds.size > 1) name.append(" ", make("span", { className: "apart", textContent: whatOf([id]) }));
      box.addEventListener("change", () => {
        const series = box.checked ? [...state.series, id] : state.series.filter((other) => other !== id);
        change({ series: series.slice(0, MOST) }, series.length > MOST ? [say("many", { most: MOST })] : []);
      });
      return make("li", {}, label);
    }));
  };
  const controls = (made) => {
    const metric = state.series.length ? metricOf(state.series.at(-1)) : at("metric").value;
    options(at("metric"), Object.entries(known.metrics).map(([id, { label, unit }]) => [id, `${label} (${unit})`]), metric);
    if (!at("metric").value) at("metric").selectedIndex = 0;
    names();
    const labels = labelsOf(state.series);
    at("chosen").replaceChildren(...state.series.map((id, n) => {
      const button = make("button", { type: "button", textContent: labels[n], ariaLabel: say("remove", { series: labels[n] }) });
      button.addEventListener("click", () => { removed = n; change({ series: state.series.filter((other) => other !== id) }); });
      return make("li", {}, button);
    }));
    if (removed >= 0) (at("chosen").children[Math.min(removed, state.series.length - 1)]?.firstChild ?? at(at("choose").open ? "metric" : "folded")).focus();
    removed = -1;
    const ways = made.ways ?? [];
    options(at("by"), ways.map((by) => [by, say(`by.${by}`)]), made.by ?? "");
    const slots = (made.offered ?? []).map((slot) => [slot.name, slot.short]);
    options(at("first"), slots, made.first || slots[0]?.[0]);
    options(at("last"), slots, made.last || slots.at(-1)?.[0]);
  };

  // A number opens its note, of which there is a file for each year, of days and weeks for each month.
  const linked = (line, slot, textContent, by) => {
    const href = `${files.home}data/${entityOf(line.id)}/${metricOf(line.id)}/#${encodeURIComponent(slot.name)}`;
    const each = make("a", { href, role: "button", ariaExpanded: "false", textContent });
    each.dataset.note = `notes/${slot.last.slice(0, by === "day" || by === "week" ? 7 : 4)}.html`;
    return each;
  };
  const table = ({ lines, told, metric, title, by }) => {
    const head = make("tr", {}, make("th", { scope: "col", textContent: say("period") }), ...lines.map((line) => make("th", { scope: "col", className: "num", textContent: line.label })));
    const cell = (line, slot) => {
      const point = line.at.get(slot.name);
      if (!point?.text) return make("td", { className: "num" }, make("span", { className: "gap", ariaHidden: "true", textContent: "–" }), make("span", { className: "hidden", textContent: hole(line, slot).absent }));
      const value = make("td", { className: "num" }, linked(line, slot, point.text, by));
      if (point.how) value.append(make("span", { className: "definition", textContent: point.how }));
      if (point.same) value.append(make("span", { className: "definition", textContent: point.same }));
      if (point.rivals) value.append(make("span", { className: "definition", textContent: say("also", { values: point.rivals.map(([text, source]) => say("rival", { value: text, source })).join(", ") }) }));
      return value;
    };
    const why = (slot) => lines.some((line) => line.at.get(slot.name)?.text) ? [] : [...new Set(lines.map((line) => hole(line, slot).absent))];
    const cellsOf = (slot) => why(slot).length ? [make("td", { className: lines.length > 1 ? "gap" : "num gap", colSpan: lines.length, textContent: why(slot).join(", ") })] : lines.map((line) => cell(line, slot));
    const rows = runs(told, (one, other) => why(one).length && why(one).join() === why(other).join()).map((run) => make("tr", {}, make("th", { scope: "row", textContent: spanned(run) }), ...cellsOf(run[0])));
    at("table").replaceChildren(make("caption", { textContent: say("subtitle", { unit: title, what: metric.unit }) }), make("thead", {}, head), make("tbody", {}, ...rows));
  };
  const around = (made) => {
    const { ids, lines, slots, by, metric } = made, names = new Map(lines.flatMap((line) => Object.entries(line.file.sources)));
    const used = new Set(lines.flatMap((line) => line.points.flatMap((point) => cells(line, point).sources.split(" "))).filter(Boolean));
    const sources = [...names].filter(([id]) => used.has(id) || lines.some((line) => line.points.some((point) => [...point.others ?? [], ...(point.rivals ?? []).map(([, name]) => name)].includes(names.get(id)[0]))));
    made.subtitle = say("subtitle", { unit: metric.unit, what: whatOf(ids) });
    made.signs = known.look.signs.filter((_, n) => lines.some((line) => line.points.some((point) => point.signs?.includes(n))));
    made.sources = [...new Set(sources.map(([, [name]]) => name))];
    const gaps = new Map(), holes = lines.flatMap((line) => {
      const empty = by === "day" ? [] : slots.filter((slot) => !line.at.get(slot.name)?.text);
      return [...new Set(empty.map((slot) => hole(line, slot).absent))].map((why) => [line, why, spans(empty.filter((slot) => hole(line, slot).absent === why))]);
    });
    for (const [line, why, periods] of holes) gaps.set([why, periods].join(), { why, periods, names: [...gaps.get([why, periods].join())?.names ?? [], line.label] });
    made.gaps = [...gaps.values()].map(({ names, why, periods }) => say("gaps", { series: listed(names), why, periods }));
    at("title").textContent = made.title;
    at("subtitle").textContent = made.subtitle;
    at("key").replaceChildren(...made.signs.map(([glyph, words]) => { const line = make("li"); line.innerHTML = `<svg class="sign" viewBox="0 0 14 14" aria-hidden="true">${glyph}</svg> `; line.append(words); return line; }));
    at("gaps").replaceChildren(...made.gaps.map((textContent) => make("p", { textContent })));
    at("sources").textContent = say(made.sources.length > 1 ? "sources" : "source", { names: made.sources.join(", ") });
    at("documents").replaceChildren(...sources.map(([id, [name, title, day, lang]]) => make("li", {}, make("a", { href: `${files.home}sources/${id}/`, textContent: title, lang }), ["", ...title === name ? [] : [name], ...day ? [day] : []].join(" · "))));
    at("summary").textContent = lines.filter((line) => line.points.length).map((line) => line.points.length === 1 ? say("one", { series: line.label, value: line.points[0].text, period: line.points[0].slot.short }) : say("from", { series: line.label, start: line.points[0].slot.short, first: line.points[0].text, end: line.points.at(-1).slot.short, last: line.points.at(-1).text })).join(" ");
    at("counted").replaceChildren(...lines.map((line) => make("li", {}, make("a", { href: `${files.home}data/${entityOf(line.id)}/${metricOf(line.id)}/`, textContent: labelsOf([line.id])[0] }), `: ${[line.file.definition, whatOf([line.id]), line.file.note].filter(Boolean).join(" · ")}`)));
    const notes = lines.flatMap((line) => line.points.flatMap((point) => (point.notes ?? []).map((note) => say("note", { series: line.label, period: point.slot.short, note }))));
    at("notes").replaceChildren(...notes.map((note) => make("li", { textContent: note })));
    at("noted").hidden = !notes.length;
    table(made);
  };
  const cells = (line, point) => {
    const varying = known.columns.filter((name) => !own(line.block.same, name));
    return { ...line.block.same, ...Object.fromEntries(varying.map((name, n) => [name, point.cells[n]])) };
  };

  const draw = async (made) => {
    const [vega, chart] = await Promise.all([import(files.vega), import(files.chart)]);
    live?.view.finalize();
    const box = at("drawing"), inside = make("div", { ariaHidden: "true" });
    box.replaceChildren(inside);
    live = await chart.draw(vega, inside, { ...made, look: known.look, cut: say("cut"), width: Math.max(box.clientWidth, 260) });
    live.width = box.clientWidth;
  };
  const show = async (complaints = []) => {
    const mine = ++turn, stage = document.getElementById("explore").dataset;
    let made;
    stage.state = "loading";
    try { made = await numbers(state); } catch { made = { why: say("failed") }; }
    if (mine !== turn) return;
    problems = [...complaints, ...(made.said ?? [])];
    controls(made);
    shown = made.why ? null : made;
    at("shown").hidden = !shown;
    tell(-1);
    if (shown) {
      around(shown);
      try { await draw(shown); } catch { made.why = say("failed"); }
      if (mine !== turn) return;
    }
    const ready = shown && !made.why ? [say("shown", { title: made.title, periods: spanned(made.slots) })] : [];
    at("said").classList.toggle("wrong", !!(made.why || problems.length));
    at("said").textContent = [...problems, ...(made.why ? [made.why] : ready)].join(" ");
    at("offers").replaceChildren(...(made.offers ?? []).map((series) => {
      const button = make("button", { type: "button", textContent: say("only", { series: listed(labelsOf(series)), what: whatOf(series) }) });
      button.addEventListener("click", () => change({ series }));
      return make("li", {}, button);
    }));
    stage.ready = "";
    stage.state = made.why ? "refused" : "live";
  };
  const change = (part, complaints = []) => {
    state = { ...state, ...part };
    const next = address(state);
    if (next !== location.search) history.pushState(null, "", next);
    show(complaints);
  };
  const restore = () => { const { choice, said } = asked(location.search); state = choice; show(said); };

  // The period under the pointer or reached by the arrow keys: Vega marks it, the tip says its numbers.
  let column = -1;
  const tell = (next) => {
    if (!shown || !live) next = -1;
    column = next;
    const tip = at("tip");
    live?.view.signal("at", next).runAsync();
    tip.textContent = "";
    if (next < 0) return;
    const slot = shown.slots[next], rows = shown.lines.map((line) => ({ line, point: line.points.find((point) => point.column === next) }));
    const text = (point) => point.differ ? say("differ", { value: point.text }) : point.worked ? say("worked", { value: point.text }) : point.text;
    rows.sort((a, b) => (b.point?.value ?? b.point?.high ?? -Infinity) - (a.point?.value ?? a.point?.high ?? -Infinity));
    tip.textContent = [slot.short, ...rows.map(({ line, point }) => `${line.label}: ${point ? text(point) : hole(line, slot).absent}`)].join("\n");
    const { left, inner, domain } = live.ends, x = left + (next - domain[0]) / (domain[1] - domain[0]) * inner, box = at("drawing");
    const beside = x + 14 + tip.offsetWidth > box.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
    tip.style.left = `${Math.max(0, box.offsetLeft + beside)}px`;
    tip.style.top = `${box.offsetTop + 16}px`;
  };
  const pointed = (event) => {
    if (!shown || !live) return;
    const { left, inner, domain } = live.ends, x = event.clientX - at("drawing").getBoundingClientRect().left - left;
    const next = Math.round(domain[0] + x / inner * (domain[1] - domain[0]));
    if (next !== column) tell(next >= 0 && next < shown.slots.length ? next : -1);
  };
  const keyed = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") tell(-1);
    if (!step || !shown) return;
    event.preventDefault();
    const columns = shown.told.map((slot) => shown.slots.indexOf(slot)), next = step > 0 ? columns.find((each) => each > column) : columns.findLast((each) => column < 0 || each < column);
    tell(next ?? column);
  };

  const save = (kind) => async () => {
    if (!shown) return;
    const { csv, svg, png } = await import(files.files);
    const given = { ...shown, known, cells, hole, svg: at("drawing").querySelector("svg"), fonts: files.fonts, picture: files.picture, address: `${known.page ? `${known.page}/explore/` : location.origin + location.pathname}${address(state)}` };
    await { csv, svg, png }[kind](given);
  };
  const wire = () => {
    at("metric").addEventListener("change", () => change({ ...begun(at("metric").value, state.series.map(entityOf)), last: "" }));
    at("find").addEventListener("input", names);
    at("by").addEventListener("change", () => change({ by: at("by").value, first: "", last: "" }));
    at("first").addEventListener("change", () => change({ first: at("first").selectedIndex ? at("first").value : "" }));
    at("last").addEventListener("change", () => change({ last: at("last").selectedIndex < at("last").length - 1 ? at("last").value : "" }));
    at("choose").querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    const beside = matchMedia("(min-width: 62rem)"), fold = () => { at("choose").open = beside.matches; };
    beside.addEventListener("change", fold);
    fold();
    const box = at("drawing");
    box.addEventListener("pointermove", pointed);
    box.addEventListener("pointerdown", pointed);
    box.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") tell(-1); });
    box.addEventListener("blur", () => tell(-1));
    box.addEventListener("keydown", keyed);
    for (const kind of ["csv", "svg", "png"]) at(kind).addEventListener("click", save(kind));
    at("copy").addEventListener("click", () => at("copy").dispatchEvent(new CustomEvent("take", { bubbles: true, detail: new URL(address(state), location.href).href })));
    addEventListener("popstate", restore);
    new ResizeObserver(() => { if (shown && live && Math.abs(box.clientWidth - live.width) > 1) draw(shown).catch(() => {}); }).observe(box);
  };

  addEventListener("DOMContentLoaded", async () => {
    files = { ...document.getElementById("explore").dataset };
    for (const name of ["vega", "chart", "files", "picture"]) files[name] = new URL(files[name], location.href).href;
    try { known = await read(files.choices); } catch { at("said").textContent = document.querySelector(".unscripted").textContent; document.getElementById("explore").dataset.ready = ""; return; }
    order = new Map(Object.keys(known.entities).map((id, n) => [id, n]));
    wire();
    restore();
  });
})();
