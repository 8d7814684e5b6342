import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPlural } from "../src/format.js";
import type { OpenDeal } from "./openDealRows.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

interface StageBar {
  readonly stage: string;
  readonly amount: number;
  readonly isLate: boolean;
  readonly label: string;
}

/** Open amount by stage, in the order of the sale; what is stale or overdue stands out. */
export function stageChart(deals: readonly OpenDeal[], money: Money, width: number): Element {
  const scale = 10 ** money.currency_digits;
  const stages = [...new Set(inOrder(deals).map(stageOf))];
  const bars = stages.flatMap((stage) =>
    [false, true].map((isLate): StageBar => {
      const own = deals.filter(
        (deal) =>
          stageOf(deal) === stage && (deal.is_stale === 1 || deal.is_overdue === 1) === isLate,
      );
      const cents = own.reduce((sum, deal) => sum + (deal.bookings_cents ?? 0), 0);
      const label = `${stage}${isLate ? ", stale or overdue" : ""}\n${formatPlural(own.length, "deal")}, ${formatMoney(cents, money.currency_digits)}`;
      return { stage, amount: cents / scale, isLate, label };
    }),
  );
  return drawing(width, {
    height: 46 + 34 * Math.max(stages.length, 1),
    marginLeft: width < 520 ? 140 : 150,
    marginTop: 8,
    marginRight: 24,
    x: { ...moneyAxis(money.currency), ticks: width < 520 ? 3 : 5 },
    y: { domain: stages, label: null },
    marks: [
      Plot.barX(bars, {
        x: "amount",
        y: "stage",
        fill: (bar: StageBar) => (bar.isLate ? ink.target : ink.now),
        title: "label",
        tip: true,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.ruleX([0], { stroke: ink.muted }),
    ],
  });
}

const stageOf = ({ stage }: OpenDeal) => stage ?? "no stage";

const inOrder = (deals: readonly OpenDeal[]) =>
  [...deals].sort(
    (a, b) => (a.position ?? 99) - (b.position ?? 99) || stageOf(a).localeCompare(stageOf(b)),
  );
