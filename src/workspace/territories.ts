import type { PlainDate } from "../calendar.ts";
import { InputErrors } from "../errors.ts";
import type { PlannedRule, PlannedTerritories } from "./planned-territories.ts";
import { brokenTerritories } from "./territory-rules.ts";
import {
  type RuleEntry,
  type TerritoryEntry,
  type TerritoryPlanEntry,
  territoriesSchema,
} from "./territory-schema.ts";
import { readYaml, type YamlFile } from "./yaml.ts";
import { explainIssue } from "./yaml-issue.ts";

/**
 * Reads the text of a territories file, plans by their first day.
 *
 * @param file its path, for messages
 * @throws InputErrors with every mistake: keys that are missing, misspelt or wrong, names given
 *   twice, exceptions to territories that the plan hasn't, days in the wrong order
 */
export function parseTerritories(text: string, file: string): PlannedTerritories[] {
  const yaml = readYaml(text, file);
  const parsed = territoriesSchema.safeParse(yaml.value ?? []);
  if (!parsed.success) {
    throw new InputErrors(
      parsed.error.issues.flatMap((issue) =>
        explainIssue(issue, territoriesSchema, yaml, "territories file"),
      ),
    );
  }
  const errors = brokenTerritories(parsed.data, yaml);
  if (errors.length > 0) throw new InputErrors(errors);
  const plans = parsed.data.map((entry, index) => planned(entry, index, yaml));
  return plans.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The plan that holds on a day, of those recorded by then; undefined before the first. */
export function territoriesOn(
  plans: readonly PlannedTerritories[],
  day: PlainDate,
): PlannedTerritories | undefined {
  return plans.findLast(
    ({ effectiveFrom, recordedOn }) =>
      effectiveFrom <= day && (recordedOn === null || recordedOn <= day),
  );
}

const keyOf = ({ effectiveFrom, recordedOn }: PlannedTerritories) =>
  `${effectiveFrom} ${recordedOn ?? ""}`;

function planned(entry: TerritoryPlanEntry, index: number, yaml: YamlFile): PlannedTerritories {
  const lineOf = (key: string, item: number) => yaml.placeOf([index, key, item]).line ?? null;
  return {
    effectiveFrom: entry.effective_from,
    recordedOn: entry.recorded_on ?? null,
    territories: entry.territories.map((territory, item) => ({
      name: territory.name,
      owner: territory.owner,
      team: territory.team ?? null,
      rules: rulesOf(territory, (rule) => [index, "territories", item, "rules", rule], yaml),
      line: lineOf("territories", item),
    })),
    exceptions: entry.exceptions.map((exception, item) => ({
      account: exception.account,
      territory: exception.territory,
      effectiveFrom: exception.effective_from ?? null,
      until: exception.until ?? null,
      reason: exception.reason ?? null,
      line: lineOf("exceptions", item),
    })),
    holdouts: entry.holdouts.map((holdout, item) => ({
      account: holdout.account,
      effectiveFrom: holdout.effective_from ?? null,
      until: holdout.until,
      reason: holdout.reason ?? null,
      line: lineOf("holdouts", item),
    })),
    moves: {
      mostMoves: entry.moves.most_moves ?? null,
      keepIncumbents: entry.moves.keep_incumbents ?? null,
      within: entry.moves.within,
      protected: entry.moves.protected,
    },
  };
}

function rulesOf(
  { rules }: TerritoryEntry,
  pathOf: (rule: number) => readonly PropertyKey[],
  yaml: YamlFile,
): PlannedRule[] {
  return rules.map((rule: RuleEntry, index) => ({
    segment: rule.segment ?? null,
    industry: rule.industry ?? null,
    country: rule.country ?? null,
    region: rule.region ?? null,
    minEmployees: rule.size?.min_employees ?? null,
    maxEmployees: rule.size?.max_employees ?? null,
    accounts: rule.accounts ?? null,
    product: rule.product ?? null,
    line: yaml.placeOf(pathOf(index)).line ?? null,
  }));
}
