import { html } from "npm:htl";
import { resize } from "observablehq:stdlib";
import { downloadPng, downloadSvg } from "./image.js";

/** Pixels below which no chart is drawn: a page in the making may have no width yet. */
const narrowest = 280;

export interface FigureOptions {
  /** What the chart shows, as a sentence; read aloud in place of the picture. */
  readonly title: string;
  /** How to read it. */
  readonly caption?: string | Node;
  /** Name of the files it downloads as, without ending. */
  readonly filename: string;
  /** Draws the chart at a width in pixels. */
  readonly draw: (width: number) => Element;
}

/** A chart with its title, that follows the page's width and downloads as an image. */
export function figure({ title, caption, filename, draw }: FigureOptions): HTMLElement {
  const chart = resize((width) => labelled(draw(Math.max(width, narrowest)), title));
  const current = () => chart.querySelector("svg");
  const save = (action: (name: string, svg: SVGSVGElement) => unknown) => () => {
    const svg = current();
    if (svg) action(filename, svg);
  };
  return html`<figure class="chart">
    <div class="chart-head">
      <h2>${title}</h2>
      <div class="actions">
        <button type="button" onclick=${save(downloadPng)} aria-label="Download chart as PNG">PNG</button>
        <button type="button" onclick=${save(downloadSvg)} aria-label="Download chart as SVG">SVG</button>
      </div>
    </div>
    ${chart}
    ${caption === undefined ? "" : html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

function labelled(chart: Element, title: string): Element {
  const drawing = chart.matches("svg") ? chart : chart.querySelector("svg");
  drawing?.setAttribute("role", "img");
  drawing?.setAttribute("aria-label", title);
  return chart;
}
