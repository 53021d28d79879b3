// The saved drawing of a chart as a picture of twice the size; without a script the drawing itself can be saved.
(() => {
  const pictured = async (href) => {
    const image = new Image(), canvas = document.createElement("canvas");
    image.src = href;
    await image.decode();
    Object.assign(canvas, { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const download = href.split("/").pop().replace(".svg", ".png");
    Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download }).click();
  };
  addEventListener("DOMContentLoaded", () => document.querySelectorAll(".as-png").forEach((button) => {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => pictured(button.dataset.svg));
  }));
})();
