import { evidenceAnswer, type RejectedAmount } from "../../../src/narrative/evidence.ts";
import { hygieneSentence } from "../../../src/narrative/hygiene.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { type FindingKind, qualityFiles, readQuality } from "../quality.ts";
import { readReport } from "../reading.ts";

interface FileRow {
  readonly rows: number;
  readonly rejected_rows: number;
  readonly object: string;
  readonly amount_minor: number | null;
  readonly rejected_amount_minor: number | null;
}

interface CheckRow {
  readonly status: "pass" | "note" | "warn" | "refuse";
}

/** What was read, rejected, checked and found, and where every table comes from. */
export async function evidence(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const files = await readReport<FileRow>(warehouse, "source_total");
  const checks = worstFirst(await warehouse.table<CheckRow>("check_result", ["check_name"]));
  const quality = await readQuality(warehouse);
  const body = {
    feeds: edition.feeds,
    files,
    checks,
    matches: await readReport(warehouse, "match_total"),
    unmatched: await readReport(warehouse, "unmatched_record"),
    rejects: await readReport(warehouse, "reject"),
    lineage: await warehouse.table("lineage", ["table_name"]),
    inputs: await warehouse.table("manifest_input", ["path"]),
    tables: await warehouse.table("manifest_table", ["table_name"]),
    versions: await warehouse.table("manifest_version", ["name"]),
  };
  const answer = evidenceAnswer({
    as_of: edition.as_of,
    files: files.length,
    rows: sum(files.map((file) => file.rows)),
    rejected_rows: sum(files.map((file) => file.rejected_rows)),
    deals: await rejectedAmount(warehouse, files),
    checks: countChecks(checks),
    warnings: countFindings(quality.kinds, "warn"),
    notes: countFindings(quality.kinds, "note"),
    contradictions: quality.contradictions[0]?.total ?? 0,
    hygiene: hygieneSentence(quality.reps, edition),
    oldest_feed: oldest(edition),
  });
  const file = { name: "evidence.json", audience: "all", content: { body } } as const;
  const others = await qualityFiles(warehouse, quality);
  return { path: "/data-quality", answer, files: [file, ...others] };
}

/** What was rejected of opportunity amount; null when no opportunity file was read. */
async function rejectedAmount(
  warehouse: Warehouse,
  files: readonly FileRow[],
): Promise<RejectedAmount | null> {
  const deals = files.filter((file) => file.object === "opportunity");
  const [rejected] = await readReport<Pick<RejectedAmount, "count_rejected" | "count_unknown">>(
    warehouse,
    "rejected_deal",
  );
  if (deals.length === 0 || !rejected) return null;
  return {
    ...rejected,
    amount_minor: sumKnown(deals.map((file) => file.amount_minor)),
    rejected_amount_minor: sumKnown(deals.map((file) => file.rejected_amount_minor)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The sum of the values that there are; null when there is none. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}

const countFindings = (kinds: readonly FindingKind[], severity: FindingKind["severity"]) =>
  sum(kinds.filter((kind) => kind.severity === severity).map((kind) => kind.occurrences));

function worstFirst(checks: readonly CheckRow[]): CheckRow[] {
  const order = ["refuse", "warn", "note", "pass"];
  return checks.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

function countChecks(checks: readonly CheckRow[]) {
  const count = (status: string) => checks.filter((check) => check.status === status).length;
  return { pass: count("pass"), note: count("note"), warn: count("warn"), refuse: count("refuse") };
}

function oldest({ feeds }: Edition) {
  return feeds.reduce<Edition["feeds"][number] | null>(
    (worst, feed) => (worst === null || feed.age_days > worst.age_days ? feed : worst),
    null,
  );
}
