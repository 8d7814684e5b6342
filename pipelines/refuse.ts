import { InputError, InputErrors, nearest } from "../src/errors.ts";
import type { Staged } from "./ingest.ts";
import { everyRow } from "./latest.ts";
import { recordedPeople } from "./recorded-people.ts";
import { type Run, sql } from "./run.ts";

interface StagePlace {
  readonly source: string;
  readonly stage: string;
  readonly path: string;
  readonly line: number;
}

/** @throws InputErrors for each stage of an export that the company file doesn't name */
export async function refuseUnknownStages(
  { warehouse, workspace }: Run,
  staged: Staged,
): Promise<void> {
  const statement = sql("checks/unknown_stage", { opportunity: { union: staged.opportunity } });
  const unknown = await warehouse.all<StagePlace>(statement);
  if (unknown.length === 0) return;
  throw new InputErrors(
    unknown.map(({ source, stage, path, line }) => {
      const known = workspace.company.sources[source]?.stages ?? [];
      const near = nearest(
        stage,
        known.map((rule) => rule.stage),
      );
      const meant = near ? ` (did you mean "${near}"?)` : "";
      return new InputError(`unknown stage: "${stage}"`, {
        file: path,
        line,
        column: "stage",
        remedy: `Add it under stages in company.yaml with its status${meant}.`,
      });
    }),
  );
}

/** @throws InputErrors for each currency in use that has no rate by the as-of */
export async function refuseMissingRates({ warehouse }: Run, staged: Staged): Promise<void> {
  const statement = sql("checks/no_rate", everyRow(staged));
  const missing = await warehouse.all<{ currency: string; path: string; line: number }>(statement);
  if (missing.length === 0) return;
  throw new InputErrors(
    missing.map(
      ({ currency, path, line }) =>
        new InputError(`missing rate: ${currency}`, {
          file: path,
          line,
          remedy: `Add a row for ${currency} to plans/rates.csv, dated on or before the as-of.`,
        }),
    ),
  );
}

interface SharedId {
  readonly opportunity_id: string;
  readonly first_source: string;
  readonly second_source: string;
  readonly path: string;
  readonly line: number;
}

/**
 * Two sources that number their deals alike: lines, splits, quotas and invoices name a deal by its
 * id alone, and would find both.
 *
 * @throws InputError naming the first such id and how many there are
 */
export async function refuseSharedIds({ warehouse }: Run): Promise<void> {
  const shared = await warehouse.all<SharedId>(sql("checks/shared_opportunity_id"));
  const [first] = shared;
  if (!first) return;
  const { opportunity_id, first_source, second_source, path, line } = first;
  const more = shared.length > 1 ? ` So do ${shared.length - 1} more.` : "";
  throw new InputError(`opportunity id in two sources: "${opportunity_id}"`, {
    file: path,
    line,
    remedy: `${first_source} has it too.${more} Export ids that tell the sources apart, such as "${second_source}-${opportunity_id}".`,
  });
}

interface QuotaPlace {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly path: string;
  readonly line: number;
}

/** @throws InputErrors for each quota of an entity that nobody knows */
export async function refuseUnknownQuotas(
  { warehouse, workspace }: Run,
  staged: Staged,
): Promise<void> {
  const statement = sql("checks/unknown_quota_entity", { quota: { union: staged.quota } });
  const unknown = await warehouse.all<QuotaPlace>(statement);
  if (unknown.length === 0) return;
  const rows = await warehouse.all<{ rep_id: string }>(sql("checks/known_reps"));
  const known = rows.map(({ rep_id }) => rep_id);
  const recorded = await recordedPeople(workspace.folder);
  throw new InputErrors(
    unknown.map(
      (quota) =>
        new InputError(`quota for an unknown ${quota.entity_type}: "${quota.entity_id}"`, {
          file: quota.path,
          line: quota.line,
          column: "entity_id",
          remedy: quotaRemedy(quota, known, recorded),
        }),
    ),
  );
}

function quotaRemedy(
  { entity_type, entity_id }: QuotaPlace,
  known: readonly string[],
  recorded: ReadonlySet<string>,
): string {
  const other = `Add the ${entity_type} to people/roster.csv or mend the row.`;
  if (entity_type !== "rep") return other;
  // the quota of who was deleted isn't that of whoever has an id alike
  if (recorded.has(entity_id)) {
    return "Put the row back into people/roster.csv, and give who left the last day as left_on.";
  }
  const near = nearest(entity_id, known);
  return near ? `Did you mean "${near}"?` : other;
}
