import { formatChange, formatValue, type Unit } from "../../src/format.js";
import { capacityOf } from "../../src/scenario/diff.js";
import { widestGap } from "../../src/scenario/fairness.js";
import type { Plan } from "../../src/scenario/plan.js";
import type { PlannedGroup } from "../../src/scenario/planned.js";
import { type Column, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import { type Draft, type PlannerState, planName } from "./draft.js";

/** A figure of the whole plan, beside what it is in the plan that it is compared with. */
export interface SummaryRow {
  readonly figure: string;
  readonly before: number;
  readonly now: number;
  readonly unit: Unit;
}

/** What a plan comes to, side by side. */
export function summaryRows({ worked, against }: PlannerState): SummaryRow[] {
  const row = (figure: string, unit: Unit, of: (plan: Plan) => number) => ({
    figure,
    unit,
    before: of(against.plan),
    now: of(worked.plan),
  });
  return [
    row("Target of the company", "money", ({ totals }) => totals.company),
    row("Chance of the target", "ratio", (plan) => companyOf(plan).odds),
    row("Reps", "count", ({ reps }) => reps.length),
    row("Quotas that reps carry", "money", ({ totals }) => totals.rep),
    row("Expected bookings", "money", (plan) => companyOf(plan).expected),
    row("Can book, after attrition", "money", capacityOf),
    row("Odds of a rep whom nothing holds", "ratio", ({ odds }) => odds),
    row("Reps expected at quota", "ratio", ({ shareAtQuota }) => shareAtQuota),
    row("Widest gap in odds between groups", "ratio", ({ fairness }) => widestGap(fairness)),
  ];
}

function companyOf({ groups }: Plan): PlannedGroup {
  const company = groups.find(({ level }) => level === "company");
  if (!company) throw new Error("a plan without its company");
  return company;
}

export function summaryColumns(
  { against, worked }: PlannerState,
  { currency_digits: digits }: Money,
): Column<SummaryRow>[] {
  const column = (heading: string, value: (row: SummaryRow) => number): Column<SummaryRow> => ({
    heading,
    value,
    isNumber: true,
    format: (shown: number, { unit }) => formatValue(shown, unit, digits),
  });
  return [
    text<SummaryRow>("", (row) => row.figure),
    column(planLabel(against.name), ({ before }) => before),
    column(scenarioLabel(worked), ({ now }) => now),
    {
      heading: "Change",
      value: ({ before, now }) => now - before,
      isNumber: true,
      format: (_: number, { before, now, unit }) => changeOf(now, before, unit, digits),
    },
  ];
}

/** What the scenario that is shown is called. */
export const scenarioLabel = ({ name }: Draft): string => name || "Scenario";

/** What a saved scenario or the plan is called. */
export const planLabel = (name: string): string => (name === planName ? "The plan" : name);

/** In the figure's own unit, rates in points. */
const changeOf = (now: number, before: number, unit: Unit, digits: number): string =>
  unit === "ratio" && now !== before
    ? formatChange(now, before, unit)
    : signed(now - before, (size) => formatValue(size, unit, digits));

/** A change with its sign; a dash where there is none. */
export const signed = (change: number, format: (size: number) => string): string =>
  change === 0 ? "–" : `${change > 0 ? "+" : "−"}${format(Math.abs(change))}`;
