import { performanceAnswer } from "../../../src/narrative/performance.ts";
import { roleHeading, roleLabel } from "../../../src/narrative/role.ts";
import { spreadAnswer } from "../../../src/narrative/spread.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { historyNote } from "../deal-history.ts";
import type { Edition, PageContent } from "../file.ts";
import { type ClosedQuarterRow, quarterFacts, restatedFacts } from "../performance-facts.ts";
import { readMetrics, readReport } from "../reading.ts";
import {
  readGroupMonths,
  readGroupScores,
  readRepScores,
  type ScoreRow,
  scoredMetrics,
  scoreTable,
} from "../scorecard.ts";
import { scoredPeriods } from "../scored-periods.ts";
import { spreadFacts } from "../spread.ts";
import { goalsUnderWay } from "../standing.ts";

interface RepRow {
  readonly rep_id: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly region_id: string;
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
  role_label: roleLabel(role),
  team_id,
  region_id,
});
