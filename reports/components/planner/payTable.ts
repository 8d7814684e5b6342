import { formatMoney } from "../../src/format.js";
import type { PayOf } from "../../src/scenario/pay/cost.js";
import { type Column, money as moneyColumn, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import { table } from "../table.js";
import type { PlannerState } from "./draft.js";
import type { PayReply } from "./payMessages.js";
import { planLabel, scenarioLabel, signed } from "./summary.js";

interface PayRow {
  readonly level: string;
  readonly name: string;
  readonly people: number;
  readonly before: number | null;
  readonly now: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a year costs in pay, beside what it is compared with. */
export function payTable(
  { now, against }: Exclude<PayReply, { readonly wrong: string }>,
  { against: other, worked }: PlannerState,
  money: Money,
): HTMLElement {
  return table(
    rowsOf(now, against),
    columnsOf([planLabel(other.name), scenarioLabel(worked)], money),
    {
      title: "What the year costs in variable pay",
      unit: ["level", "levels"],
      filename: "cost-of-pay",
    },
  );
}

function rowsOf(now: readonly PayOf[], against: readonly PayOf[]): PayRow[] {
  const keyOf = ({ level, id }: PayOf) => `${level} ${id}`;
  const before = new Map(against.map((row) => [keyOf(row), row.expected]));
  return now
    .filter(({ level }) => level !== "rep")
    .map((row) => ({
      level: row.level,
      name: row.id === "unassigned" ? `no ${row.level}` : row.id,
      people: row.people,
      before: before.get(keyOf(row)) ?? null,
      now: row.expected,
      lower: row.lower,
      upper: row.upper,
    }));
}

function columnsOf(
  [before, now]: readonly [string, string],
  { currency_digits: digits }: Money,
): Column<PayRow>[] {
  return [
    text<PayRow>("", ({ name }) => name),
    text("Level", ({ level }) => level),
    { heading: "People", value: ({ people }) => people, isNumber: true },
    moneyColumn(before, (row) => row.before, digits),
    moneyColumn(now, (row) => row.now, digits),
    {
      heading: "Change",
      value: (row) => (row.now ?? 0) - (row.before ?? 0),
      isNumber: true,
      format: (change: number) => signed(change, (size) => formatMoney(size, digits)),
    },
    moneyColumn("Lower, 80 %", ({ lower }) => lower, digits),
    moneyColumn("Upper, 80 %", ({ upper }) => upper, digits),
  ];
}
