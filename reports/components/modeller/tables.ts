import { isCount } from "../../src/compensation/credit/measure.js";
import { leadOf } from "../../src/compensation/modelling/basis.js";
import { chanceOver } from "../../src/compensation/modelling/cost.js";
import { payAt } from "../../src/compensation/modelling/plan-model.js";
import { formatChance, formatRate } from "../../src/format.js";
import { type Column, rate, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import type { Measure, Modelled, Worked } from "./draft.js";
import { inMeasure, told, toldChange } from "./measure.js";

/** Pay at an attainment, before and after; as modelled. */
export interface KeyRow {
  readonly attainment: number;
  readonly before: number;
  readonly after: number;
}

const keyAttainments = [0, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2];

export const keyRows = ({ before, after }: Worked): KeyRow[] =>
  keyAttainments.map((attainment) => ({
    attainment,
    before: payAt(before.model, attainment),
    after: payAt(after.model, attainment),
  }));

export const keyColumns = ({ pay }: Worked, money: Money): Column<KeyRow>[] => [
  rate<KeyRow>("Attainment", (row) => row.attainment),
  ...beforeAndAfter<KeyRow>(pay, money),
];

/** What a component costs a year on average, before and after; null where the plan hasn't it or it can't be told. */
export interface CostRow {
  readonly component: string;
  readonly before: number | null;
  readonly after: number | null;
}

export function costRows({ before, after, untold }: Worked): CostRow[] {
  const names = [...new Set([...before.model.components, ...after.model.components])];
  const of = ({ model, cost }: Modelled, name: string) =>
    untold.some(({ component }) => component === name)
      ? null
      : (cost.components[model.components.indexOf(name)] ?? null);
  return names.map((component) => ({
    component,
    before: of(before, component),
    after: of(after, component),
  }));
}

export const costColumns = ({ cost }: Worked, money: Money): Column<CostRow>[] => [
  text<CostRow>("Component", (row) => row.component),
  ...beforeAndAfter<CostRow>(cost, money),
];

interface Compared {
  readonly before: number | null;
  readonly after: number | null;
}

function beforeAndAfter<Row extends Compared>(measure: Measure, money: Money): Column<Row>[] {
  const { currency_digits: digits } = money;
  const column = (heading: string, value: (row: Row) => number | null): Column<Row> => ({
    heading,
    value,
    isNumber: true,
    format: (cents: number) => told(measure, cents, digits),
    download: (row) => {
      const cents = value(row);
      if (cents === null) return null;
      return inMeasure(measure, cents) / (measure.isMoney ? 10 ** digits : 1);
    },
  });
  const change = (row: Row) => (row.after ?? 0) - (row.before ?? 0);
  return [
    column("Before", (row) => row.before),
    column("After", (row) => row.after),
    { ...column("Change", change), format: (cents: number) => toldChange(measure, cents, digits) },
  ];
}

/** A figure of the whole plan, in words. */
export interface SummaryRow {
  readonly figure: string;
  readonly before: string;
  readonly after: string;
}

export function summaryRows(worked: Worked, { currency_digits: digits }: Money): SummaryRow[] {
  const { before, after, cost, pay, budget, winners } = worked;
  const row = (figure: string, of: (one: Modelled) => string) => ({
    figure,
    before: of(before),
    after: of(after),
  });
  const credited = creditedIn(worked);
  const shares = [winners.gain, winners.lose, winners.same];
  const [gain, lose, same] = shares.map(({ share }) => formatRate(share));
  return [
    row("Cost of a year, on average", (one) => told(cost, one.cost.mean, digits)),
    row("In four years of five", ({ cost: { lower, upper } }) =>
      [lower, upper].map((cents) => told(cost, cents, digits)).join(" to "),
    ),
    ...(budget === null
      ? []
      : [
          row("Chance to cost more than the budget", (one) =>
            formatChance(chanceOver(one.cost, budget / cost.factor)),
          ),
        ]),
    row("Pay of a person on average", (one) =>
      told(pay, one.cost.mean / (worked.years[0]?.length ?? 1), digits),
    ),
    ...(credited
      ? [row("Cost over what is credited", (one) => formatRate(one.cost.mean / credited(one)))]
      : []),
    { figure: "People who gain", before: "", after: gain ?? "" },
    { figure: "People who lose", before: "", after: lose ?? "" },
    { figure: "People who stay within 1 %", before: "", after: same ?? "" },
    ...meanChanges(worked, digits),
  ];
}

const meanChanges = ({ winners: { gain, lose }, pay }: Worked, digits: number): SummaryRow[] =>
  [
    { figure: "Gain of those who gain", change: gain },
    { figure: "Loss of those who lose", change: lose },
  ]
    .filter(({ change }) => change.share > 0)
    .map(({ figure, change }) => ({
      figure,
      before: "",
      after: toldChange(pay, change.mean, digits),
    }));

/** What is credited, where both it and pay are known in money. */
const creditedIn = ({ pay, after, isQuotaKnown }: Worked): ((one: Modelled) => number) | null =>
  pay.isMoney && isQuotaKnown && !isCount(leadOf(after.terms).measure)
    ? ({ cost }) => cost.credited
    : null;

export const summaryColumns: readonly Column<SummaryRow>[] = [
  text<SummaryRow>("", (row) => row.figure),
  { heading: "Before", value: (row) => row.before, isNumber: true },
  { heading: "After", value: (row) => row.after, isNumber: true },
];
