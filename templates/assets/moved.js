// What a link to an old address asks for and the place on the page that it names, on the page to which it leads.
const link = document.querySelector("a");
if (location.search || location.hash) location.replace(link.href + location.search + location.hash);
