import { causeWords } from "../../../src/narrative/change-words.ts";
import type { CausePart, PeriodChanged, WonSince } from "../../../src/narrative/what-changed.ts";
import { changedAnswer } from "../../../src/narrative/what-changed.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { type CutoffRow, changeFiles, sinceOf } from "../change-files.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface PeriodRow {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly label: string;
  readonly is_current: boolean;
}

interface PathRow {
  readonly cutoff: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly label: string;
  readonly mean_cents: number;
}

interface CauseRow extends CausePart {
  readonly entity_type: string;
  readonly label: string;
}

/** What moved the forecasts since earlier days, and the deals behind it. */
export async function whatChanged(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { as_of, currency, currency_digits } = edition;
  const cutoffs = await readReport<CutoffRow>(warehouse, "change_cutoff");
  const periods = await readReport<PeriodRow>(warehouse, "change_period");
  const path = await readReport<PathRow>(warehouse, "change_path");
  const since = sinceOf(cutoffs);
  const first = since.find(({ file }) => file === "week") ?? since[0] ?? null;
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current) ?? periods[0];
  const answer = changedAnswer({
    currency,
    currency_digits,
    since: first && { date: first.cutoff, days: first.days },
    periods: first ? changedSince(first.cutoff, as_of, inOrder(periods, quarter), path) : [],
    parts: await partsOf(warehouse, first, quarter),
    won: await wonSince(warehouse, first, quarter),
  });
  const body = {
    since,
    periods: inOrder(periods, quarter),
    entities: await readReport(warehouse, "change_entity"),
    words: causeWords,
  };
  const files = await changeFiles(warehouse, since, path);
  const page = { name: "what-changed.json", audience: "leadership", content: { body } } as const;
  return { path: "/what-changed", answer, files: [page, ...files] };
}

/** The quarter in progress first, then those to come and the years. */
const inOrder = (periods: readonly PeriodRow[], first: PeriodRow | undefined) => [
  ...periods.filter((row) => row === first),
  ...periods.filter((row) => row !== first),
];

/** Of the company, periods that were forecast on the earlier day. */
function changedSince(
  cutoff: string,
  asOf: string,
  periods: readonly PeriodRow[],
  path: readonly PathRow[],
): PeriodChanged[] {
  const company = path.filter(({ entity_type }) => entity_type === "company");
  const on = (day: string, label: string) =>
    company.find((row) => row.cutoff === day && row.label === label)?.mean_cents;
  return periods.flatMap(({ label }) => {
    const [before_cents, after_cents] = [on(cutoff, label), on(asOf, label)];
    return before_cents === undefined || after_cents === undefined
      ? []
      : [{ label, before_cents, after_cents }];
  });
}

async function partsOf(
  warehouse: Warehouse,
  first: CutoffRow | null,
  quarter: PeriodRow | undefined,
): Promise<CausePart[]> {
  const cutoffs = first ? [first.cutoff] : [];
  const rows = await readReport<CauseRow>(warehouse, "change_cause", { cutoffs });
  return rows.filter((row) => row.entity_type === "company" && row.label === quarter?.label);
}

async function wonSince(
  warehouse: Warehouse,
  first: CutoffRow | null,
  quarter: PeriodRow | undefined,
): Promise<WonSince> {
  const [won] = await readReport<WonSince>(warehouse, "change_booked", {
    cutoff: first?.cutoff ?? null,
    first_date: quarter?.period_start ?? null,
    last_date: quarter?.period_end ?? null,
  });
  if (!won) throw new Error("missing row: change_booked");
  return won;
}
