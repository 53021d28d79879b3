// What only a script can do; without it everything can be read.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

  // The theme is chosen before anything is drawn.
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem("theme", value); } catch { /* a private window */ } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const framed = root.matches(".embedded"); // by another site
  if (!framed && stored()) root.dataset.theme = stored();

  const theme = () => {
    const button = make("button", "theme");
    const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); name(); });
    name();
    document.querySelector(".masthead .wrap").append(button);
  };

  // A cell is ordered by its number, else its day, else its words; empty cells come last.
  const key = (cell) => {
    const number = cell.querySelector("data")?.value, day = cell.querySelector("time")?.dateTime;
    const text = cell.textContent.trim().replace(/^=/, "");
    return number !== undefined ? Number(number) : day || (text && !isNaN(text) ? Number(text) : text.toLowerCase());
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

  // Marks tell their words to pointer, finger and arrow keys.
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
      const left = where.right + tip.offsetWidth < area.right ? where.right + 4 : where.left - tip.offsetWidth - 4;
      tip.style.left = `${Math.max(area.left, left) - from.left}px`;
      tip.style.top = `${Math.max(area.top, where.top - tip.offsetHeight) - from.top}px`;
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

  // The note of a number stands in a file of its series, which is fetched when the number is pressed.
  const fetched = {};
  const file = (address) => fetched[address] ??= fetch(address).then((answer) => answer.ok ? answer.text() : Promise.reject(answer.status)).then((text) => new DOMParser().parseFromString(text, "text/html"));
  const noteOf = async (link) => {
    const address = new URL(link.dataset.note, link.href);
    const note = (await file(address.href.split("#")[0])).getElementById(decodeURIComponent((address.hash || link.hash).slice(1))).cloneNode(true);
    all("a[href]", note).forEach((each) => { each.href = new URL(each.getAttribute("href"), address).href; });
    return note.children;
  };

  // What was pressed stays in sight above its note.
  const sight = (each) => each.scrollIntoView({ block: "nearest" });
  const notes = () => {
    all("button.cite").forEach((button) => button.addEventListener("click", () => setTimeout(sight, 0, button)));
    const note = Object.assign(make("div", "note"), { popover: "auto", tabIndex: -1 });
    const pressed = ({ target }) => target.closest("a[data-note]");
    let opener = null, held = null;
    const isOpen = () => note.matches(":popover-open");
    const open = async (link) => {
      try { note.replaceChildren(...await noteOf(link)); } catch { location.href = link.href; return; }
      opener?.setAttribute("aria-expanded", "false");
      opener = link;
      link.setAttribute("aria-expanded", "true");
      copies(note);
      if (isOpen()) note.hidePopover();
      note.showPopover({ source: link });
      note.focus({ preventScroll: true });
      sight(link);
    };
    document.body.append(note);
    all("a[data-note]").forEach((link) => Object.assign(link, { role: "button", ariaExpanded: "false" }));
    addEventListener("keydown", (event) => { if (event.key === " " && pressed(event)) { event.preventDefault(); event.target.click(); } });
    addEventListener("click", (event) => {
      const link = pressed(event);
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const again = held === link || (opener === link && isOpen());
      held = null;
      if (again) note.hidePopover(); else open(link);
    });
    addEventListener("pointerdown", () => { held = isOpen() ? opener : null; }, true);
    note.addEventListener("toggle", ({ target }) => {
      if (target !== note) sight(target);
      else if (!isOpen()) opener?.setAttribute("aria-expanded", "false");
    }, true);
    note.addEventListener("click", ({ target }) => {
      if (target.matches(".close")) note.hidePopover();
      if (!target.matches(".copy")) return;
      const words = (part) => note.querySelector(part).textContent.trim().replace(/\s+/g, " ");
      take(target, `${words(".note-heading")}: ${words(".note-value")} (${words("code")}). ${note.querySelector(".note-foot a").href}`);
    });
  };

  // Where a browser cannot copy, the text stands selected behind the button.
  const take = async (button, text) => {
    const { done } = button.closest("[data-done]").dataset, { selected } = root.dataset;
    try { await navigator.clipboard.writeText(text); button.textContent = done; } catch {
      const field = button.field ??= make("textarea");
      Object.assign(field, { value: text, title: selected });
      button.after(field);
      field.select();
      button.textContent = selected;
    }
  };
  document.addEventListener("take", ({ target, detail }) => take(target, detail));
  // The table of a chart as text.
  const files = () => all(".copy-table, .copy-address").forEach((button) => {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => copied(button));
  });
  const copied = (button) => {
    const cell = (each) => { const copy = each.cloneNode(true); all("sup, .note, .hidden", copy).forEach((part) => part.remove()); return copy.textContent.trim().replace(/\s+/g, " "); };
    const text = button.matches(".copy-address") ? button.closest("p").querySelector("code").textContent : [...button.closest("details").querySelector("table").rows].map((row) => [...row.cells].map(cell).join("\t")).join("\n");
    take(button, text);
  };
  // A text to take along has a button behind it, and its link another, with the address of a site that has none.
  const copies = (within = document) => {
    const pending = all("[data-base]", within), home = document.querySelector(".site-name")?.href ?? "", known = home.startsWith("http");
    const here = (words) => pending.length && known ? words.replaceAll(pending[0].dataset.base, home) : words;
    all("[data-copy]", within).forEach((text) => {
      const taker = (label, words) => {
        const button = make("button", "take", label);
        button.addEventListener("click", () => take(button, words));
        return button;
      };
      const { copy, copyLink, link } = text.dataset;
      text.textContent = here(text.textContent);
      text.after(taker(copy, text.textContent.trim()), ...link ? [" ", taker(copyLink, here(link))] : []);
    });
    if (known) pending.forEach((words) => words.remove());
  };
  // What was expected by a day that has passed is overdue; the page knows no clock.
  const overdue = () => {
    const now = new Date(), today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    all("[data-due]").filter((each) => each.dataset.due < today).forEach((each) => { each.textContent = each.dataset.late; each.classList.add("late"); });
  };

  // What searches is loaded when a reader goes to a box, also by "/", or comes with a question in the address.
  const address = new URLSearchParams(location.search);
  if (address.get("q")) root.dataset.asked = "";
  const searches = () => {
    const box = document.querySelector("main [name=q]") ?? document.querySelector(".masthead [name=q]");
    let script = null;
    all("form[data-script]").forEach((form) => {
      const load = () => { script ??= document.head.appendChild(Object.assign(make("script"), { src: form.dataset.script })); };
      form.addEventListener("focusin", load);
      if (address.has(form.elements[0].name) || form.contains(document.activeElement)) load();
    });
    addEventListener("keydown", (event) => {
      const { key, target } = event, menu = target.closest(".menu[open]");
      if (menu && key === "Escape") { menu.open = false; menu.firstChild.focus(); }
      if (!box || key !== "/" || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select")) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
    addEventListener("focusout", ({ target, relatedTarget: next }) => {
      const menu = target.closest(".menu");
      if (menu && next && !menu.contains(next)) menu.open = false;
    });
  };

  // A link into what is folded opens it where the browser does not.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1))), fold = target?.closest("details:not([open])");
    if (fold) { fold.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);

  addEventListener("DOMContentLoaded", () => {
    reveal();
    files();
    searches();
    overdue();
    copies();
    if (!framed) theme();
    if (HTMLElement.prototype.showPopover) notes();
    all("table.sortable").forEach(sortable);
    all(".chart-img").forEach(tips);
  });
})();
