import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Edition, PageContent, ReportFile } from "./file.ts";
import { accounting } from "./pages/accounting.ts";
import { capacity } from "./pages/capacity.ts";
import { compensation } from "./pages/compensation.ts";
import { deals } from "./pages/deals.ts";
import { evidence } from "./pages/evidence.ts";
import { forecastAccuracy } from "./pages/forecast-accuracy.ts";
import { goals } from "./pages/goals.ts";
import { methods } from "./pages/methods.ts";
import { modeller } from "./pages/modeller.ts";
import { outlook } from "./pages/outlook.ts";
import { overview } from "./pages/overview.ts";
import { performance } from "./pages/performance.ts";
import { pipeline } from "./pages/pipeline.ts";
import { planner } from "./pages/planner.ts";
import { quotas } from "./pages/quotas.ts";
import { rep } from "./pages/rep.ts";
import { spifs } from "./pages/spifs.ts";
import { team } from "./pages/team.ts";
import { territories } from "./pages/territories.ts";
import { whatChanged } from "./pages/what-changed.ts";
import { winning } from "./pages/winning.ts";
import { readEdition, readMetrics } from "./reading.ts";
import { wordedMetrics } from "./wording.ts";

/** A page's content by its place in the navigation. */
const pages: readonly ((warehouse: Warehouse, edition: Edition) => Promise<PageContent>)[] = [
  overview,
  outlook,
  whatChanged,
  forecastAccuracy,
  pipeline,
  deals,
  performance,
  winning,
  rep,
  team,
  quotas,
  planner,
  territories,
  capacity,
  compensation,
  spifs,
  accounting,
  modeller,
  goals,
  evidence,
  methods,
];

/** Reads all that pages show: their data, and `answers.json`, which the pages' HTML is made of. */
export async function reportFiles(warehouse: Warehouse): Promise<ReportFile[]> {
  const edition = await readEdition(warehouse);
  const contents: PageContent[] = [];
  for (const page of pages) contents.push(await page(warehouse, edition));
  const answers = Object.fromEntries(contents.map(({ path, answer }) => [path, answer]));
  const metrics = wordedMetrics(await readMetrics(warehouse));
  const body = { edition, answers, metrics };
  return [
    { name: "answers.json", audience: "leadership", content: { body } },
    { name: "edition.json", audience: "all", content: { body: readersEdition(edition) } },
    ...contents.flatMap((content) => content.files),
  ];
}

/** What every chart and table needs to know: the money it shows and the date it is of. */
function readersEdition({ company, as_of, currency, currency_digits, min_cell }: Edition) {
  return { company, as_of, currency, currency_digits, min_cell };
}
