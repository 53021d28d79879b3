// A page in a frame of another page: light or dark as its address asks, and the page around is told how high it is.
(() => {
  const root = document.documentElement, theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const tell = () => parent.postMessage({ type: "embed-height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
  addEventListener("load", tell);
})();
