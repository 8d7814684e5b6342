import { keyOf, type ObjectName } from "../src/crm/objects.ts";
import type { Identifiers } from "../src/warehouse/statement.ts";
import { recordedObjects } from "./ingest/inputs.ts";
import { recordedTable, type Staged } from "./ingest.ts";
import { type Run, sql } from "./run.ts";

/** Objects of which a later drop's row supersedes an earlier one, and a full drop deletes. */
const superseded: readonly ObjectName[] = [
  "account",
  "opportunity",
  "opportunity_account",
  "merged_opportunity",
  "pipeline",
  "pipeline_stage",
  "opportunity_contact",
  "opportunity_line",
  "opportunity_line_link",
  "opportunity_team_member",
  "contact",
  "user_team",
  "territory",
  "activity_header",
  "activity_account",
  "activity_link",
  "campaign",
  "lead",
];

/**
 * Every row of each object's staging tables, under the object's name; of plans and people also every
 * row there ever was, under `recorded_<object>`.
 */
export const everyRow = (staged: Staged): Identifiers => ({
  ...Object.fromEntries(Object.entries(staged).map(([object, union]) => [object, { union }])),
  ...Object.fromEntries(
    recordedObjects.map((object) => [
      `recorded_${object}`,
      { union: staged[object].map(recordedTable) },
    ]),
  ),
});

/**
 * Lays a view of the rows that count now over each staging table of the superseded objects.
 *
 * @returns for each object its views, under `latest_<object>`
 */
export async function latestRows(run: Run, staged: Staged): Promise<Identifiers> {
  const identifiers: Record<string, { union: string[] }> = {};
  for (const object of superseded) {
    const key = keyOf(object);
    const union: string[] = [];
    for (const staging of staged[object]) {
      const latest = `latest_${staging}`;
      await run.warehouse.run(sql("marts/latest", { latest, staging, key }));
      union.push(latest);
    }
    identifiers[`latest_${object}`] = { union };
  }
  return identifiers;
}

/** Objects whose records are created on a day that can't change. */
const created: readonly ObjectName[] = ["account", "lead", "opportunity"];

/** Which of their records are told of with several days of creation, under `first_created_<object>`. */
export const firstCreated: Identifiers = Object.fromEntries(
  created.map((object) => [`first_created_${object}`, `first_created_${object}`]),
);

/** Keeps these records aside, each with the day that was told first. */
export async function keepFirstCreated(run: Run, staged: Staged): Promise<void> {
  for (const object of created) {
    const key = keyOf(object);
    const names = {
      first_created: `first_created_${object}`,
      told: { union: staged[object] },
      key,
    };
    await run.warehouse.run(sql("marts/first_created", names));
  }
}
