import * as Plot from "npm:@observablehq/plot";
import { html, svg } from "npm:htl";
import { resize } from "observablehq:stdlib";
import { ruleCurve } from "../../src/compensation/modelling/rule-curve.js";
import { formatRate } from "../../src/format.js";
import { drawing, ink, moneyTick } from "../plotting.js";
import type { WrittenComponent } from "./component.js";
import { followPointer, type Reach } from "./dragging.js";
import type { Chosen } from "./editor.js";
import { type Handle, handlesOf, moved } from "./handles.js";
import { putNumbers } from "./ruleEdit.js";
import type { Modeller } from "./store.js";
import { needsOf } from "./untold.js";
import { writtenPlan } from "./written.js";

/** The rule of a component as it is drawn. */
interface Drawn {
  readonly component: WrittenComponent;
  readonly handles: readonly Handle[];
  /** What the rule pays at attainments: shares of target pay, or major units where there is none. */
  readonly pays: (attainments: readonly number[]) => number[];
  readonly label: string;
  readonly read: (pays: number) => string;
}

/** The payout curve of the chosen component's rule alone, with points to drag or to move by arrow keys. */
export function ruleChart(modeller: Modeller, chosen: Chosen): HTMLElement {
  const holder = html`<div class="rule-chart"></div>`;
  const title = html`<h2></h2>`;
  let width = 0;
  let reach: Reach | null = null;
  const draw = () => {
    if (width === 0) return;
    const needs = missingOf(modeller, chosen.index());
    if (needs !== null) {
      title.textContent = "What the rate pays";
      holder.replaceChildren(
        html`<p class="aside">Its rates are of money: type ${needs}, below.</p>`,
      );
      return;
    }
    const drawn = drawnOf(modeller, chosen.index());
    title.textContent = `What the rate of “${drawn.component.name}” pays; drag its points`;
    const focused = handlesIn(holder).indexOf(document.activeElement as SVGElement);
    const plot = plotOf(drawn, Math.max(width, 280), follower.isDragging ? reach : null);
    reach = plot.reach;
    holder.replaceChildren(plot.element);
    if (focused >= 0) handlesIn(holder)[focused]?.focus({ preventScroll: true });
  };
  const move = (index: number, to: { at: number; pays: number }, isPassing: boolean) => {
    const { component, pays } = drawnOf(modeller, chosen.index());
    const next = moved(component.rate, index, { ...to, paysAt: (at) => pays([at])[0] ?? 0 });
    putNumbers(modeller, chosen.index(), next, { isPassing });
  };
  const follower = followPointer(holder, {
    reach: () => reach,
    move,
    end: () => modeller.change({ text: modeller.state().draft.text }),
    step(index, by) {
      const { component, handles, pays } = drawnOf(modeller, chosen.index());
      const own = handles[index];
      if (own === undefined) return;
      const paid = (pays([own.at])[0] ?? 0) + by.pays;
      // sideways what a tier pays is left as it is; a point of a curve keeps its height
      const isKept = by.pays === 0 && component.rate.points === undefined;
      const at = own.at + (own.canMove ? by.at : 0);
      move(index, { at, pays: isKept ? Number.NaN : paid }, false);
    },
  });
  modeller.subscribe(draw);
  chosen.subscribe(draw);
  const fitted = resize((now) => {
    width = now;
    draw();
    return holder;
  });
  return html`<figure class="chart"><div class="chart-head">${title}</div>${fitted}
    <figcaption>Points: where tiers begin, or points of the curve. Left and right arrows move a point by 1 % of quota, up and down what it pays; with Shift by 5 %.</figcaption></figure>`;
}

const handlesIn = (holder: HTMLElement) => [...holder.querySelectorAll<SVGElement>(".handle")];

/** What is to be typed before a component's rate can be drawn; null where it can. */
function missingOf(modeller: Modeller, index: number): string | null {
  const { worked } = modeller.state();
  return needsOf(worked.untold, worked.after.terms.components[index]?.name ?? "");
}

/** The last plan that could be worked out; its points can be moved while it is the draft. */
function drawnOf(modeller: Modeller, index: number): Drawn {
  const { worked, problems } = modeller.state();
  const { currency, currency_digits } = modeller.known;
  const { components } = writtenPlan(worked.draft.text);
  const place = Math.min(index, components.length - 1);
  const { terms, model } = worked.after;
  const [component, own] = [components[place], terms.components[place]];
  if (component === undefined || own === undefined) throw new Error("a plan without components");
  const whole = model.wholes[place];
  const target = whole?.target ?? 0;
  const quota = whole?.quota || model.quota;
  const pays = (attainments: readonly number[]) =>
    ruleCurve(terms, own, { quota, target }, attainments).map(
      (cents) => cents / (target || 10 ** currency_digits),
    );
  const handles = problems.length > 0 ? [] : handlesOf(component);
  const label = target > 0 ? "share of target pay" : `pay of a year, ${currency}`;
  return { component, handles, pays, label, read: target > 0 ? formatRate : moneyTick };
}

/** The chart, and how places on it read as attainment and pay. */
function plotOf({ handles, pays, label, read }: Drawn, width: number, kept: Reach | null) {
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
