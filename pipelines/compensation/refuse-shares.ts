import { isAllowed, meantShares, sumOf } from "../../src/compensation/credit/split.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import { type Crediting, dealsOf, splitOf } from "./credits.ts";
import type { SoldDeal } from "./deals.ts";
import type { StaffedPlan } from "./overlaps.ts";
import type { ShareRow } from "./rows.ts";

/**
 * Refuses deals whose shares sum to something else than their plan allows: under `exact` to 1, but for
 * what a third is rounded by, under `at_most` to no more.
 *
 * @throws InputErrors naming the deal, the file and the line
 */
export function refuseWrongShares(
  { terms, people }: StaffedPlan,
  deals: readonly SoldDeal[],
  { shares }: Crediting,
): void {
  const covered = new Set(people.map(({ repId }) => repId));
  const errors = dealsOf(terms, deals).flatMap(({ opportunityId }) => {
    const all = (shares.get(opportunityId) ?? []).filter(({ role }) => role === "split");
    const isPaid = all.some(({ rep_id }) => covered.has(rep_id));
    return isPaid ? wrongShares(opportunityId, all, terms) : [];
  });
  if (errors.length > 0) throw new InputErrors(errors);
}

function wrongShares(
  opportunityId: string,
  rows: readonly ShareRow[],
  { name, splitTotal }: PlanTerms,
): InputError[] {
  const shares = splitOf(rows);
  if (isAllowed(meantShares(shares, splitTotal), splitTotal)) return [];
  const sums = (["credit", "pay"] as const).map((of) => sumOf(shares, of).mul(100).toString());
  const told = [...new Set(sums)].join(" % and ");
  const [first] = rows;
  return [
    new InputError(`shares of ${opportunityId} sum to ${told} %`, {
      ...(first?.source_file ? { file: first.source_file } : {}),
      ...(first?.source_line ? { line: first.source_line } : {}),
      remedy:
        splitTotal === "exact"
          ? `Let them sum to 1, or say split_total in the plan "${name}".`
          : `Let them sum to 1 at most, or say split_total: any in the plan "${name}".`,
    }),
  ];
}
