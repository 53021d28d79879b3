// A drawing as a picture of twice the size: that of a chart page behind its button, that of /explore/ when it asks.

// A browser shows no letter of a font before it has decoded it, and tells nobody when it has. So below the drawing, on
// white and outside the picture, stands one letter of each font within it: once ink is seen of all, the texts are there.
const BAND = 24, ROUNDS = 200;
const probes = (text, y) => [...text.matchAll(/@font-face\{([^}]*)\}/g)].map(([, face], n) => {
  const [, family] = face.match(/font-family:("[^"]*")/), [, weight] = face.match(/font-weight:(\d+)/), range = face.match(/unicode-range:U\+(\w+)/);
  return `<text x="${n * BAND}" y="${y + BAND - 6}" font-family='${family}' font-weight="${weight}" font-size="16" fill="#000">&#x${range?.[1] ?? "4d"};</text>`;
});
const inked = ({ data }) => data.some((value, n) => n % 4 === 0 && value < 128);

export const pictured = async (text, download) => {
  const [, width, height] = text.match(/<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/).map(Number), found = probes(text, height);
  const wide = Math.max(width, found.length * BAND), high = height + BAND;
  const image = new Image(), canvas = document.createElement("canvas"), strip = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${text.slice(text.indexOf("<svg"))}<rect y="${height}" width="${wide}" height="${BAND}" fill="#fff"/>${found.join("")}</svg>`;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  await image.decode();
  Object.assign(strip.canvas, { width: wide, height: BAND });
  for (let round = 0; round < ROUNDS; round += 1) {
    strip.drawImage(image, 0, height, wide, BAND, 0, 0, wide, BAND);
    if (found.every((_, n) => inked(strip.getImageData(n * BAND, 0, BAND, BAND)))) break;
    await new Promise((done) => { setTimeout(done, 25); });
  }
  Object.assign(canvas, { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download }).click();
};

for (const button of document.querySelectorAll(".as-png")) {
  const { svg } = button.dataset;
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => pictured(await (await fetch(svg)).text(), svg.split("/").pop().replace(".svg", ".png")));
}
