import { keyOf, type ObjectName } from "../src/crm/objects.ts";
import { RefusedError } from "../src/errors.ts";
import { findingWords } from "../src/narrative/findings.ts";
import { checkKinds } from "../src/workspace/checks.ts";
import { findEmptyPlans } from "./compensation/empty-plans.ts";
import { type UnusedPlan, unusedPlans } from "./compensation/plans.ts";
import type { Staged } from "./ingest.ts";
import { everyRow, firstCreated } from "./latest.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** The checks that have one statement of their own; the others are noted where they are seen. */
export const checkFiles = [
  "duplicate_quota",
  "older_state_kept",
  "unknown_owner",
  "off_roster_owner",
  "unparsable_value",
  "unparsable_duration",
  "reversed_dates",
  "negative_amount",
  "negative_quota",
  "won_without_amount",
  "missing_close_date",
  "implausible_date",
  "closed_in_future",
  "lines_differ",
  "unlinked_line",
  "split_sum",
  "unknown_split_deal",
  "unknown_split_person",
  "rate_before_first",
  "zero_target",
  "quota_differs",
  "unplaced_quota",
  "unplaced_call",
  "past_close_date",
  "stage_blanks",
  "category_contradicts",
  "unknown_account",
  "unknown_deal_type",
  "contradiction",
  "changed_plan_row",
  "ambiguous_match",
  "unmatched",
  "shared_email",
  "manager_cycle",
  "empty_team",
  "empty_territory_team",
  "repeated_drop",
  "backward_drop",
  "goal_after_parent",
  "goal_other_metric",
  "expired_holdout",
  "vacant_territory",
  "rep_without_territory",
  "unknown_territory_person",
  "left_territory_person",
  "unknown_territory_account",
  "idle_territory_exception",
  "unmet_territory_condition",
  "territory_conflict",
  "territory_orphan",
] as const;

/** Objects whose records have an id of their own. */
const identified: readonly ObjectName[] = [
  "account",
  "opportunity",
  "opportunity_line",
  "opportunity_split",
  "opportunity_team_member",
  "contact",
  "activity",
  "campaign",
  "lead",
  "invoice",
  "payment",
  "subscription",
];

/** A row of `check_result`. */
export interface CheckResult {
  readonly check_name: string;
  readonly description: string;
  readonly severity: "note" | "warn" | "refuse";
  readonly count_failed: number;
  readonly limit_value: number | null;
  readonly measured: number | null;
  readonly status: "pass" | "note" | "warn" | "refuse";
  /** File and words of the first of its findings; null where a share or an age is measured. */
  readonly example: string | null;
}

/**
 * Runs every data check and writes `contradiction`, `finding`, `source_file`, `feed`,
 * `opportunity_control` and `check_result`.
 *
 * @throws InputErrors for compensation plans that can't be read
 */
export async function check(run: Run, staged: Staged): Promise<CheckResult[]> {
  const { warehouse, progress } = run;
  const identifiers = { ...everyRow(staged), ...firstCreated };
  await runMarts(run, ["contradiction"], identifiers);
  await findDuplicates(run, staged);
  await warehouse.append("finding", unusedPlans(run.workspace, run.asOf).map(unusedPlan));
  for (const name of checkFiles) await warehouse.run(sql(`checks/${name}`, identifiers));
  await findEmptyPlans(run);
  await noteLineage(run, "finding", "pipelines/sql/checks/", [
    "contradiction",
    "currency_rate",
    "goal",
    "opportunity",
    "quota",
    "rep",
    "rep_assignment",
    "rep_stint",
    "territory_issue",
  ]);
  await warehouse.run(sql("tables/check_kind"));
  await warehouse.append("check_kind", checkKinds);
  await runMarts(run, ["source_file", "feed", "opportunity_control"], identifiers);
  await warehouse.run(sql("checks/check_result"));
  const reads = ["check_kind", "feed", "finding", "opportunity_control", "source_file"];
  await noteLineage(run, "check_result", "pipelines/sql/checks/check_result.sql", reads);
  const results = await warehouse.table<CheckResult>("check_result", ["check_name"]);
  const odd = results.reduce((sum, { count_failed }) => sum + count_failed, 0);
  progress.step(`${results.length} checks`, odd);
  return results;
}

async function findDuplicates({ warehouse }: Run, staged: Staged): Promise<void> {
  for (const object of identified) {
    const identifiers = { rows: { union: staged[object] }, key: keyOf(object) };
    await warehouse.run(sql("checks/duplicate_id", identifiers), { object });
  }
}

const unusedPlan = ({ file, detail }: UnusedPlan) => ({
  finding: "unused_plan",
  severity: "note",
  object: "file",
  entity_id: file,
  detail,
});

/** @throws RefusedError naming each check that forbids to publish, what it found and its limit */
export function refuseFailures(results: readonly CheckResult[]): void {
  const failures = results.filter(({ status }) => status === "refuse");
  if (failures.length === 0) return;
  throw new RefusedError(failures.map(failureText));
}

function failureText({ check_name, description, measured, limit_value, example }: CheckResult) {
  if (example === null) {
    return `${check_name}: ${description.toLowerCase()} is ${measured}, limit ${limit_value}`;
  }
  return `${check_name}: ${example}\n    ${findingWords[check_name]?.remedy ?? ""}`;
}

const marks = { pass: "ok  ", note: "note", warn: "warn", refuse: "STOP" } as const;

/** The results as lines of text, one a check. */
export function formatChecks(results: readonly CheckResult[]): string {
  return results
    .map(
      ({ status, description, count_failed }) =>
        `${marks[status]}  ${description}: ${count_failed}`,
    )
    .join("\n");
}
