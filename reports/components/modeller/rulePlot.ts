import * as Plot from "npm:@observablehq/plot";
import { svg } from "npm:htl";
import { formatRate } from "../../src/format.js";
import { drawing, ink } from "../plotting.js";
import type { WrittenComponent } from "./component.js";
import type { Reach } from "./dragging.js";
import type { Handle } from "./handles.js";

/** The rule of a component as it is drawn. */
export interface DrawnRule {
  readonly component: WrittenComponent;
  readonly handles: readonly Handle[];
  /** What the rule pays at attainments: shares of target pay, or major units where there is none. */
  readonly pays: (attainments: readonly number[]) => number[];
  readonly label: string;
  readonly read: (pays: number) => string;
}

/** The chart, and how places on it read as attainment and pay. */
export function plotOf(
  { handles, pays, label, read }: DrawnRule,
  width: number,
  kept: Reach | null,
) {
  const far = kept?.far ?? Math.max(1.6, ...handles.map(({ at }) => at + 0.3));
  const grid = Array.from({ length: 33 }, (_, k) => (k * far) / 32);
  const corners = handles.flatMap(({ at }) => [Math.max(0, at - 1e-6), at]);
  const places = [...grid, ...corners].sort((a, b) => a - b);
  const paid = pays([...places, ...handles.map(({ at }) => at)]);
  const line = places.map((attainment, index) => ({ attainment, pays: paid[index] ?? 0 }));
  const high = kept?.high ?? (Math.max(...line.map(({ pays }) => pays)) * 1.15 || 1);
  const chart = drawing(width, {
    marginRight: 20,
    marginBottom: 44,
    x: {
      label: "attainment of the component’s quota",
      domain: [0, far],
      tickFormat: formatRate,
      ticks: width < 520 ? 4 : 8,
    },
    y: {
      label,
      domain: [0, high],
      tickFormat: read,
      grid: true,
      ticks: 5,
    },
    marks: [
      Plot.ruleX([1], { stroke: ink.target, strokeDasharray: "6 4" }),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.line(line, { x: "attainment", y: "pays", stroke: ink.now, strokeWidth: 2.5 }),
    ],
  }) as Element & { scale(name: string): Plot.Scale };
  const [x, y] = [chart.scale("x"), chart.scale("y")];
  const reach: Reach = { far, high, width, attainmentAt: inverse(x), paysAt: inverse(y) };
  for (const [index, handle] of handles.entries())
    chart.append(handleOf(handle, { index, pays: paid[places.length + index] ?? 0, read, x, y }));
  return { element: chart, reach };
}

const inverse =
  ({ invert }: Plot.Scale) =>
  (pixels: number): number =>
    Number(invert?.(pixels) ?? 0);

interface Placed {
  readonly index: number;
  readonly pays: number;
  readonly read: (pays: number) => string;
  readonly x: Plot.Scale;
  readonly y: Plot.Scale;
}

function handleOf({ label, at }: Handle, { index, pays, read, x, y }: Placed): SVGElement {
  const text = `${label}: ${formatRate(at)} of quota pays ${read(pays)}`;
  return svg`<circle class="handle" data-index=${index} tabindex="0" role="slider" r="8"
    cx=${x.apply(at)} cy=${y.apply(pays)} aria-label=${label} aria-valuenow=${at}
    aria-valuemin="0" aria-valuemax="10" aria-valuetext=${text}><title>${text}</title></circle>`;
}
