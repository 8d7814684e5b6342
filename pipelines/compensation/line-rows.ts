import { createHash } from "node:crypto";
import type { PayLine } from "../../src/compensation/line.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { Source } from "./deals.ts";
import type { LineRow } from "./pay-tables.ts";

/** Where the deal of a credit stands. */
export type SourceOf = (opportunityId: string | null) => Source;

/** Rows of `commission_line`. */
export function lineRows(
  plan: PlanTerms,
  lines: readonly PayLine[],
  sourceOf: SourceOf,
): LineRow[] {
  const idOf = lineIds(plan);
  return lines.map((line) => lineRow(plan, line, idOf(line), sourceOf(line.opportunityId)));
}

const lineRow = (
  plan: PlanTerms,
  line: PayLine,
  line_id: string,
  { file, line: source_line }: Source,
): LineRow => ({
  line_id,
  rep_id: line.repId,
  plan: plan.name,
  component: line.component,
  period: line.payPeriod.period,
  period_start: line.payPeriod.periodStart,
  earned_on: line.date,
  opportunity_id: line.opportunityId,
  credit_id: line.creditId,
  credit_cents: line.creditCents,
  base_cents: line.baseCents,
  tier: line.tier,
  rate: line.rate === null ? null : line.rate.valueOf(),
  by_component: line.by ?? null,
  amount_cents: line.amountCents,
  currency: plan.currency,
  cause: line.cause,
  late_of: line.lateOf,
  late_rule: line.late?.rule ?? null,
  late_paid_cents: line.late?.paidCents ?? null,
  source_file: file,
  source_line,
});

/** Ids of lines in turn: a line's is the same as long as what it is of is. */
function lineIds({ name }: PlanTerms): (line: PayLine) => string {
  const seen = new Map<string, number>();
  return ({ repId, component, cause, date, creditId, tier, lateOf }) => {
    const key = [name, repId, component, cause, date, creditId, tier, lateOf].join("\u0000");
    const first = shortHash(`${key}\u00001`);
    const count = (seen.get(first) ?? 0) + 1;
    seen.set(first, count);
    return count === 1 ? first : shortHash(`${key}\u0000${count}`);
  };
}

/** Short enough to be read out, long enough that two of a million lines hardly share one. */
const shortHash = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 16);
