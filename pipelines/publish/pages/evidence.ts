import { evidenceAnswer } from "../../../src/narrative/evidence.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface FileRow {
  readonly rows: number;
  readonly rejected_rows: number;
  readonly amount_cents: number | null;
  readonly rejected_amount_cents: number | null;
}

interface CheckRow {
  readonly status: "pass" | "warn" | "refuse";
}

/** What was read, rejected, checked and found, and where every table comes from. */
export async function evidence(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const files = await readReport<FileRow>(warehouse, "source_total");
  const checks = await warehouse.table<CheckRow>("check_result", ["check_name"]);
  const findings = await readReport<{ occurrences: number }>(warehouse, "finding_count");
  const body = {
    feeds: edition.feeds,
    files,
    checks,
    findings,
    rejects: await readReport(warehouse, "reject"),
    lineage: await warehouse.table("lineage", ["table_name"]),
    inputs: await warehouse.table("manifest_input", ["path"]),
    tables: await warehouse.table("manifest_table", ["table_name"]),
    versions: await warehouse.table("manifest_version", ["name"]),
  };
  const answer = evidenceAnswer({
    as_of: edition.as_of,
    files: files.length,
    rows: total(files, "rows") ?? 0,
    rejected_rows: total(files, "rejected_rows") ?? 0,
    amount_cents: total(files, "amount_cents"),
    rejected_amount_cents: total(files, "rejected_amount_cents"),
    checks: countChecks(checks),
    findings: findings.reduce((sum, row) => sum + row.occurrences, 0),
    oldest_feed: oldest(edition),
  });
  const file = { name: "evidence.json", audience: "all", content: { body } } as const;
  return { path: "/data-quality", answer, files: [file] };
}

/** The sum over files that have the figure; null when none has it. */
function total(files: readonly FileRow[], column: keyof FileRow): number | null {
  const values = files.map((file) => file[column]).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function countChecks(checks: readonly CheckRow[]) {
  const count = (status: string) => checks.filter((check) => check.status === status).length;
  return { pass: count("pass"), warn: count("warn"), refuse: count("refuse") };
}

function oldest({ feeds }: Edition) {
  return feeds.reduce<Edition["feeds"][number] | null>(
    (worst, feed) => (worst === null || feed.age_days > worst.age_days ? feed : worst),
    null,
  );
}
