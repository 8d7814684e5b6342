import { worded } from "../../../src/narrative/change.ts";
import { pipelineAnswer } from "../../../src/narrative/pipeline.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent, ReportFile } from "../file.ts";
import {
  type CoverageRow,
  factsOf,
  type OpenRow,
  type ShareRow,
  spansOf,
} from "../pipeline-facts.ts";
import {
  historyFiles,
  readHolding,
  readReach,
  type WindowBars,
  windowBars,
} from "../pipeline-history.ts";
import { type PeriodRow, type Window, windowsOf } from "../pipeline-window.ts";
import { readReport } from "../reading.ts";

/** A window with its waterfalls. */
interface Compared extends WindowBars {
  readonly window: Window;
}

/** Each has a file, whether the data reach back to it or not: pages name their files. */
const windowNames: readonly Window["name"][] = ["quarter", "week", "last-quarter", "year"];

/** Whether there is enough pipeline, what changed it, and how it converts, ages and slips. */
export async function pipeline(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { as_of, currency_digits } = edition;
  const periods = await warehouse.table<PeriodRow>("fiscal_period", ["period", "period_start"]);
  const reach = await readReach(warehouse);
  const holding = await readHolding(warehouse);
  const compared: Compared[] = [];
  for (const window of windowsOf(periods, as_of, reach.first_known)) {
    compared.push({ window, ...(await windowBars(warehouse, window, holding, currency_digits)) });
  }
  const tables = {
    coverage: await readReport<CoverageRow>(warehouse, "pipeline_coverage"),
    stages: await readReport(warehouse, "pipeline_stage"),
    stage_metrics: await readReport(warehouse, "pipeline_stage_kpi"),
    shares: await readReport<ShareRow>(warehouse, "pipeline_share"),
    open: await readReport<OpenRow>(warehouse, "pipeline_open"),
  };
  const quarter = compared.find(({ window }) => window.name === "quarter") ?? null;
  const facts = await factsOf(warehouse, edition, { ...tables, reach, quarter });
  const body = {
    ...tables,
    reach,
    windows: compared.map(({ window }) => window),
    periods: spansOf(periods, reach.first_date),
    words: worded,
    entities: await readReport(warehouse, "pipeline_entity"),
  };
  return {
    path: "/pipeline",
    answer: pipelineAnswer(facts),
    files: [
      { name: "pipeline.json", audience: "leadership", content: { body } },
      ...windowNames.map((name) => waterfallFile(name, compared)),
      ...(await historyFiles(warehouse, reach, as_of, holding)),
    ],
  };
}

function waterfallFile(name: Window["name"], compared: readonly Compared[]): ReportFile {
  const found = compared.find(({ window }) => window.name === name);
  const body = { bars: found?.bars ?? [], bars_then: found?.bars_then ?? [] };
  return { name: `waterfall-${name}.json`, audience: "leadership", content: { body } };
}
