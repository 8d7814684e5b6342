import type { CompanyMeasures } from "./measure.ts";
import { type Measure, type StageTask, stageTasks } from "./task.ts";

/**
 * What must hold at the largest company; `growth` between the two largest, `megabytes` up to a
 * million opportunities and beyond.
 */
const limits = { ratio: 3, megabytes: [2048, 4096], growth: 1.25, increment: 0.1 } as const;

const columns = ["seconds", "processor s", "peak MB", "rows", "s per million records"];
const widths = [10, 13, 9, 13, 23];

/** A table of what each task took on a company, with the ratios to the bare loads. */
export function formatCompany(company: CompanyMeasures): string {
  const { opportunities, records, measures } = company;
  const title = `${counted(opportunities)} opportunities, ${counted(records)} records`;
  return [
    title,
    `${"".padEnd(15)}${columns.map((name, index) => name.padStart(widths[index] ?? 0)).join("")}`,
    ...stageTasks.map((task) => formatMeasure(measures[task], records)),
    formatRatio(measures, "bare, sniffed"),
    formatRatio(measures, "bare, as text"),
    formatIncrement(company),
    "",
  ].join("\n");
}

function formatMeasure(
  { task, seconds, processorSeconds, peakMegabytes, rows }: Measure,
  records: number,
): string {
  const cells = [
    seconds.toFixed(1),
    processorSeconds.toFixed(1),
    peakMegabytes.toFixed(0),
    counted(rows),
    ((seconds / records) * 1e6).toFixed(2),
  ];
  return `  ${task.padEnd(13)}${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join("")}`;
}

function formatIncrement({ increment: { month, added, whole } }: CompanyMeasures): string {
  const cost = ({ seconds, peakMegabytes }: Measure) =>
    `${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`;
  return `  ingest and versions as of ${month}: the month alone ${cost(added)}; all drops ${cost(whole)}`;
}

type Measures = CompanyMeasures["measures"];

function formatRatio(measures: Measures, bare: StageTask): string {
  const ratio = (of: (measure: Measure) => number) =>
    (loadCost(measures, of) / of(measures[bare])).toFixed(2);
  const bySeconds = ratio(({ seconds }) => seconds);
  const byProcessor = ratio(({ processorSeconds }) => processorSeconds);
  return `  (ingest + model) / (${bare}): ${bySeconds} by seconds, ${byProcessor} by processor seconds`;
}

const loadCost = (measures: Measures, of: (measure: Measure) => number) =>
  of(measures.ingest) + of(measures.model);

/** Whether each target holds, one a line. */
export function formatTargets(companies: readonly CompanyMeasures[]): string {
  const bySize = [...companies].sort((a, b) => a.opportunities - b.opportunities);
  const [largest, next] = [bySize.at(-1), bySize.at(-2)];
  if (!largest) return "";
  const lines = [ratioTarget(largest), ...bySize.map(memoryTarget), incrementTarget(largest)];
  return [...lines, ...(next ? [growthTarget(next, largest)] : [])].join("\n");
}

function ratioTarget({ opportunities, measures }: CompanyMeasures): string {
  const seconds = ({ seconds }: Measure) => seconds;
  const ratio = loadCost(measures, seconds) / measures["bare, sniffed"].seconds;
  const text = `ingest + model take ${ratio.toFixed(2)} times the engine's own load`;
  return target(
    ratio <= limits.ratio,
    `${text} of ${counted(opportunities)} opportunities (limit ${limits.ratio})`,
  );
}

function memoryTarget({ opportunities, measures }: CompanyMeasures): string {
  const stages = Object.values(measures).filter(({ task }) => !task.startsWith("bare"));
  const peak = Math.max(...stages.map(({ peakMegabytes }) => peakMegabytes));
  const limit = limits.megabytes[opportunities > 1_000_000 ? 1 : 0];
  const text = `the most memory of a stage is ${peak.toFixed(0)} MB`;
  return target(
    peak < limit,
    `${text} at ${counted(opportunities)} opportunities (limit ${limit})`,
  );
}

function incrementTarget({ opportunities, increment }: CompanyMeasures): string {
  const share = increment.added.seconds / increment.whole.seconds;
  const text = `a month's drop takes ${share.toFixed(2)} of what all drops take`;
  return target(
    share <= limits.increment,
    `${text} at ${counted(opportunities)} opportunities (limit ${limits.increment})`,
  );
}

/** Processor seconds, since a stage on few rows leaves cores idle. */
function growthTarget(smaller: CompanyMeasures, larger: CompanyMeasures): string {
  const perRecord = ({ measures, records }: CompanyMeasures) =>
    loadCost(measures, ({ processorSeconds }) => processorSeconds) / records;
  const growth = perRecord(larger) / perRecord(smaller);
  const text = `ingest + model cost ${growth.toFixed(2)} times as much a record`;
  return target(
    growth <= limits.growth,
    `${text} at ${counted(larger.opportunities)} as at ${counted(smaller.opportunities)} opportunities (limit ${limits.growth})`,
  );
}

const target = (holds: boolean, text: string) => `${holds ? "holds" : "FAILS"}  ${text}`;
const counted = (count: number) => count.toLocaleString("en-US");
