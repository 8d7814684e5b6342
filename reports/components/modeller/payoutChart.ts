import * as Plot from "npm:@observablehq/plot";
import { most, payAt } from "../../src/compensation/modelling/plan-model.js";
import type { ChangeBand } from "../../src/compensation/modelling/winners.js";
import { formatRate } from "../../src/format.js";
import { drawing, ink, moneyTick, pale } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { Modelled, Worked } from "./draft.js";
import { measureLabel, onAxis, told } from "./measure.js";

/** Of the height, what the attainments beneath the curves take. */
const beneath = 0.16;

/** Pay by attainment before and after, over how often attainments are drawn. */
export function payoutChart(worked: Worked, money: Money, width: number): Element {
  const { before, after, pay, winners } = worked;
  const line = ({ model }: Modelled) =>
    model.points.map(({ attainment, cents }) => ({ attainment, y: onAxis(pay, cents, money) }));
  const [was, is] = [line(before), line(after)];
  const top = Math.max(...was.map(({ y }) => y), ...is.map(({ y }) => y));
  const tip = ({ attainment }: { readonly attainment: number }) =>
    `${formatRate(attainment)} of quota\npays ${told(pay, payAt(after.model, attainment), money.currency_digits)}\nbefore ${told(pay, payAt(before.model, attainment), money.currency_digits)}`;
  return drawing(width, {
    marginRight: 20,
    marginBottom: 44,
    x: {
      label: `attainment of ${after.model.lead}`,
      domain: [0, most],
      tickFormat: formatRate,
      ticks: width < 520 ? 4 : 10,
    },
    y: {
      label: measureLabel(pay, "pay of a year", money),
      domain: [-top * beneath, top * 1.05],
      ticks: 5,
      tickFormat: (value: number) =>
        value < 0 ? "" : pay.isMoney ? moneyTick(value) : formatRate(value),
      grid: true,
    },
    marks: [
      drawnOften(winners.bands, -top * beneath),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.ruleX([1], { stroke: ink.target, strokeDasharray: "6 4" }),
      Plot.line(was, { x: "attainment", y: "y", stroke: ink.before, strokeWidth: 2.5 }),
      Plot.line(is, { x: "attainment", y: "y", stroke: ink.now, strokeWidth: 2.5 }),
      Plot.tip(is, Plot.pointerX({ x: "attainment", y: "y", title: tip })),
    ],
  });
}

/** How often attainments are drawn, from a floor under the axis. */
function drawnOften(bands: readonly ChangeBand[], floor: number) {
  const often = Math.max(...bands.map(({ share }) => share)) || 1;
  return Plot.rectY(bands, {
    x1: "from",
    x2: "to",
    y1: floor,
    y2: ({ share }: ChangeBand) => floor * (1 - (0.9 * share) / often),
    fill: pale(ink.muted, 0.45),
    insetLeft: 1,
    insetRight: 1,
    title: ({ from, to, share }: ChangeBand) =>
      `${formatRate(from)} to ${formatRate(to)}: ${formatRate(share)} of people`,
  });
}
