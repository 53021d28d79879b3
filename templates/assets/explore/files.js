// What a reader takes from /explore/: the numbers as CSV with sources and addresses, the drawing as SVG and as PNG
// between its title and its sources.

const keep = (name, type, text) => Object.assign(document.createElement("a"), { download: name, href: `data:${type};charset=utf-8,${encodeURIComponent(text)}` }).click();
const named = ({ lines }, ending) => `${lines.slice(0, 3).map((line) => line.id).join("-")}.${ending}`;
const quoted = (cell) => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const csv = (made) => {
  const { lines, told, known: { columns }, cells, hole } = made;
  const row = (line, slot) => { const point = line.at.get(slot.name); return point?.text ? cells(line, point) : hole(line, slot).cells; };
  const rows = told.flatMap((slot) => lines.map((line) => columns.map((name) => quoted(row(line, slot)[name] ?? "")).join(",")));
  keep(named(made, "csv"), "text/csv", `\ufeff${[columns.join(","), ...rows, ""].join("\r\n")}`);
};

// The colours of the page as they stand behind their names, for light and dark.
const colours = (text) => {
  const style = getComputedStyle(document.documentElement);
  const pairs = [...new Set(["paper", ...[...text.matchAll(/var\(--([a-z0-9-]+)/g)].map(([, name]) => name)])]
    .map((name) => [name, style.getPropertyValue(`--${name}`).match(/#[0-9a-f]{3,8}/gi) ?? []]).filter(([, found]) => found.length);
  const rules = (n) => pairs.map(([name, found]) => `--${name}:${found[n] ?? found[0]};`).join("");
  return { light: `:root{${rules(0)}}`, both: `:root{${rules(0)}}@media (prefers-color-scheme:dark){:root{${rules(1)}}}` };
};
const letters = async (fonts, text) => {
  const faces = [["Inter", 400], ["Inter", 600], ["Noto Sans CJK SC", 400]], wanted = /[\u2e80-\uffef]/.test(text) ? 3 : 2;
  const coded = async (href) => {
    const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
    let binary = "";
    for (let n = 0; n < bytes.length; n += 8192) binary += String.fromCharCode(...bytes.subarray(n, n + 8192));
    return btoa(binary);
  };
  const data = await Promise.all(fonts.split(" ").slice(0, wanted).map(coded));
  return data.map((each, n) => `@font-face{font-family:"${faces[n][0]}";font-weight:${faces[n][1]};src:url(data:font/woff2;base64,${each})}`).join("");
};

const EDGE = 16, pen = document.createElement("canvas").getContext("2d");
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const broken = (text, room) => text.split(/(?<=[\s,&=/])/).reduce((lines, part) => {
  const longer = (lines.at(-1) ?? "") + part;
  return lines.length && pen.measureText(longer).width <= room ? [...lines.slice(0, -1), longer] : [...lines, part];
}, []).map((line) => line.trim());

// The drawing with what says what it is: its title, unit, key, holes, sources, and the address that shows it again.
const whole = async (made, light) => {
  const { svg, title, subtitle, signs, gaps, sources, known, address, fonts } = made;
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height")), parts = [];
  let y = EDGE;
  const write = (text, size, weight, colour, x = EDGE) => {
    pen.font = `${weight} ${size}px ${known.look.font}`;
    for (const line of broken(text, width + EDGE - x)) {
      y += size * 1.35;
      parts.push(`<text x="${x}" y="${y - size * 0.35}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(line)}</text>`);
    }
  };
  write(title, 19, 600, "var(--ink)");
  write(subtitle, 13, 400, "var(--muted)");
  const copy = svg.cloneNode(true);
  for (const [name, value] of Object.entries({ x: EDGE, y: y + 8, width, height })) copy.setAttribute(name, value);
  parts.push(new XMLSerializer().serializeToString(copy));
  y += 8 + height + 12;
  for (const [glyph, words] of signs) {
    parts.push(`<g transform="translate(${EDGE},${y + 1})">${glyph}</g>`);
    write(words, 12, 400, "var(--muted)", EDGE + 20);
  }
  y += 6;
  const from = known.words[sources.length > 1 ? "sources" : "source"].replace("{names}", sources.join(", "));
  for (const words of [...gaps, from, `${known.site}, ${address}`]) write(words, 12, 400, "var(--muted)");
  const [w, h, body] = [width + 2 * EDGE, Math.ceil(y + EDGE), parts.join("")], colour = colours(body);
  const style = (await letters(fonts, body)) + (light ? colour.light : colour.both);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escaped(known.look.font)}" text-rendering="geometricPrecision"><style>${style}</style><rect width="100%" height="100%" fill="var(--paper)"/>${body}</svg>`;
};

export const svg = async (made) => keep(named(made, "svg"), "image/svg+xml", await whole(made, false));

export const png = async (made) => {
  const { pictured } = await import(made.picture);
  await pictured(await whole(made, true), named(made, "png"));
};
