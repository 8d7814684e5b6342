import { download } from "./download.js";

/** Properties that a drawing takes from the page's style, and must carry when it leaves it. */
const inherited = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "paint-order",
  "fill-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "color",
];

/** Pixels of a PNG per pixel on screen. */
const sharpness = 2;

/** Downloads a chart as an SVG file that looks the same outside the page. */
export function downloadSvg(name: string, chart: SVGSVGElement): void {
  download(`${name}.svg`, svgBlob(chart));
}

/** Downloads a chart as a PNG on the page's own background. */
export async function downloadPng(name: string, chart: SVGSVGElement): Promise<void> {
  const { width, height } = chart.getBoundingClientRect();
  const address = URL.createObjectURL(svgBlob(chart));
  const picture = new Image(width * sharpness, height * sharpness);
  picture.src = address;
  await picture.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("missing canvas");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) download(`${name}.png`, blob);
}

function svgBlob(chart: SVGSVGElement): Blob {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const originals = [chart, ...chart.querySelectorAll<SVGElement>("*")];
  for (const sheet of copy.querySelectorAll("style")) sheet.textContent = "";
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, original] of originals.entries()) carryStyle(original, copies[index]);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

function carryStyle(from: SVGElement, to: SVGElement | undefined): void {
  const style = getComputedStyle(from);
  for (const name of inherited) {
    to?.removeAttribute(name);
    to?.style.setProperty(name, style.getPropertyValue(name));
  }
}
