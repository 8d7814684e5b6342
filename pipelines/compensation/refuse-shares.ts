import { sumOf } from "../../src/compensation/credit/split.ts";
import { exact } from "../../src/compensation/exact.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import { type Crediting, dealsOf } from "./credits.ts";
import type { SoldDeal } from "./deals.ts";
import type { StaffedPlan } from "./overlaps.ts";
import type { ShareRow } from "./rows.ts";

/** A third written as 0.334 or 33.4 % is meant as a third. */
const most = exact(1.0025);

/**
 * Refuses deals that those who sold them share beyond the whole, where their plan doesn't allow it.
 *
 * @throws InputErrors naming the deal, the file and the line
 */
export function refuseOverShares(
  { terms, people }: StaffedPlan,
  deals: readonly SoldDeal[],
  { shares }: Crediting,
): void {
  if (terms.splitTotal === "any") return;
  const covered = new Set(people.map(({ repId }) => repId));
  const errors = dealsOf(terms, deals).flatMap(({ opportunityId }) => {
    const all = shares.get(opportunityId);
    if (all === undefined) return [];
    const split = all.filter(({ role }) => role === "split");
    const isPaid = split.some(({ rep_id }) => covered.has(rep_id));
    return isPaid ? overShare(opportunityId, split, terms.name) : [];
  });
  if (errors.length > 0) throw new InputErrors(errors);
}

function overShare(opportunityId: string, split: readonly ShareRow[], plan: string): InputError[] {
  const all = split.map((row) => ({
    repId: row.rep_id,
    credit: row.credit_rate,
    pay: row.pay_rate,
  }));
  const sums = [sumOf(all, "credit"), sumOf(all, "pay")];
  if (sums.every((sum) => sum.compare(most) <= 0)) return [];
  const told = [...new Set(sums.map((sum) => sum.mul(100).toString()))].join(" % and ");
  const [first] = split;
  return [
    new InputError(`shares of ${opportunityId} sum to ${told} %`, {
      ...(first?.source_file ? { file: first.source_file } : {}),
      ...(first?.source_line ? { line: first.source_line } : {}),
      remedy: `Let them sum to 1 at most, or say split_total: any in the plan "${plan}".`,
    }),
  ];
}
