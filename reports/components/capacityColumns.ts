import { formatMonth, formatRate } from "../src/format.js";
import { capital } from "../src/narrative/initial.js";
import type { CapacityRow, GroupRow, HireRow } from "./capacityRows.js";
import type { Option } from "./choice.js";
import { type Column, count, money, prose, rate, text } from "./column.js";
import type { Money } from "./quarterChart.js";

/** The scenarios, the plan without one first. */
export function scenarioOptions(groups: readonly GroupRow[]): Option[] {
  const names = [...new Set(groups.map(({ scenario }) => scenario))];
  return names.map((value) => ({ value, label: value === "base" ? "None: the plan" : value }));
}

const one = (value: number) => value.toFixed(1);

export function capacityColumns({ currency_digits: digits }: Money): Column<CapacityRow>[] {
  return [
    text<CapacityRow>("Month", (row) => formatMonth(row.period_start)),
    { heading: "Reps", value: (row) => row.headcount, isNumber: true, format: one },
    { heading: "By their ramp", value: (row) => row.ramped, isNumber: true, format: one },
    money("Can book", (row) => row.capacity_cents, digits),
    money("Quota carried", (row) => row.deployed_cents, digits),
    rate("Expected attainment", (row) => row.expected_attainment),
    money("Target", (row) => row.target_cents, digits),
  ];
}

export function groupColumns({ currency_digits: digits }: Money): Column<GroupRow>[] {
  return [
    text<GroupRow>("Level", (row) => row.level),
    text("Name", (row) => row.entity_id),
    count("Reps", (row) => row.count_reps),
    money("Quota", (row) => row.quota_cents, digits),
    money("Its reps carry", (row) => row.carried_cents, digits),
    money("Expected", (row) => row.expected_cents, digits),
    rate("Chance of its quota", (row) => row.odds),
    rate("Reps at quota", (row) => row.share_at_quota),
  ];
}

export function hireColumns({ currency_digits: digits }: Money): Column<HireRow>[] {
  return [
    text<HireRow>("Role", (row) =>
      row.role === "" ? "All reps" : capital(row.role.replaceAll("_", " ")),
    ),
    text("From", (row) => formatMonth(row.period_start)),
    text("Target", (row) => `${formatRate(row.probability)} likely`),
    count("Hires", (row) => row.count_hires),
    money("Each books in the year", (row) => row.expected_cents, digits),
  ];
}

/** A scenario that a rebuild left out, and why. */
export interface IssueRow {
  readonly scenario: string;
  readonly message: string;
}

export const issueColumns: readonly Column<IssueRow>[] = [
  text<IssueRow>("Scenario", (row) => row.scenario),
  prose("Why", (row) => row.message),
];
