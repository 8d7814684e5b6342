import * as Plot from "npm:@observablehq/plot";
import type { ChangeBand } from "../../src/compensation/modelling/winners.js";
import { formatRate } from "../../src/format.js";
import { drawing, ink, moneyTick, pale } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { Worked } from "./draft.js";
import { measureLabel, onAxis, toldChange } from "./measure.js";

/** What changes for people at an attainment; the more people a bar is about, the fuller its colour. */
export function winnerChart({ winners, pay }: Worked, money: Money, width: number): Element {
  const often = Math.max(...winners.bands.map(({ share }) => share)) || 1;
  const tip = ({ from, to, share, change }: ChangeBand) =>
    `${formatRate(from)} to ${formatRate(to)} of quota\n${formatRate(share)} of people\n${toldChange(pay, change, money.currency_digits)} a year on average`;
  const colour = ({ change, share }: ChangeBand) =>
    pale(change >= 0 ? ink.now : ink.target, 0.3 + (0.7 * share) / often);
  return drawing(width, {
    marginRight: 20,
    marginBottom: 44,
    x: {
      label: "attainment",
      domain: [0, 2.5],
      tickFormat: formatRate,
      ticks: width < 520 ? 4 : 10,
    },
    y: {
      label: measureLabel(pay, "change of a year’s pay", money),
      tickFormat: pay.isMoney ? moneyTick : formatRate,
      grid: true,
      ticks: 5,
      zero: true,
    },
    marks: [
      Plot.rectY(
        winners.bands.filter(({ share }) => share > 0),
        {
          x1: "from",
          x2: "to",
          y: ({ change }: ChangeBand) => onAxis(pay, change, money),
          fill: colour,
          insetLeft: 1,
          insetRight: 1,
          title: tip,
          tip: true,
        },
      ),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.ruleX([1], { stroke: ink.target, strokeDasharray: "6 4" }),
    ],
  });
}
