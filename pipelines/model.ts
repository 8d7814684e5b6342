import { writeGoals } from "./goals/plan.ts";
import type { Staged } from "./ingest.ts";
import { everyRow, firstCreated, keepFirstCreated, latestRows } from "./latest.ts";
import { runMarts } from "./lineage.ts";
import { writePeriods } from "./periods.ts";
import {
  refuseMissingRates,
  refuseSharedIds,
  refuseUnknownQuotas,
  refuseUnknownStages,
} from "./refuse.ts";
import type { Run } from "./run.ts";
import { writeTerritories } from "./territories/plan.ts";
import { tellVersions } from "./versions.ts";

/** What stages there are and how sources write them: unknown ones stop the rebuild. */
export const stageMarts = ["stage", "stage_alias", "stage_place"];
/** Canonical tables in the order in which they are made; each has one statement of its name. */
const beforePeriods = [
  "currency_rate",
  "roster_row",
  "roster_person",
  "roster_alias",
  "user_placement",
  "crm_user",
  "account_match",
  "record_owner",
  "known_account",
  "rep_match",
  "rep_alias",
  "rep_assignment",
  "rep_stint",
  "known_person",
  "known_place",
  "rep_earnings",
  "account_assignment",
  "territory_assignment",
  "territory_member",
  "rep",
  "team",
  "region",
  "account",
  "account_alias",
  "opportunity_account",
  "merged_opportunity",
  "known_merge",
  "opportunity",
  "territory",
  "removed_opportunity",
  "opportunity_attribute",
  "account_industry",
];
const afterPeriods = [
  "opportunity_version",
  "open_stay",
  "opportunity_line",
  "crm_split",
  "plan_split",
  "opportunity_split",
  "split_row",
  "opportunity_team_member",
  "stage_time",
  "product",
  "contact",
  "campaign",
  "lead",
  "activity",
  "activity_link",
  "crm_quota_span",
  "crm_quota",
  "quota_version",
  "quota",
  "budget",
  "invoice",
  "payment",
  "signed_subscription",
  "subscription",
  "survey_answer",
  "crm_call",
  "crm_call_total",
  "call_scope",
  "plan_call",
  "forecast_call",
  "indicator",
  "unmatched",
  "run",
];

/**
 * Makes the canonical tables from the staging tables.
 *
 * @throws InputErrors for a stage, currency, quota entity or period that nothing explains, for an
 *   opportunity id that two sources use, for goals that aren't SMART, and for plans of territories
 *   that contradict themselves
 */
export async function model(run: Run, staged: Staged): Promise<void> {
  const latest = await latestRows(run, staged);
  const identifiers = { ...everyRow(staged), ...latest, ...firstCreated };
  await runMarts(run, stageMarts, identifiers);
  await refuseUnknownStages(run, staged);
  await tellVersions(run, staged);
  await keepFirstCreated(run, staged);
  await runMarts(run, beforePeriods, identifiers);
  await refuseSharedIds(run);
  await refuseMissingRates(run, staged);
  await writePeriods(run, staged);
  await refuseUnknownQuotas(run, staged);
  await runMarts(run, afterPeriods, identifiers);
  await writeGoals(run);
  await writeTerritories(run);
}
