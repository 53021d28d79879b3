// The search: what stands in the index is fetched when a reader begins to search, and searched here. A list of hits
// opens under the box of the masthead; on the page of the search they stand by kind in place of the list of everything.
// The box over a long list leaves of it what has all the words.
(() => {
  const LONGEST = 120, TOKENS = 8, SHOWN = 8, OF_A_KIND = 2, VALUES = 3, LOOKED = 100, EACH = 10, PERIODS = 3, NEAR = 12;
  const make = (tag, of = {}, ...parts) => { const made = Object.assign(document.createElement(tag), of); made.append(...parts); return made; };
  const filled = (message, slots) => message.replace(/\{(\w+)\}/g, (whole, name) => slots[name] ?? whole);

  // Letters without case, accents and width, and the words and numbers of a text with a space on both sides of each.
  const LETTERS = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ı: "i" };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[ßøæœłđı]/g, (each) => LETTERS[each]);
  const WORD = /\p{Script=Han}+|\p{Extended_Pictographic}|[^\P{L}\p{Script=Han}](?:[^\P{L}\p{Script=Han}]|\p{N}|[.,]\d)*|\p{N}(?:[^\P{L}\p{Script=Han}]|\p{N}|[.,]\d)*%?/gu;
  const HAN = /^\p{Script=Han}/u, SHORTENED = /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu;
  const parted = (text) => fold(text).match(WORD) || [];
  const spaced = (words) => ` ${words.join(" ")} `;
  const bare = (text) => text.replace(/\D/g, "");

  // The index as it is searched. A value holds its words, its numbers, and whether it is the one that answers.
  const numbers = (said) => parted(said).filter((word) => /\d/.test(word));
  const value = (said, period, answers, other) => ({ said: said.split("|")[0], period, answers, words: other ? "other" : "value", numbers: numbers(said) });
  const values = ([first, ...run]) => run.flatMap((said, at) => [said].flat().map((each, place, all) => value(each, first + at, !place, place && all[0]))).filter((each) => each.said);
  const called = (things, texts) => [texts].flat().flatMap((each) => typeof each === "number" ? [things[each][1], ...called(things, things[each][4] ?? [])] : each);
  const thing = (kinds, [kind, title, url, detail, names, words, runs]) => ({
    kind, title, url, detail, series: runs.length > 0, values: runs.flatMap(values),
    names: [title, ...names].map((name) => spaced(parted(name))), said: words.map((each) => spaced(parted(each))), text: spaced(parted([kinds[kind][0], url, detail, ...words].join(" · "))),
  });
  const prepared = (index) => ({
    ...index,
    small: new Set(parted(index.words.small)),
    things: index.things.map(([kind, title, url, detail = "", names = [], words = [], runs = []]) => thing(index.kinds, [kind, title, index.kinds[kind][3] + url, detail, called(index.things, names), called(index.things, words), runs])),
    periods: index.periods.map(([id, short, long]) => ({ id, short, forms: [id, short, long].map((form) => spaced(parted(form))) })),
  });

  // How well a word stands in a text: as a word, at the beginning of one, inside one. A number, and few letters of an alphabet, are no part of a word.
  const SHORT = /^[a-z]{1,3}$/;
  const standing = (text, word) => text.includes(` ${word} `) ? 6 : SHORT.test(word) && word.length < 3 ? 0 : text.includes(` ${word}`) ? 4 : !SHORT.test(word) && /^\p{L}/u.test(word) && text.includes(word) ? 2 : 0;
  const best = (texts, word) => Math.max(...texts.map((text) => standing(text, word)));
  const inText = (text, word) => standing(text, word) * 0.3;
  const phrased = (names, phrase) => names.includes(phrase) ? 30 : names.some((name) => name.startsWith(phrase.trimEnd())) ? 12 : names.some((name) => name.includes(phrase.trimEnd())) ? 6 : 0;
  // A heading that is asked for by its words.
  const headed = (said, phrase) => said.some((each) => each.includes(phrase) && each.length - phrase.length < 6) ? 22 : 0;
  // A word of the glossary that is asked for by its name comes behind companies. A series with many values comes before, one without after the others.
  const cost = (data, each, exact) => {
    const [, apparatus, named] = data.kinds[each.kind];
    return (named && exact ? 3.5 : each.kind + 15 * apparatus) + Math.min(each.title.length, 100) * 0.02 + (each.series && !each.values.some((held) => held.answers) ? 1 : -Math.min(each.values.length, 50) / 50);
  };

  const things = (data, asked, phrase) => data.things.map((each) => {
    const named = asked.map((word) => best(each.names, word)), found = named.map((score, at) => score || inText(each.text, asked[at]));
    const sum = found.reduce((one, other) => one + other, 0);
    return { ...each, missed: found.filter((score) => !score).length, called: named.every((score) => score > 2), score: sum + Math.max(phrased(each.names, spaced(asked)), phrased(each.names, phrase), ...asked.length > 1 ? [headed(each.said, spaced(asked)), headed(each.said, phrase)] : []) - cost(data, each, [spaced(asked), phrase].some((whole) => each.names.includes(whole))) };
  });

  // A value is found by the names of its series with its period or its number.
  const inPeriod = (period, word) => period.forms.some((form) => form.includes(` ${word} `) || (/^\p{L}{3,}$/u.test(word) && form.includes(` ${word}`)));
  const asNumber = (held, word) => {
    const digits = bare(word);
    if (digits.length < 2 && !word.endsWith("%") || /\p{L}/u.test(word)) return 0;
    const alike = held.numbers.filter((each) => !word.endsWith("%") || each.endsWith("%"));
    return Math.max(0, ...alike.map((each) => each === word ? 30 : bare(each) === digits ? 26 : digits.length > 2 && each.startsWith(word) ? 3 : 0));
  };
  const valued = (data, series, held) => ({ kind: -1, title: series.title, url: `${series.url}#${data.periods[held.period].id}`, detail: filled(data.words[held.words], { value: held.said, period: data.periods[held.period].short }) });
  const figure = (data, series, held, asked, named, dated) => {
    const dates = dated[held.period], numbers_ = asked.map((word) => asNumber(held, word)), period = data.periods[held.period];
    const kept = asked.map((word, at) => numbers_[at] || (dates[at] ? 8 : named[at])), missed = kept.filter((each) => !each).length;
    if (!(numbers_.some(Boolean) || dates.some(Boolean))) return null;
    const when = spaced(asked.filter((word, at) => dates[at])), plain = asked.every((word, at) => dates[at] && !numbers_[at]);
    const both = dates.some(Boolean) && asked.some((word, at) => !dates[at] && named[at]);
    const score = kept.reduce((one, other) => one + other, 0) + (both ? 10 : 0) + (period.forms.includes(when) ? 6 : 0) - (plain || missed && !asked.some((word, at) => named[at] && !dates[at] && !numbers_[at]) ? 16 : 0)
      - (held.answers ? 0 : 6.5) + held.period / data.periods.length + Math.min(series.values.length, 50) / 50 - series.title.length * 0.02;
    return { ...valued(data, series, held), score, missed };
  };
  const figures = (data, asked) => {
    const dated = data.periods.map((period) => asked.map((word) => inPeriod(period, word)));
    return data.things.filter((each) => each.values.length).flatMap((series) => {
      const named = asked.map((word) => best(series.names, word) || inText(series.said.join(""), word));
      const found = series.values.map((held) => figure(data, series, held, asked, named, dated)).filter(Boolean);
      return found.sort((a, b) => b.score - a.score).slice(0, PERIODS);
    });
  };

  // A period that is asked for, and of which nothing that is asked has a value: the nearest values stand in its place,
  // unless there are values for parts of it.
  const absent = (data, asked) => {
    const telling = (form) => spaced(form.trim().split(" ").filter((word) => !data.small.has(word))), text = spaced(asked);
    const forms = data.periods.flatMap((period, at) => period.forms.map(telling).filter((form) => text.includes(form)).map((form) => ({ form, at })));
    const { form, at } = forms.sort((a, b) => b.form.length - a.form.length)[0] ?? {}, rest = form ? parted(text.replace(form, " ")) : [];
    if (!rest.length) return null;
    const named = data.things.filter((each) => each.values.length).map((series) => ({ series, score: rest.map((word) => best(series.names, word) || inText(series.said.join(""), word)) })).filter(({ score }) => score.every(Boolean));
    const within = (period) => parted(form).every((word) => inPeriod(period, word)), shape = (period) => data.periods[period].id.replace(/\d/g, "0");
    const every = named.flatMap(({ series }) => series.values), held = every.filter((each) => each.answers).map((each) => each.period);
    if (!named.length || held.includes(at)) return null;
    if (held.some((period) => data.periods[period].id.split("/").every((end) => end.startsWith(data.periods[at].id)))) return { note: filled(data.words.parts, { period: data.periods[at].short }) };
    if (every.some((each) => within(data.periods[each.period]))) return null;
    const around = (held) => data.periods[at].id.startsWith(data.periods[held.period].id); // the year of a month
    const far = (held) => around(held) ? 0 : Math.abs(held.period - at) + (shape(held.period) === shape(at) ? 0 : data.periods.length);
    const worth = ({ series, score }) => score.reduce((one, other) => one + other, 0) + Math.min(series.values.length, 50) / 10;
    const hits = named.sort((a, b) => worth(b) - worth(a)).flatMap(({ series }) => [...series.values].sort((a, b) => far(a) - far(b) || b.answers - a.answers).slice(0, 1).map((held) => valued(data, series, held)));
    return { hits: hits.map((hit, order) => ({ ...hit, missed: 0, score: 1000 - order })), note: filled(data.words.absent, { period: data.periods[at].short }) };
  };

  // A word that stands nowhere is taken for the nearest one: a slip of one letter, or of two in a long word.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };
  // Every word with its weight: where it stands, and in names ten times as much.
  const vocabulary = (data) => {
    if (data.vocabulary) return data.vocabulary;
    const found = data.vocabulary = new Map(), add = (text, weight) => text.trim().split(" ").forEach((word) => found.set(word, (found.get(word) ?? 0) + weight));
    for (const each of data.things) { each.names.forEach((name) => add(name, data.kinds[each.kind][1] ? 1 : 10)); add(each.text, 1); }
    data.periods.forEach((period) => add(period.forms[2], 10));
    return found;
  };
  const everything = (data) => data.everything ??= data.things.flatMap((each) => [...each.names, each.text]).join("");
  const core = (data) => data.core ??= data.things.filter((each) => !data.kinds[each.kind][1]).flatMap((each) => [...each.names, each.text]).join("");
  const known = (data, word) => standing(everything(data), word) || data.periods.some((period) => inPeriod(period, word)) || /\d/.test(word) && data.things.some((each) => each.values.some((held) => asNumber(held, word)));
  // Of the words that are near enough the one that is common: a slip counts against it as much as being rarer by a factor of twenty.
  // Who slips still begins with the right letter, or with the second; else the word is another name.
  const begins = (word, each) => word[0] === each[0] || word[0] === each[1] && word[1] === each[0];
  const nearest = (data, word) => {
    if (!/^\p{L}{4,}$/u.test(word)) return word;
    const most = word.length < 8 ? 1 : 2, far = [...vocabulary(data)].filter(([each]) => /^\p{L}{3,}$/u.test(each) && begins(word, each)).map(([each, weight]) => [each, distance(word, each, most), weight]).filter(([, slips]) => slips <= most);
    const worth = ([, slips, weight]) => Math.log(weight) - 3 * slips;
    return far.sort((a, b) => worth(b) - worth(a))[0]?.[0] ?? word;
  };
  // A word that is not known as the known words that it is made of: "name7", or names in a line without spaces, which are
  // looked for outside the titles of sources first.
  const pieces = (data, word) => {
    const han = HAN.test(word), is = (part) => part.length > 1 && (han ? core(data).includes(part) : vocabulary(data).has(part));
    for (let at = word.length - 1; at > 1; at--) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (is(head) && (han || is(tail))) return [head, ...han ? meant(data, tail, new Set()) : [tail]];
      if (han && is(word.slice(-at))) return [word.slice(0, -at), word.slice(-at)];
    }
    return null;
  };
  const meant = (data, word, given) => {
    if (given.has(word)) return [word];
    if (HAN.test(word) ? core(data).includes(word) : known(data, word)) return [word];
    const plain = word.replace(/([aou])e/g, "$1");
    return pieces(data, word) ?? [plain !== word && known(data, plain) ? plain : nearest(data, word)];
  };

  // All hits, the best first, and what is to be said of them.
  const search = (data, query) => {
    const grouped = query.slice(0, LONGEST).replace(/(?<![\d.,])\d{1,3}(?:[\s\u202f]\d{3})+(?![\d.,])/gu, (whole) => known(data, bare(whole)) ? bare(whole) : whole);
    const given = new Set((query.match(SHORTENED) || []).map(fold)); // an abbreviation is what it is, and no slip
    const words = parted(grouped), telling = words.filter((word) => !data.small.has(word));
    const typed = (telling.length ? telling : words).slice(0, TOKENS), asked = typed.flatMap((word) => meant(data, word, given)), phrase = spaced(words.slice(0, 2 * TOKENS));
    if (!typed.length) return { hits: [], note: query.trim() ? filled(data.words.nothing, { query: query.trim().slice(0, LONGEST) }) : "" };
    const values = figures(data, asked), every = [...things(data, asked, phrase), ...values], least = Math.min(...every.map((hit) => hit.missed));
    const gap = absent(data, asked);
    if (gap?.hits) return { hits: [...gap.hits, ...every.filter((hit) => hit.kind >= 0 && !hit.series && !hit.missed).sort((a, b) => b.score - a.score)], note: gap.note };
    // What has every word, and what is better though it lacks one, for that may be a slip; where nothing of weight has every word, the best of what has some.
    const worth = (hit) => hit.score - 2 * hit.missed, whole = every.filter((hit) => !hit.missed), some = every.filter((hit) => hit.missed < asked.length), top = Math.max(...some.map(worth));
    const full = Math.max(...whole.map(worth)), near = whole.some((hit) => hit.score > 0) ? full : top - NEAR;
    // Where something is called by every word, only a value is meant that lacks one.
    const called = whole.some((hit) => hit.called), enough = some.length ? some.filter((hit) => !hit.missed || worth(hit) > near && (hit.kind < 0 || !called)) : whole;
    const valued = new Set(enough.filter((hit) => hit.kind < 0).map((hit) => hit.url.split("#")[0])); // a series is not listed beside its value
    const hits = enough.filter((hit) => hit.kind < 0 || !valued.has(hit.url)).sort((a, b) => worth(b) - worth(a));
    const note = !hits.length ? filled(data.words.nothing, { query: query.trim().slice(0, LONGEST) })
      : gap ? gap.note : least ? data.words.partly : asked.join("") !== typed.join("") ? filled(data.words.instead, { query: query.trim().slice(0, LONGEST), found: asked.join(" ") }) : "";
    return { hits, note };
  };

  // The lines of a list that have all words, themselves or in the heading or the publisher that they stand under.
  const filter = (form) => {
    const input = form.elements.filter, status = form.querySelector("output"), article = form.closest("article");
    const within = (selector) => [...article.querySelectorAll(selector)];
    const inside = (head) => { const fold = head.closest(".folded"); return fold && [fold, ...fold.children, ...fold.lastElementChild.children]; };
    const part = (head) => { const found = [head]; while (found.at(-1).nextElementSibling?.matches(":not(h2, .downloads)")) found.push(found.at(-1).nextElementSibling); return found; };
    const over = (line) => line.closest("dd")?.previousElementSibling.textContent ?? "";
    const lines = (all) => [...new Set(all.flatMap((each) => [...each.querySelectorAll("li, tbody tr, dd a"), ...each.matches(".also") ? each.children : []]))];
    // A thing that stands in two lists is one; a list apart names none of the things that are counted.
    const different = (found) => new Set(found.filter(({ line }) => !line.closest("[data-apart]")).map(({ line }) => (line.href ? line : line.querySelector("a"))?.href ?? line)).size;
    const worded = (head) => (line) => ({ line, text: spaced(parted([head.textContent, over(line), line.textContent].join(" "))) });
    const after = (head) => form.compareDocumentPosition(head) & Node.DOCUMENT_POSITION_FOLLOWING;
    const parts = within("h2").filter(after).map((head) => [head, inside(head) ?? part(head)]).map(([head, all]) => ({ all, lines: lines(all).map(worded(head)) }));
    const folds = within(".folded").map((fold) => ({ fold, open: fold.open }));
    const lists = parts.flatMap(({ all }) => all.filter((each) => each.matches(".also"))).map((list) => ({ list, whole: [...list.childNodes] })), count = different(parts.flatMap((each) => each.lines));
    const show = () => {
      const asked = parted(input.value.slice(0, LONGEST)).slice(0, TOKENS), address = new URL(location);
      for (const { all, lines } of parts) {
        for (const { line, text } of lines) line.hidden = !asked.every((word) => text.includes(word));
        for (const each of all) {
          const own = lines.filter(({ line }) => each.contains(line));
          each.hidden = (own.length ? own : lines).every(({ line }) => line.hidden);
        }
      }
      for (const { fold, open } of folds) fold.open = asked.length ? !fold.hidden : open;
      for (const each of within("h2 .quiet")) each.hidden = asked.length; // how many there are is not how many are shown
      for (const each of within("dd, dt")) each.hidden = [...(each.matches("dt") ? each.nextElementSibling : each).children].every((link) => link.hidden);
      for (const { list, whole } of lists) {
        const links = whole.filter((node) => node.href && !node.hidden);
        list.replaceChildren(...(asked.length ? links.flatMap((link, at) => at ? [", ", link] : [link]) : whole));
        list.hidden = !links.length;
      }
      const shown = different(parts.flatMap((each) => each.lines).filter(({ line }) => !line.hidden));
      status.textContent = asked.length ? filled(form.dataset.count, { shown, count }) : "";
      if (asked.length && !shown) status.append(" · ", make("a", { href: asking(input.value), textContent: form.dataset.elsewhere }));
      asked.length ? address.searchParams.set("filter", input.value.slice(0, LONGEST)) : address.searchParams.delete("filter");
      if (address.href !== location.href) history.replaceState(null, "", address);
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { input.value = ""; show(); } });
    input.value ||= new URLSearchParams(location.search).get("filter") || "";
    show();
  };

  const forms = [...document.querySelectorAll("form.search")];
  const folder = new URL(forms[0].action), root = new URL("..", folder);
  const asking = (query) => Object.assign(new URL(folder), { search: new URLSearchParams({ q: query.trim().slice(0, LONGEST) }) }).href;
  let fetched = null;
  const load = () => fetched ??= fetch(new URL("index.json", folder)).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status)).then(prepared);
  const labelled = (data, hit) => hit.kind < 0 ? data.words.figures : data.kinds[hit.kind][0];
  const href = (hit) => new URL(hit.url, root).href;

  // The hits of the list: the best, but of one kind no more than so many where others have some too.
  const mixed = (hits) => {
    const first = hits.filter((hit, at) => hits.slice(0, at).filter((other) => other.kind === hit.kind).length < (hit.kind < 0 ? VALUES : OF_A_KIND));
    return [...first, ...hits.filter((hit) => !first.includes(hit))].slice(0, SHOWN).sort((a, b) => b.score - a.score);
  };

  // The list under a box: a combobox whose options are links.
  const box = (form) => {
    const input = form.elements.q, list = make("div", { className: "hits", id: "search.hits", role: "listbox", hidden: true, ariaLabel: input.ariaLabel });
    const status = make("span", { className: "hidden", role: "status" });
    let at = -1;
    form.append(list, status);
    Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    input.setAttribute("aria-controls", list.id);
    const options = () => [...list.querySelectorAll("[role=option]")];
    const choose = (number) => {
      const all = options();
      at = all.length ? (number + all.length + 1) % (all.length + 1) : -1;
      if (at === all.length) at = -1;
      all.forEach((each, place) => { each.ariaSelected = String(place === at); });
      input.setAttribute("aria-activedescendant", at < 0 ? "" : all[at].id);
      all[at]?.scrollIntoView({ block: "nearest" });
    };
    const close = () => { list.hidden = true; at = -1; input.ariaExpanded = "false"; input.removeAttribute("aria-activedescendant"); status.textContent = ""; };
    const option = (data, hit, number) => make("a", { id: `search.hit.${number}`, role: "option", href: href(hit), tabIndex: -1, ariaSelected: "false" },
      make("span", { className: "kind", textContent: labelled(data, hit) }), make("span", { className: "title", textContent: hit.title }), make("span", { className: "quiet", textContent: hit.detail }));
    const show = async () => {
      const query = input.value;
      if (!query.trim()) { close(); return; }
      let data;
      try { data = await load(); } catch { return; } // Without the index the form asks the page of the search.
      if (query !== input.value) return;
      const { hits, note } = search(data, query);
      list.replaceChildren(...mixed(hits.slice(0, LOOKED)).map((hit, number) => option(data, hit, number)));
      if (hits.length > SHOWN) list.append(make("a", { id: "search.hit.all", role: "option", href: asking(query), tabIndex: -1, ariaSelected: "false" }, make("span", { className: "title", textContent: filled(data.words.all, { count: hits.length }) })));
      if (note) list.prepend(make("p", { className: "quiet", role: "presentation", textContent: note }));
      list.hidden = !hits.length && !note;
      at = -1;
      input.ariaExpanded = String(hits.length > 0);
      input.removeAttribute("aria-activedescendant");
      status.textContent = [note, hits.length ? filled(data.words.count, { count: hits.length }) : ""].filter(Boolean).join(" ");
    };
    input.addEventListener("input", show);
    input.addEventListener("focus", () => { if (input.value) show(); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !list.hidden) { event.preventDefault(); choose(step < 0 && at < 0 ? options().length - 1 : at + step); }
      else if (step) { event.preventDefault(); show(); }
      else if (event.key === "Enter" && at >= 0) { event.preventDefault(); options()[at].click(); }
      else if (event.key === "Escape") { if (!list.hidden) { event.preventDefault(); close(); } else input.value = ""; }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault()); // The box keeps the focus.
    list.addEventListener("click", (event) => { if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) close(); });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    if (document.activeElement === input) show();
  };

  // The page of the search: the hits by kind, the kind of the best first. The address keeps the question.
  const page = (form, found) => {
    const input = form.elements.q, status = form.nextElementSibling;
    const line = (hit) => make("li", {}, make("a", { href: href(hit), textContent: hit.title }), " ", make("span", { className: "quiet", textContent: hit.detail }));
    const listed = (hits) => make("ul", { className: "lines" }, ...hits.map(line));
    const group = (data, hits) => {
      const section = make("section", {}, make("h2", {}, `${labelled(data, hits[0])} `, make("span", { className: "quiet", textContent: hits.length })), listed(hits.slice(0, EACH)));
      if (hits.length > EACH) section.append(make("details", {}, make("summary", { textContent: filled(data.words.more, { count: hits.length - EACH }) }), listed(hits.slice(EACH))));
      return section;
    };
    const show = async () => {
      const query = input.value, address = new URL(location);
      query.trim() ? address.searchParams.set("q", query.slice(0, LONGEST)) : address.searchParams.delete("q");
      if (address.href !== location.href) history.replaceState(null, "", address);
      if (!query.trim()) { delete document.documentElement.dataset.asked; found.replaceChildren(); status.textContent = ""; return; }
      document.documentElement.dataset.asked = "";
      let data;
      try { data = await load(); } catch { delete document.documentElement.dataset.asked; status.textContent = form.dataset.failed; return; }
      if (query !== input.value) return;
      const { hits, note } = search(data, query), kinds = new Map();
      if (!hits.length) delete document.documentElement.dataset.asked; // then the list of everything is the way on
      hits.forEach((hit) => kinds.set(hit.kind, [...kinds.get(hit.kind) || [], hit]));
      status.textContent = [note, hits.length ? filled(data.words.count, { count: hits.length }) : ""].filter(Boolean).join(" ");
      found.replaceChildren(...[...kinds.values()].map((each) => group(data, each)));
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    input.addEventListener("input", show);
    input.value ||= new URLSearchParams(location.search).get("q") || "";
    show();
  };

  const found = document.querySelector(".found");
  forms.forEach((form) => form.closest("main") ? page(form, found) : box(form));
  document.querySelectorAll("form.filter").forEach(filter);
})();
