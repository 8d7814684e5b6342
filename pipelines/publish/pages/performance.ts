import type { ComparedKpi } from "../../../src/narrative/judged.ts";
import { performanceAnswer } from "../../../src/narrative/performance.ts";
import { roleHeading, roleWords } from "../../../src/narrative/role.ts";
import { spreadAnswer } from "../../../src/narrative/spread.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { historyNote } from "../deal-history.ts";
import type { Edition, PageContent } from "../file.ts";
import { readMetrics, readReport } from "../reading.ts";
import {
  readGroupMonths,
  readGroupScores,
  readRepScores,
  type ScoreRow,
  scoredMetrics,
  scoreTable,
} from "../scorecard.ts";
import { spreadFacts } from "../spread.ts";
import { goalsUnderWay } from "../standing.ts";

interface PeriodRow {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly is_current: boolean;
}

interface RepRow {
  readonly rep_id: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly region_id: string;
}

interface ClosedQuarterRow {
  readonly entity_type: string;
  readonly period_start: string;
  readonly difference_cents: number;
  readonly is_changed: boolean;
}

/** Every KPI of the company, a region, a team or a rep; its parts; and what closed quarters became. */
export async function performance(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const groupScores = await readGroupScores(warehouse);
  const groupMonths = await readGroupMonths(warehouse);
  const metrics = await readMetrics(warehouse);
  const scored = scoredMetrics(metrics, groupScores);
  const reps = await warehouse.table<RepRow>("rep", ["rep_id"]);
  const periods = await scoredPeriods(warehouse, [...groupMonths, ...groupScores]);
  const spread = await spreadFacts(warehouse, edition, reps);
  const closed = await closedQuarters(warehouse);
  const { sentence, aside = "" } = spreadAnswer(spread);
  const history = await historyNote(warehouse);
  const body = {
    metrics: scored,
    periods,
    entities: await readReport(warehouse, "scored_entity"),
    roles: spread.roles.map((role) => ({ role, label: roleHeading(role) })),
    reps: reps.map(published),
    goals: await goalsUnderWay(warehouse, metrics),
    closed,
    history,
    min_cell: edition.min_cell,
  };
  const answer = performanceAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    ...quarterFacts(groupScores, scored, periods),
    restated: restatedFacts(closed),
    spread: sentence,
    history,
  });
  const files = [
    { name: "performance.json", audience: "leadership", content: { body } } as const,
    arrow("group-scores", groupScores),
    arrow("group-months", groupMonths),
    arrow("rep-scores", await readRepScores(warehouse)),
  ];
  return { path: "/performance", answer: { ...answer, aside }, files };
}

/** What closed quarters were and are, and the deals that make the difference. */
const closedQuarters = async (warehouse: Warehouse) => ({
  quarters: await readReport<ClosedQuarterRow>(warehouse, "closed_quarter"),
  deals: await readReport<{ period_start: string }>(warehouse, "closed_deal"),
});

const arrow = (name: string, rows: readonly ScoreRow[]) =>
  ({
    name: `${name}.arrow`,
    audience: "leadership",
    content: { table: scoreTable(rows) },
  }) as const;

/** Named one by one: a rep's pay and address never leave the warehouse. */
const published = ({ rep_id, role, team_id, region_id }: RepRow) => ({
  rep_id,
  role,
  role_label: role === null ? "" : roleWords(role)[0].replace(/^./, (c) => c.toUpperCase()),
  team_id,
  region_id,
});

/** The fiscal periods that have a cell, in order. */
export async function scoredPeriods(
  warehouse: Warehouse,
  rows: readonly ScoreRow[],
): Promise<PeriodRow[]> {
  const found = new Set(rows.map((row) => `${row.period} ${row.period_start}`));
  const periods = await readReport<PeriodRow>(warehouse, "scored_period");
  return periods.filter((row) => found.has(`${row.period} ${row.period_start}`));
}

type Scored = ReturnType<typeof scoredMetrics>;

/** The company's quarter in progress beside the same quarter a year before, at the same day. */
function quarterFacts(rows: readonly ScoreRow[], metrics: Scored, periods: readonly PeriodRow[]) {
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current);
  const cells = rows.filter(
    (row) =>
      row.entity_type === "company" &&
      row.period === "quarter" &&
      row.period_start === quarter?.period_start &&
      row.breakdown === null,
  );
  const cellOf = (metric: string) => cells.find((cell) => cell.metric === metric);
  const compared = metrics.flatMap(({ metric, label, unit, better, is_share }): ComparedKpi[] => {
    const cell = cellOf(metric);
    if (!cell || cell.value === null || cell.year_before === null) return [];
    const { value, n, year_before: before, year_before_n } = cell;
    const cases = is_share && year_before_n !== null ? { now: n, before: year_before_n } : null;
    return [{ metric, label, unit, better, value, before, cases }];
  });
  return {
    label: quarter?.label ?? null,
    is_over: quarter?.is_complete ?? false,
    bookings_cents: cellOf("bookings")?.value ?? null,
    attainment: cellOf("quota_attainment")?.value ?? null,
    compared,
  };
}

function restatedFacts(closed: {
  readonly quarters: readonly ClosedQuarterRow[];
  readonly deals: readonly object[];
}) {
  const quarters = closed.quarters.filter((row) => row.entity_type === "company");
  return {
    quarters: quarters.length,
    changed: quarters.filter((row) => row.is_changed).length,
    deals: closed.deals.length,
    difference_cents: quarters.reduce((sum, row) => sum + row.difference_cents, 0),
  };
}
