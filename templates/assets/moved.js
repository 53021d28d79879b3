// What a link to an old address asks for, and the place on the page that it names, on the page to which it leads.
const to = new URL(document.querySelector("a").href);
to.search ||= location.search;
to.hash ||= location.hash;
if (location.search || location.hash) location.replace(to);
