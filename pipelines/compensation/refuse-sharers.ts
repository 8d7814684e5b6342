import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError, InputErrors, nearest } from "../../src/errors.ts";
import { type Crediting, dealsOf } from "./credits.ts";
import type { SoldDeal } from "./deals.ts";
import type { PersonRow, ShareRow } from "./rows.ts";

/**
 * Refuses shares that `plans/splits.csv` gives to people whom nobody has recorded, in deals that were
 * won while a plan holds: their part would be nobody's.
 *
 * @throws InputErrors naming the person, the file and the line
 */
export function refuseUnknownSharers(
  terms: PlanTerms,
  deals: readonly SoldDeal[],
  { shares }: Crediting,
  people: readonly PersonRow[],
): void {
  const known = people.map(({ person_id }) => person_id);
  const errors = dealsOf(terms, deals)
    .flatMap(({ opportunityId }) => shares.get(opportunityId) ?? [])
    .flatMap((share) => unknownSharer(share, known));
  if (errors.length > 0) throw new InputErrors(errors);
}

function unknownSharer(
  { rep_id, person_id, source_file, source_line }: ShareRow,
  known: readonly string[],
): InputError[] {
  if (rep_id !== "unassigned" || person_id === null) return [];
  const meant = nearest(person_id, known);
  return [
    new InputError(`unknown person: "${person_id}"`, {
      ...(source_file === null ? {} : { file: source_file }),
      ...(source_line === null ? {} : { line: source_line }),
      column: "person_id",
      remedy: meant
        ? `Did you mean "${meant}"?`
        : "Record the person in people/roster.csv, or take the share out.",
    }),
  ];
}
