// The drawing of /explore/: a Vega specification that looks as the charts of the build do, and a view of it that runs
// without eval. Colours are CSS variables, so that the theme of the page holds here too.

const LINE = 14;
const words = (colour) => `color-mix(in srgb,${colour} 60%,var(--ink))`;

// Round numbers from one end to the other: as the build has them, with zero unless all values lie close together.
const scaleOf = (values, most, look, base) => {
  let low = Math.min(...values), high = Math.max(...values);
  if (base) [low, high] = [Math.min(low, 100), Math.max(high, 100)];
  else if (low >= 0 && low <= high * look.near) low = 0;
  else if (high <= 0 && high >= low * look.near) high = 0;
  if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9 + 1e-12) [low, high] = low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)];
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const marks = (step) => {
    let first = Math.ceil(low / step - 1e-9), last = Math.floor(high / step + 1e-9);
    if (first - low / step > 0.5) first -= 1;
    if (high / step - last > 0.5) last += 1;
    return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
  };
  const whole = values.every(Number.isInteger); // what is counted in ones is not marked in parts of one
  const ticks = [1, 2, 2.5, 5, 10, 20, 25, 50].map((m) => m * power).filter((step) => !whole || Number.isInteger(step)).map(marks).find((some) => some.length >= 2 && some.length <= most) ?? [low, high];
  return { ends: [Math.min(low, ticks[0]), Math.max(high, ticks.at(-1))], ticks };
};

// Ticks as the language writes them: with its signs, with percent, or with the word for the zeros they leave out.
export const named = (ticks, metric, look) => {
  const most = Math.max(...ticks.map(Math.abs)) * 10 ** metric.zeros;
  const [zeros, pattern] = metric.zeros ? look.scales.find(([n]) => most >= 10 ** n) ?? [0, "{n}"] : [0, "{n}"];
  const shown = ticks.map((tick) => tick * 10 ** (metric.zeros - zeros));
  const places = Math.max(...shown.map((tick) => (String(Number(tick.toPrecision(12))).split(".")[1] ?? "").length));
  return shown.map((tick) => {
    const [whole, part] = Math.abs(tick).toFixed(places).split(".");
    const digits = whole.replace(/\B(?=(\d{3})+$)/g, look.group) + (part ? look.decimal + part : "");
    const text = (tick < 0 ? "\u2212" : "") + digits;
    return metric.percent ? look.percent.replace("#,##0", text) : tick && zeros ? pattern.replace("{n}", text) : text;
  });
};

// Which periods are named where not all can be: every second quarter, every third month; the year below its first name.
const under = (slots, room) => {
  const step = [1, 2, 3, 4, 6, 12, 13, 26, 52].find((each) => slots.length / each <= room) ?? Math.ceil(slots.length / room);
  const chosen = {}, years = new Set();
  const plain = slots.every((slot) => !slot.tick);
  if (plain || (step > 6 && slots.length > room)) {
    const firsts = plain ? slots.map((_, n) => n) : slots.map((slot, n) => n).filter((n) => n === 0 || slots[n - 1].year !== slots[n].year);
    const every = Math.max(1, Math.ceil(firsts.length / room));
    const kept = firsts.length > 1 && firsts[1] * room < slots.length ? firsts.slice(1) : firsts;
    kept.filter((_, n) => n % every === 0).forEach((n) => { chosen[n] = [slots[n].year]; });
    return chosen;
  }
  const offset = slots.findIndex((slot, n) => n === 0 || slots[n - 1].year !== slot.year ? n > 0 : false);
  const start = offset > 0 ? offset % step : 0;
  slots.forEach((slot, n) => {
    if (n % step !== start) return;
    chosen[n] = years.has(slot.year) ? [slot.tick] : [slot.tick, slot.year];
    years.add(slot.year);
  });
  return chosen;
};

// Positions near the wanted ones, none over another, within the frame.
const spread = (wanted, gap, low, high) => {
  const order = wanted.map((_, n) => n).sort((a, b) => wanted[a] - wanted[b] || a - b), at = [...wanted];
  order.forEach((n, k) => { at[n] = Math.max(at[n], k ? at[order[k - 1]] + gap : low); });
  [...order].reverse().forEach((n, k, all) => { at[n] = Math.min(at[n], k ? at[all[k - 1]] - gap : high); });
  return at;
};

const pen = document.createElement("canvas").getContext("2d");
const wide = (text, font, bold = false) => { pen.font = `${bold ? 600 : 400} ${font.size}px ${font.family}`; return pen.measureText(text).width; };
// A name in lines that fit, a word that does not fit cut where it must be; of a very long one the first lines.
const ROWS = 3;
const pieces = (word, font, room) => [...word].reduce((parts, letter) => wide(parts.at(-1) + letter, font, true) <= room ? [...parts.slice(0, -1), parts.at(-1) + letter] : [...parts, letter], [""]).filter(Boolean);
const wrapped = (text, font, room) => {
  const lines = text.split(" ").slice(0, 40).flatMap((word) => wide(word, font, true) <= room ? [word] : pieces(word.slice(0, 100), font, room)).reduce((found, word) => {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    return found.length && wide(longer, font, true) <= room ? [...found.slice(0, -1), longer] : [...found, word];
  }, []);
  return lines.length > ROWS ? [...lines.slice(0, ROWS - 1), `${lines[ROWS - 1]}…`] : lines;
};

// Every unbroken run of a line, thin where it leads to or from what is worked out or a limit; a hole ends a run.
const strokesOf = (lines) => lines.flatMap((line, number) => line.points.slice(1).flatMap((point, n) => {
  const before = line.points[n];
  if (point.value === undefined || before.value === undefined || point.column !== before.column + 1) return [];
  const thin = !!(point.loose || before.loose), run = `${number}-${n}`;
  return [before, point].map((each) => ({ x: each.column, y: each.value, run, colour: line.colour, thin, dash: line.dash }));
}));

const joined = (strokes) => {
  // Neighbouring strokes of one look are one line, so that dashes run on.
  let last = null, name = 0;
  for (let n = 0; n < strokes.length; n += 2) {
    const [from, to] = [strokes[n], strokes[n + 1]];
    const on = last && last.colour === from.colour && last.thin === from.thin && last.dash === from.dash && last.x === from.x && last.y === from.y;
    if (!on) name += 1;
    from.run = to.run = `r${name}`;
    last = to;
  }
  return strokes.filter((each, n) => n % 2 === 1 || n === 0 || strokes[n - 1].run !== each.run);
};

// lines: with label, colour, dash and points {column, value, low, high, least, most, shape, hollow, loose}.
export const specification = ({ lines, slots, metric, look, cut, width }) => {
  const narrow = width < 560, font = { family: look.font, size: look.size };
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, colour: line.colour })));
  const reaches = points.flatMap((p) => [p.value, p.low, p.high, p.least, p.most]).filter((end) => end !== undefined);
  const scale = scaleOf(reaches, narrow ? 5 : 6, look, metric.base), ticks = named(scale.ticks, metric, look);
  const tags = lines.filter((line) => line.points.length).map((line) => ({ line, text: wrapped(line.label, font, narrow ? 104 : 150), last: line.points.at(-1) }));
  const right = Math.round(Math.max(...tags.flatMap(({ text }) => text.map((each) => wide(each, font, true))), 0) + 18);
  const left = Math.round(Math.max(...ticks.map((tick) => wide(tick, font))) + 12);
  const inner = Math.max(width - left - right, 80), height = narrow ? 250 : 290;
  const each = Math.max(...slots.map((slot) => wide(slot.tick || slot.year, font))) + 12;
  const below = under(slots, Math.max(1, Math.floor(inner / each)));
  const domain = slots.length > 1 ? [0, slots.length - 1] : [-0.5, 0.5];
  const up = (value) => height - (value - scale.ends[0]) / (scale.ends[1] - scale.ends[0]) * height;
  const along = (column) => (column - domain[0]) / (domain[1] - domain[0]) * inner;
  const wanted = tags.map(({ last }) => up(last.value ?? last.high));
  const gap = LINE * Math.max(1, ...tags.map(({ text }) => text.length)) + 1;
  const own = Math.min(gap, height / Math.max(tags.length, 1)), placed = spread(wanted, own, own / 2, height - own / 2);
  const names = tags.flatMap(({ line, text }, n) => text.map((part, k) => ({ x: inner + 14, y: placed[n] + (k - (text.length - 1) / 2) * LINE, text: part, colour: words(line.colour) })));
  const leaders = tags.flatMap(({ last }, n) => Math.abs(placed[n] - wanted[n]) > 3 || along(last.column) < inner - 1
    ? [{ x: along(last.column) + 9, y: wanted[n], x2: inner + 11, y2: placed[n] }] : []);
  const whiskers = points.map((p) => [p.colour, p.column, ...(p.low !== undefined ? [p.low, p.high] : p.least !== undefined ? [p.least, p.most] : [])]).filter((w) => w.length > 2)
    .flatMap(([colour, column, low, high]) => [[0, low, 0, high], [-4, low, 4, low], [-4, high, 4, high]].map(([x, y, x2, y2]) => ({ x: along(column) + x, x2: along(column) + x2, y: up(y), y2: up(y2), colour })));
  const many = slots.length > 40;
  const alone = (p, n, all) => !(all[n - 1]?.column === p.column - 1) && !(all[n + 1]?.column === p.column + 1);
  const dots = lines.flatMap((line) => line.points.filter((p) => p.value !== undefined)
    .filter((p, n, all) => !many || p.shape !== "circle" || p.hollow || n === all.length - 1 || alone(p, n, all))
    .map((p) => ({ x: p.column, y: p.value, shape: p.shape, colour: line.colour, fill: p.hollow ? "var(--paper)" : line.colour })));
  const isCut = !(scale.ends[0] <= 0 && scale.ends[1] >= 0) && !metric.base;
  const strokes = joined(strokesOf(lines));
  const looks = [...new Set(strokes.map((s) => `${s.thin} ${s.dash}`))].map((look) => look.split(" "));
  const lineMarks = looks.map(([thin, dash], n) => ({
    type: "group",
    from: { facet: { name: `runs${n}`, data: `strokes${n}`, groupby: "run" } },
    marks: [{ type: "line", from: { data: `runs${n}` }, encode: { update: {
      x: { scale: "x", field: "x" }, y: { scale: "y", field: "y" }, stroke: { field: "colour" },
      strokeWidth: { value: thin === "true" ? 1.25 : 2.25 }, strokeDash: { value: thin === "true" ? look.worked : look.dashes[Number(dash)] },
      strokeJoin: { value: "round" }, strokeCap: { value: "round" },
    } } }],
  }));
  const text = (data, more) => ({ type: "text", from: { data }, encode: { update: { x: { field: "x" }, y: { field: "y" }, text: { field: "text" }, fill: { field: "colour" }, baseline: { value: "middle" }, font: { value: look.font }, fontSize: { value: look.size }, ...more } } });
  const rule = (data, more) => ({ type: "rule", from: { data }, encode: { update: { x: { field: "x" }, y: { field: "y" }, x2: { field: "x2" }, y2: { field: "y2" }, ...more } } });
  const foot = 15 * Math.max(1, ...Object.values(below).map((each) => each.length)) + 10;
  return {
    ends: { left, inner, domain },
    spec: {
      width: inner, height, padding: { left, right, top: 12, bottom: foot }, autosize: "none",
      config: { ...look.config, axis: { ...look.config.axis, labelFont: look.font } },
      signals: [{ name: "at", value: -1 }, { name: "under", value: below }, { name: "over", value: Object.fromEntries(scale.ticks.map((tick, n) => [tick, ticks[n]])) }],
      data: [
        ...looks.map(([thin, dash], n) => ({ name: `strokes${n}`, values: strokes.filter((s) => String(s.thin) === thin && String(s.dash) === dash) })),
        { name: "dots", values: dots }, { name: "whiskers", values: whiskers }, { name: "names", values: names }, { name: "leaders", values: leaders },
        { name: "every", values: points.filter((p) => p.value !== undefined).map((p) => ({ x: p.column, y: p.value, colour: p.colour })) },
        { name: "near", source: "every", transform: [{ type: "filter", expr: "datum.x === at" }] },
        { name: "cuts", values: isCut ? [0, 4].map((n) => ({ x: -6, y: height - 4 - n, x2: 6, y2: height - 8 - n })) : [] },
        { name: "said", values: isCut ? [{ x: 12, y: height - 9, text: cut, colour: "var(--muted)" }] : [] },
      ],
      scales: [
        { name: "x", type: "linear", domain, range: "width", zero: false, nice: false },
        { name: "y", type: "linear", domain: scale.ends, range: "height", zero: false, nice: false },
      ],
      axes: [
        { scale: "y", orient: "left", grid: true, domain: false, ticks: false, values: scale.ticks, zindex: 0, encode: { labels: { update: { text: { signal: "over[datum.value]" } } } } },
        { scale: "x", orient: "bottom", values: Object.keys(below).map(Number), zindex: 0, labelOverlap: false, encode: { labels: { update: { text: { signal: "under[datum.value]" } } } } },
      ],
      marks: [
        { type: "rule", encode: { update: { x: { scale: "x", signal: "max(at, 0)" }, y: { value: 0 }, y2: { signal: "height" }, stroke: { value: "var(--axis)" }, opacity: { signal: "at < 0 ? 0 : 1" } } } },
        ...lineMarks,
        rule("whiskers", { stroke: { field: "colour" }, strokeWidth: { value: 1.75 } }),
        { type: "symbol", from: { data: "dots" }, encode: { update: { x: { scale: "x", field: "x" }, y: { scale: "y", field: "y" }, shape: { field: "shape" }, size: { value: 34 }, fill: { field: "fill" }, stroke: { field: "colour" }, strokeWidth: { value: 1.75 } } } },
        rule("leaders", { stroke: { value: "var(--axis)" }, strokeWidth: { value: 0.75 } }),
        text("names", { fontWeight: { value: 600 } }),
        rule("cuts", { stroke: { value: "var(--muted)" }, strokeWidth: { value: 1.25 } }),
        text("said", {}),
        { type: "symbol", from: { data: "near" }, encode: { update: { x: { scale: "x", field: "x" }, y: { scale: "y", field: "y" }, size: { value: 80 }, fill: { field: "colour" }, stroke: { value: "var(--paper)" }, strokeWidth: { value: 1.5 } } } },
      ],
    },
  };
};

export const draw = async (vega, box, given) => {
  const { spec, ends } = specification(given);
  const view = new vega.View(vega.parse(spec, null, { ast: true }), { expr: vega.expressionInterpreter, renderer: "svg", container: box, hover: false, tooltip: () => {} });
  await view.runAsync();
  box.querySelectorAll("[role], [aria-roledescription], [aria-label]").forEach((each) => ["role", "aria-roledescription", "aria-label"].forEach((name) => each.removeAttribute(name)));
  ["role", "aria-roledescription"].forEach((name) => box.querySelector("svg")?.removeAttribute(name));
  return { view, ends };
};
