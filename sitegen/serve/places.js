// Says of the number or the paragraph that is pointed at in which file and line it is written, with a link to open it.
(() => {
  const host = document.createElement("div");
  host.id = "sitegen-place";
  host.attachShadow({ mode: "open" }).innerHTML =
    '<link rel="stylesheet" href="/_sitegen/panel.css"><p class="place" hidden>Written in <a></a></p>';
  document.body.append(host);
  const chip = host.shadowRoot.querySelector("p");
  const link = host.shadowRoot.querySelector("a");
  let waiting;

  async function show(target) {
    const number = target.closest("a[href]");
    const block = target.closest("main :is(p, li, h1, h2, h3, h4, td, th, dd, figcaption)");
    if (!number && !block) return;
    const there = number && new URL(number.href);
    const asked = new URLSearchParams({
      page: location.pathname,
      link: there && there.origin === location.origin ? there.pathname + there.hash : "",
      text: block ? block.textContent.slice(0, 1000) : "",
    });
    const found = await fetch(`/_sitegen/place?${asked}`).then((answer) => answer.json()).catch(() => null);
    chip.hidden = !found;
    if (found) Object.assign(link, { href: found.href, textContent: found.words });
  }

  for (const kind of ["pointerover", "focusin"])
    document.addEventListener(kind, (event) => {
      clearTimeout(waiting);
      if (event.target !== host && event.target instanceof Element) waiting = setTimeout(show, 200, event.target);
    });
})();
