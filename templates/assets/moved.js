// The place on the page that a link to an old address names, on the page to which it leads.
const link = document.querySelector("a");
if (location.hash) location.replace(link.href + location.hash);
