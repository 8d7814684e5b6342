import { html } from "npm:htl";
import { resize } from "observablehq:stdlib";
import { ruleCurve } from "../../src/compensation/modelling/rule-curve.js";
import { formatRate } from "../../src/format.js";
import { moneyTick } from "../plotting.js";
import { followPointer, type Place, type Reach } from "./dragging.js";
import type { Chosen } from "./editor.js";
import { handlesOf, moved } from "./handles.js";
import { putNumbers } from "./ruleEdit.js";
import { type DrawnRule, plotOf } from "./rulePlot.js";
import type { Modeller } from "./store.js";
import { needsOf } from "./untold.js";
import { writtenPlan } from "./written.js";

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
    const plot = plotOf(drawn, Math.max(width, 280), follower.isDragging ? reach : null);
    reach = plot.reach;
    redraw(holder, plot.element);
  };
  const move = (index: number, to: Place, isPassing: boolean) => {
    const { component, pays } = drawnOf(modeller, chosen.index());
    const next = moved(component.rate, index, { ...to, paysAt: (at) => pays([at])[0] ?? 0 });
    putNumbers(modeller, chosen.index(), next, { isPassing });
  };
  const follower = followPointer(holder, {
    reach: () => reach,
    move,
    end: () => modeller.change({ text: modeller.state().draft.text }),
    step(index, by) {
      const to = stepped(drawnOf(modeller, chosen.index()), index, by);
      if (to !== null) move(index, to, false);
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

/** Puts another chart in place of the last, the same handle focused. */
function redraw(holder: HTMLElement, chart: Element): void {
  const focused = handlesIn(holder).indexOf(document.activeElement as SVGElement);
  holder.replaceChildren(chart);
  if (focused >= 0) handlesIn(holder)[focused]?.focus({ preventScroll: true });
}

const handlesIn = (holder: HTMLElement) => [...holder.querySelectorAll<SVGElement>(".handle")];

/** Where arrow keys put a handle; null where there is no such handle. */
function stepped({ component, handles, pays }: DrawnRule, index: number, by: Place): Place | null {
  const own = handles[index];
  if (own === undefined) return null;
  // sideways what a tier pays is left as it is; a point of a curve keeps its height
  const isKept = by.pays === 0 && component.rate.points === undefined;
  const paid = (pays([own.at])[0] ?? 0) + by.pays;
  return { at: own.at + (own.canMove ? by.at : 0), pays: isKept ? Number.NaN : paid };
}

/** What is to be typed before a component's rate can be drawn; null where it can. */
function missingOf(modeller: Modeller, index: number): string | null {
  const { worked } = modeller.state();
  return needsOf(worked.untold, worked.after.terms.components[index]?.name ?? "");
}

/** The last plan that could be worked out; its points can be moved while it is the draft. */
function drawnOf(modeller: Modeller, index: number): DrawnRule {
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
