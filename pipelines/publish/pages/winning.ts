import { winningAnswer } from "../../../src/narrative/winning.ts";
import { dimensionWords, effortWords, valueLabel } from "../../../src/narrative/winning-words.ts";
import { wilson } from "../../../src/statistics/wilson.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";
import {
  type BoardRow,
  firstBoard,
  firstMeasure,
  type LossRow,
  type StageRow,
  type ValueRow,
  type WinningTables,
  winningFacts,
  type YieldRow,
} from "./winning-facts.ts";
import { type PairRow, pairTable } from "./winning-pairs.ts";

interface LeadRow {
  readonly span: string;
  readonly lead_source: string;
  readonly lead_count: number;
  readonly won_count: number;
}

interface CampaignRow {
  readonly won_count: number;
  readonly cost_cents: number | null;
}

interface RetentionRow {
  readonly dimension: string;
  readonly value: string;
  readonly account_count: number;
  readonly kept_count: number;
  readonly opening_cents: number;
  readonly retained_cents: number;
  readonly closing_cents: number;
}

/** Where deals are won and lost, and what the effort spent there brought. */
export async function winning(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const labelled = await labels(warehouse);
  const yields = labelled(await readReport<YieldRow>(warehouse, "win_yield"));
  const leads = await warehouse.table<LeadRow>("win_lead", ["span", "lead_source"]);
  const campaigns = await warehouse.table<CampaignRow>("win_campaign", [
    "start_date",
    "campaign_id",
  ]);
  const retention = await warehouse.table<RetentionRow>("win_retention", ["dimension", "value"]);
  const tables: WinningTables = {
    boards: await readReport<BoardRow>(warehouse, "win_board"),
    values: labelled(await readReport<ValueRow>(warehouse, "win_value")),
    yields,
    stages: (await readReport<StageRow>(warehouse, "win_stage")).map(namedStage),
    losses: (await readReport<LossRow>(warehouse, "win_loss")).map(labelledLoss),
    absent: await absences(warehouse, { leads, campaigns, retention }),
  };
  const first = firstBoard(tables.boards);
  const body = {
    ...tables,
    first: { span: first?.span ?? "all", scope: first?.scope ?? "all" },
    measures: measuresOf(yields),
    dimensions: dimensionsOf(
      tables.values,
      await warehouse.table<{ dimension: string }>("win_dimension", ["span", "scope", "dimension"]),
    ),
    leads: leads.map(leadRate),
    campaigns: campaigns.map(campaignCost),
    retention: labelled(retention).map((row) => retained(row, edition.min_cell)),
  };
  const pairs = labelledPairs(await readReport<PairRow>(warehouse, "win_pair"), labelled);
  return {
    path: "/winning",
    answer: winningAnswer(winningFacts(tables), edition.min_cell),
    files: [
      { name: "winning.json", audience: "leadership", content: { body } },
      { name: "winning-pairs.arrow", audience: "leadership", content: { table: pairTable(pairs) } },
    ],
  };
}

type Labelled = <Row extends { dimension: string; value: string }>(
  rows: readonly Row[],
) => (Row & { label: string })[];

async function labels(warehouse: Warehouse): Promise<Labelled> {
  const products = await warehouse.table<{ product_id: string; name: string }>("product", [
    "product_id",
  ]);
  const names = new Map(products.map((row) => [row.product_id, row.name]));
  return (rows) =>
    rows.map((row) => ({ ...row, label: valueLabel(row.dimension, row.value, names) }));
}

const notGiven = (value: string) => (value === "unassigned" ? "Not given" : value);
const labelledLoss = (row: LossRow) => ({ ...row, label: notGiven(row.value) });
const namedStage = (row: StageRow) => ({ ...row, stage: notGiven(row.stage) });

function labelledPairs(pairs: readonly PairRow[], labelled: Labelled): PairRow[] {
  return labelled(pairs).map((row) => {
    const [other] = labelled([{ dimension: row.other_dimension, value: row.other_value }]);
    return { ...row, value: row.label, other_value: other?.label ?? row.other_value };
  });
}

/** The measures of effort that are known, in the order in which a reader chooses among them. */
function measuresOf(yields: readonly YieldRow[]) {
  const first = firstMeasure(yields);
  return Object.entries(effortWords)
    .filter(([name]) => yields.some((row) => row.measure === name))
    .map(([measure, [, many]]) => ({ measure, label: many, is_first: measure === first }));
}

function dimensionsOf<Row extends { dimension: string }>(
  values: readonly ValueRow[],
  known: readonly Row[],
) {
  return Object.entries(dimensionWords)
    .filter(([name]) => values.some((row) => row.dimension === name && row.label !== "Not given"))
    .map(([dimension, label]) => ({
      dimension,
      label,
      boards: known.filter((row) => row.dimension === dimension),
    }));
}

function leadRate(row: LeadRow) {
  return {
    ...row,
    label: notGiven(row.lead_source),
    rate: row.won_count / row.lead_count,
    ...wilson(row.won_count, row.lead_count),
  };
}

const campaignCost = <Row extends CampaignRow>(row: Row) => ({
  ...row,
  cost_per_won_cents:
    row.cost_cents === null || row.won_count === 0 ? null : row.cost_cents / row.won_count,
});

/** Retention of accounts; a value with few of them says how many and nothing else. */
function retained<Row extends RetentionRow>(row: Row, minCell: number) {
  if (row.account_count < minCell) {
    const { account_count, ...rest } = row;
    const { dimension, value } = rest;
    return { dimension, value, account_count, status: "too_few" };
  }
  return {
    ...row,
    status: "ok",
    kept_rate: row.kept_count / row.account_count,
    ...wilson(row.kept_count, row.account_count),
    gross_rate: row.retained_cents / row.opening_cents,
    net_rate: row.closing_cents / row.opening_cents,
  };
}

interface ActivityRow {
  readonly activity_count: number;
  readonly unlinked_count: number;
}

/** What isn't there, and the file that would bring it. */
async function absences(
  warehouse: Warehouse,
  known: { leads: readonly object[]; campaigns: readonly object[]; retention: readonly object[] },
): Promise<string[]> {
  const [activity] = await readReport<ActivityRow>(warehouse, "win_activity");
  const has = (rows: readonly object[]) => rows.length > 0;
  return [
    activity && activity.activity_count > 0
      ? undefined
      : "No activities are on file, so effort is the days that deals were open; an export of tasks and events would bring calls, emails and meetings.",
    has(known.retention)
      ? undefined
      : "No subscriptions are on file for these quarters, so nothing is said of retention; finance/subscriptions.csv would bring it.",
    has(known.leads)
      ? undefined
      : "No leads are on file, so nothing is said of how leads become wins.",
    has(known.campaigns)
      ? undefined
      : "No campaigns are on file, so nothing is said of what a win cost.",
  ].filter((text) => text !== undefined);
}
