// What only a script can do; without it everything can be read. Light or dark by the reader's choice,
// tables put in order, the numbers behind the marks of a chart, the note that a number opens where it is pressed.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

  // The theme is chosen before anything is drawn.
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem("theme", value); } catch { /* a private window */ } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  if (stored()) root.dataset.theme = stored();

  const theme = () => {
    const button = make("button", "theme");
    const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
    button.type = "button";
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); name(); });
    name();
    document.querySelector(".masthead .wrap").append(button);
  };

  // A cell is ordered by its number, else its day, else its words; empty cells come last.
  const key = (cell) => {
    const number = cell.querySelector("data")?.value, day = cell.querySelector("time")?.dateTime;
    const text = cell.textContent.trim().replace(/^=/, "");
    if (number !== undefined) return Number(number);
    return day || (text && !isNaN(text) ? Number(text) : text.toLowerCase());
  };
  const sort = (body, column, sign) => {
    const rows = [...body.rows].map((row) => [key(row.cells[column]), row]);
    const after = (a, b) => typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
    rows.sort(([a], [b]) => a === "" || b === "" ? (a === "") - (b === "") : sign * after(a, b));
    body.append(...rows.map(([, row]) => row));
  };
  const sortable = (table) => {
    if (table.tBodies.length !== 1 || table.tBodies[0].rows.length < 3) return;
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.classList.contains("trend")) return;
      const button = make("button", "order", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const numeric = head.classList.contains("num") && !/rank|place/i.test(button.textContent);
        const down = head.ariaSort ? head.ariaSort === "ascending" : numeric;
        heads.forEach((other) => { other.ariaSort = null; });
        head.ariaSort = down ? "descending" : "ascending";
        sort(table.tBodies[0], column, down ? -1 : 1);
      });
    });
  };

  // Marks carry their words; the nearest drawing that is shown tells them to pointer, finger and arrow keys.
  const tips = (box) => {
    const marks = () => all("[data-t]", box).filter((mark) => mark.getClientRects().length);
    if (!all("[data-t]", box).length) return;
    const tip = make("div", "tip");
    tip.setAttribute("role", "status");
    box.after(tip);
    box.tabIndex = 0;
    let at = null;
    const show = (mark) => {
      if (mark === at) return;
      at?.classList.remove("at");
      at = mark;
      tip.textContent = mark ? mark.dataset.t : "";
      if (!mark) return;
      mark.classList.add("at");
      const from = box.parentElement.getBoundingClientRect(), area = box.getBoundingClientRect(), where = mark.getBoundingClientRect();
      const left = where.left + where.width / 2 - tip.offsetWidth / 2;
      tip.style.left = `${Math.max(area.left, Math.min(left, area.right - tip.offsetWidth)) - from.left}px`;
      const above = where.top - tip.offsetHeight - 6;
      tip.style.top = `${Math.max(above, area.top - tip.offsetHeight / 2) - from.top}px`;
    };
    const under = (event) => show(event.target.closest("[data-t]"));
    box.addEventListener("pointermove", under);
    box.addEventListener("pointerdown", under);
    box.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") show(null); });
    box.addEventListener("blur", () => show(null));
    box.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") show(null);
      if (!step) return;
      const list = marks(), next = list.indexOf(at) + step;
      event.preventDefault();
      show(list[at ? Math.max(0, Math.min(next, list.length - 1)) : step > 0 ? 0 : list.length - 1]);
    });
  };

  // A number of a table has no note on its page: its link leads to all that the page of its series says of the period.
  const loaded = {};
  const load = (address) => loaded[address] ??= fetch(address).then((answer) => answer.ok ? answer.text() : Promise.reject(answer.status)).then((text) => new DOMParser().parseFromString(text, "text/html"));
  const words = (from, selector) => from.querySelector(selector)?.textContent.trim() ?? "";
  const moved = (part, address) => {
    const copy = part.cloneNode(true);
    all(".copy, li > sup", copy).forEach((each) => each.remove());
    all(".figure", copy).forEach((figure) => figure.replaceWith(figure.querySelector("data")));
    all("a[href]", copy).forEach((link) => { link.href = new URL(link.getAttribute("href"), address).href; });
    return copy;
  };
  const told = async (link, href) => {
    const address = href.split("#")[0], period = decodeURIComponent(new URL(href).hash.slice(1));
    const from = address === location.href.split("#")[0] ? document : await load(address);
    const body = from.getElementById(period), made = body.rows[0].querySelector("[popovertarget]");
    if (made) return [...moved(from.getElementById(made.getAttribute("popovertarget")), address).children];
    const part = moved(document.getElementById("told").content, address), rows = [...moved(body, address).rows];
    const [heading, value, definition, list, foot] = part.children;
    heading.textContent = `${words(from, "h1")}, ${words(body, ".when")}`;
    value.textContent = `${words(rows[0], ".value") || words(rows[0], ".change")} `;
    if (words(rows[0], ".value")) value.append(make("span", "unit", words(body.closest("table"), "th.num")));
    definition.textContent = words(from, ".standfirst");
    for (const row of rows) {
      const item = make("li", "", [words(row, ".value"), words(row, ".change")].filter(Boolean).join(", ") + ": ");
      item.append(...row.lastElementChild.childNodes);
      list.append(item);
    }
    foot.querySelector("a").href = href;
    foot.querySelector("code").textContent = `${address.split("/").slice(-3, -1).join(".")}@${period}`;
    return [...part.children];
  };

  const notes = () => {
    const here = make("div", "note"), links = all("main a:has(> data)").filter((link) => /\/data\/[^/]+\/[^/]+\/#./.test(link.href));
    let opener = null, held = null;
    const opened = () => document.querySelector(".note:popover-open");
    const citable = (note) => all("code", note).at(-1)?.after(" ", document.getElementById("told").content.querySelector("button").cloneNode(true));
    const open = (link, note) => {
      opener?.setAttribute("aria-expanded", "false");
      opener = link;
      link.setAttribute("aria-expanded", "true");
      note.showPopover({ source: link });
      note.focus({ preventScroll: true });
    };
    const press = async (link) => {
      const own = document.getElementById(link.getAttribute("aria-controls"));
      if (own !== here) return open(link, own);
      try {
        const { of: how, and = "" } = link.dataset;
        const parts = await Promise.all([link.href, ...and.split(" ").filter(Boolean).map((each) => new URL(each, location.href).href)].map((href) => told(link, href)));
        const made = how ? [make("p", "note-heading", `${parts[0][0].textContent}: ${how}`), make("p", "note-value", link.textContent)] : [];
        here.replaceChildren(...made, ...parts.flat());
        citable(here);
        open(link, here);
      } catch { location.href = link.href; }
    };
    Object.assign(here, { id: "note-told", popover: "auto" });
    document.body.append(here);
    all(".note").forEach((note) => { note.tabIndex = -1; citable(note); });
    for (const link of links) {
      const button = link.parentElement.querySelector(":scope > button.cite");
      link.role = "button";
      link.setAttribute("aria-expanded", "false");
      link.setAttribute("aria-controls", button?.getAttribute("popovertarget") ?? here.id);
      if (button) button.tabIndex = -1;
      link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        const again = held === link || (opener === link && opened());
        held = null;
        if (again) opened()?.hidePopover(); else press(link);
      });
    }
    addEventListener("pointerdown", () => { held = opened() ? opener : null; }, true);
    addEventListener("toggle", () => { if (!opened()) opener?.setAttribute("aria-expanded", "false"); }, true);
    addEventListener("click", async ({ target }) => {
      if (!target.matches(".copy")) return;
      const note = target.closest(".note"), said = [".note-heading", ".note-value"].map((part) => words(note, part).replace(/\s+/g, " ")).join(": ");
      await navigator.clipboard.writeText(`${said} (${all("code", note).map((each) => each.textContent).join(", ")}). ${note.querySelector(".note-foot a").href}`);
      target.textContent = target.dataset.done;
    });
  };

  addEventListener("DOMContentLoaded", () => {
    theme();
    if (HTMLElement.prototype.showPopover) notes();
    all("table.sortable").forEach(sortable);
    all(".chart-img").forEach(tips);
  });
})();
