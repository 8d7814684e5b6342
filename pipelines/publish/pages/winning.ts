import { winningAnswer } from "../../../src/narrative/winning.ts";
import { dimensionWords, effortWords, valueLabel } from "../../../src/narrative/winning-words.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { historyNote } from "../deal-history.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";
import { firstBoard, firstMeasure, winningFacts } from "./winning-facts.ts";
import { type PairRow, pairTable } from "./winning-pairs.ts";
import type {
  BoardRow,
  LossRow,
  StageRow,
  ValueRow,
  WinningTables,
  YieldRow,
} from "./winning-rows.ts";
import {
  absences,
  type CampaignRow,
  campaignCost,
  type LeadRow,
  leadRate,
  type RetentionRow,
  retained,
} from "./winning-sources.ts";

/** Where deals are won and lost, and what the effort spent there brought. */
export async function winning(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const labelled = await labels(warehouse);
  const { tables, leads, campaigns, retention } = await readWinning(warehouse, labelled);
  const first = firstBoard(tables.boards, edition.min_cell);
  const body = {
    ...tables,
    first: { span: first?.span ?? "all", scope: first?.scope ?? "all" },
    measures: measuresOf(tables.yields),
    dimensions: dimensionsOf(
      tables.values,
      await warehouse.table<{ dimension: string }>("win_dimension", ["span", "scope", "dimension"]),
    ),
    leads: leads.map((row) => leadRate(row, notGiven(row.lead_source))),
    campaigns: campaigns.map(campaignCost),
    curves: await readReport(warehouse, "win_curve", { min_cell: edition.min_cell }),
    retention: labelled(retention).map((row) => retained(row, edition.min_cell)),
  };
  const pairs = labelledPairs(await readReport<PairRow>(warehouse, "win_pair"), labelled);
  const answer = winningAnswer(winningFacts(tables, edition.min_cell), edition.min_cell);
  const history = await historyNote(warehouse);
  return {
    path: "/winning",
    answer: { ...answer, aside: [answer.aside, history].filter(Boolean).join(" ") },
    files: [
      { name: "winning.json", audience: "leadership", content: { body } },
      { name: "winning-pairs.arrow", audience: "leadership", content: { table: pairTable(pairs) } },
    ],
  };
}

/** The boards' tables, and beside them leads by source, campaigns and what accounts kept. */
async function readWinning(warehouse: Warehouse, labelled: Labelled) {
  const leads = await warehouse.table<LeadRow>("win_lead", ["span", "lead_source"]);
  const campaigns = await warehouse.table<CampaignRow>("win_campaign", [
    "start_date",
    "campaign_id",
  ]);
  const retention = await warehouse.table<RetentionRow>("win_retention", ["dimension", "value"]);
  const tables: WinningTables = {
    boards: await readReport<BoardRow>(warehouse, "win_board"),
    values: labelled(await readReport<ValueRow>(warehouse, "win_value")),
    yields: labelled(await readReport<YieldRow>(warehouse, "win_yield")),
    stages: (await readReport<StageRow>(warehouse, "win_stage")).map(namedStage),
    losses: (await readReport<LossRow>(warehouse, "win_loss")).map(labelledLoss),
    absent: await absences(warehouse, { leads, campaigns, retention }),
  };
  return { tables, leads, campaigns, retention };
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
