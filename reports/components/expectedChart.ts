import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod, formatPlural } from "../src/format.js";
import { expectedTotals } from "../src/opportunity/expected.js";
import type { DealQuarter } from "./dealChoices.js";
import { type KeyEntry, key } from "./key.js";
import type { DealWorth } from "./openDealRows.js";
import { drawing, ink, moneyAxis, pale } from "./plotting.js";
import type { Money } from "./quarterChart.js";

interface Part {
  readonly stage: string;
  readonly part: string;
  readonly amount: number;
  readonly label: string;
}

const inks = [ink.now, pale(ink.now, 0.6), pale(ink.now, 0.3), ink.faint];

/** What is expected and when, and what isn't. */
const partNames = (quarters: readonly DealQuarter[]) => [
  ...[0, 1].map((index) => {
    const quarter = quarters[index];
    return quarter ? formatPeriod(quarter.label) : index === 0 ? "this quarter" : "the next";
  }),
  "later",
  "not expected",
];

export const expectedKey = (quarters: readonly DealQuarter[]): HTMLElement =>
  key(
    ...partNames(quarters).map((name, index): KeyEntry => {
      const meaning =
        index < 3 ? `expected ${index < 2 ? "in " : ""}${name}` : "not expected to be won";
      return [inks[index] ?? ink.faint, meaning];
    }),
  );

/** By stage what deals would bring if all were won, split by what is expected and when. */
export function expectedChart(
  deals: readonly DealWorth[],
  quarters: readonly DealQuarter[],
  money: Money,
  width: number,
): Element {
  const stages = [...new Set(inOrder(deals).map(stageOf))];
  const names = partNames(quarters);
  const bars = stages.flatMap((stage) => partsOf(stage, deals, names, money));
  return drawing(width, {
    height: 60 + 38 * Math.max(stages.length, 1),
    marginLeft: width < 520 ? 140 : 170,
    marginTop: 8,
    marginRight: 24,
    x: { ...moneyAxis(money.currency), ticks: width < 520 ? 3 : 6 },
    y: { domain: stages, label: null, tickSize: 0 },
    color: { domain: names, range: inks },
    marks: [
      Plot.barX(bars, {
        x: "amount",
        y: "stage",
        fill: "part",
        order: names,
        title: "label",
        tip: true,
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.ruleX([0], { stroke: ink.muted }),
    ],
  });
}

function partsOf(
  stage: string,
  deals: readonly DealWorth[],
  names: readonly string[],
  { currency_digits: digits }: Money,
): Part[] {
  const own = deals.filter((deal) => stageOf(deal) === stage);
  const totals = expectedTotals(own);
  const { if_won_cents: ifWon, expected_cents: expected } = totals;
  const [now, next] = [totals.expected_in_quarter_cents, totals.expected_next_quarter_cents];
  const cents = [now, next, Math.max(0, expected - now - next), ifWon - expected];
  const heading = `${stage}\n${formatPlural(own.length, "deal")}, ${formatMoney(ifWon, digits)} if all are won`;
  return cents.map((part, index) => ({
    stage,
    part: names[index] ?? "",
    amount: part / 10 ** digits,
    label: `${heading}\n${names[index]}: ${formatMoney(part, digits)}`,
  }));
}

const stageOf = ({ stage }: DealWorth) => stage ?? "no stage";

const inOrder = (deals: readonly DealWorth[]) =>
  [...deals].sort(
    (a, b) => (a.position ?? 99) - (b.position ?? 99) || stageOf(a).localeCompare(stageOf(b)),
  );
