import * as Plot from "npm:@observablehq/plot";
import { formatRate } from "../../src/format.js";
import { drawing, ink } from "../plotting.js";
import type { Modelled, Worked } from "./draft.js";

/** Under it a rate jumps about for want of credit to pay on. */
const least = 0.1;

/** Pay over credit by attainment: in per cent of credit in money, else as times the rate at target. */
export function effectiveChart(worked: Worked, width: number): Element {
  const { before, after } = worked;
  const isOfCredit = worked.pay.isMoney && worked.isQuotaKnown;
  const line = ({ model: { points, quota, target } }: Modelled) =>
    points
      .filter(({ attainment }) => attainment >= least)
      .map(({ attainment, cents }) => ({
        attainment,
        rate: isOfCredit ? cents / (attainment * quota) : cents / (target || quota) / attainment,
      }));
  const read = (value: number) => (isOfCredit ? formatRate(value) : `${value.toFixed(2)}×`);
  const tip = ({ attainment, rate }: { readonly attainment: number; readonly rate: number }) =>
    `${formatRate(attainment)} of quota\n${read(rate)}`;
  return drawing(width, {
    height: 240,
    marginRight: 20,
    marginBottom: 44,
    x: {
      label: "attainment",
      domain: [0, 2.5],
      tickFormat: formatRate,
      ticks: width < 520 ? 4 : 10,
    },
    y: {
      label: isOfCredit ? "pay over credit" : "pay over credit, times the rate at target",
      tickFormat: read,
      grid: true,
      ticks: 5,
      zero: true,
    },
    marks: [
      Plot.ruleX([1], { stroke: ink.target, strokeDasharray: "6 4" }),
      Plot.line(line(before), { x: "attainment", y: "rate", stroke: ink.before, strokeWidth: 2.5 }),
      Plot.line(line(after), { x: "attainment", y: "rate", stroke: ink.now, strokeWidth: 2.5 }),
      Plot.tip(line(after), Plot.pointerX({ x: "attainment", y: "rate", title: tip })),
    ],
  });
}
