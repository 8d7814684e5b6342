import { capacityAnswer } from "../../../src/narrative/capacity.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface MonthRow {
  readonly scenario: string;
  readonly headcount: number;
  readonly ramped: number;
  readonly capacity_cents: number;
  readonly deployed_cents: number;
  readonly target_cents: number;
}

interface GroupRow {
  readonly scenario: string;
  readonly level: string;
  readonly odds: number;
}

interface HireRow {
  readonly role: string;
  readonly period_start: string;
  readonly probability: number;
  readonly count_hires: number | null;
}

/** Who is there in the planned year, what they can book, and the hires that the target needs. */
export async function capacity(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const months = await readReport<MonthRow>(warehouse, "capacity_month");
  const groups = await readReport<GroupRow>(warehouse, "capacity_group");
  const hires = await readReport<HireRow>(warehouse, "capacity_hire");
  const [target] = await readReport<{ readonly label: string }>(warehouse, "quota_target");
  const own = months.filter(({ scenario }) => scenario === "base");
  const company = groups.find(({ scenario, level }) => scenario === "base" && level === "company");
  const sum = (of: (row: MonthRow) => number) => own.reduce((total, row) => total + of(row), 0);
  const answer = capacityAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    label: target?.label ?? null,
    headcount: own.at(-1)?.headcount ?? 0,
    ramped: own[0]?.ramped ?? 0,
    capacity_cents: sum((row) => row.capacity_cents),
    deployed_cents: sum((row) => row.deployed_cents),
    target_cents: sum((row) => row.target_cents),
    odds: company?.odds ?? null,
    hires: hires.filter(({ period_start }) => period_start === hires[0]?.period_start),
  });
  const issues = await readReport(warehouse, "scenario_issue");
  const body = { months, groups, hires, issues };
  const file = { name: "capacity.json", audience: "leadership", content: { body } } as const;
  return { path: "/capacity", answer, files: [file] };
}
