import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import type { RateRule } from "../../src/compensation/rate/rule.ts";
import { formatRate } from "../../src/format.ts";
import type { ExplainedLine } from "../explain.ts";
import {
  asPaidArithmetic,
  gateArithmetic,
  lateArithmetic,
  multiplierArithmetic,
} from "./adjusted-words.ts";
import { balanceArithmetic } from "./balance-words.ts";
import { boundWords } from "./bound-words.ts";
import { formatExactRate } from "./exact-rate.ts";
import { formatMeasured, formatUnitRate } from "./measured-words.ts";
import type { LineRow } from "./pay-tables.ts";
import { takenBackArithmetic } from "./taken-back-words.ts";
import { exactMoney } from "./words.ts";

/** What a line's arithmetic is told from. */
export type Reckoned = Pick<
  LineRow,
  | "base_cents"
  | "rate"
  | "tier"
  | "by_component"
  | "amount_cents"
  | "currency"
  | "cause"
  | "late_rule"
  | "late_paid_cents"
>;

/** How a line of pay comes to its amount; null where it is of no credit and no rule that reckons one. */
export const lineArithmetic = (
  line: ExplainedLine,
  component: ComponentTerms | null,
): string | null =>
  line.cause === "reversal" && line.rate === null
    ? takenBackArithmetic(line, component)
    : (balanceArithmetic(line) ?? arithmeticWords(line, component));

/**
 * A line's base times its rate, with as many digits as give its amount, and the tier that the rate is of,
 * or by what pay is bounded or shared; null for a line that is neither.
 *
 * @param component null where the plan that it was paid by is gone
 */
export function arithmeticWords(line: Reckoned, component: ComponentTerms | null): string | null {
  const { base_cents, rate, tier, amount_cents, currency } = line;
  if (line.late_paid_cents !== null) return lateArithmetic(line.late_paid_cents, line);
  if (rate === null) return boundWords(line, component);
  if (line.cause === "reversal") return asPaidArithmetic(base_cents, rate, line);
  if (line.cause === "gate") return gateArithmetic(base_cents, rate, line, component);
  if (line.cause === "multiplier") return multiplierArithmetic(base_cents, rate, line);
  const measure = component?.measure ?? null;
  const base = formatMeasured(base_cents, measure, currency);
  const by =
    measure !== null && isOfUnits(measure)
      ? formatUnitRate(rate, measure, currency)
      : formatExactRate(rate, base_cents);
  const where = tier === null ? null : tierWords(tier, component, currency);
  const product = `${base} × ${by} = ${exactMoney(amount_cents, currency)}`;
  return where === null ? product : `${product}, ${where}`;
}

/** Which tier, and from where on it is reached; null where a rule has none. */
function tierWords(tier: number, component: ComponentTerms | null, currency: string) {
  if (component === null) return `tier ${tier}`;
  if (component.rule.rule === "flat") return null;
  const from = tier <= 1 ? null : boundOf(tier, component.rule);
  if (from === null) return `tier ${tier}`;
  if (from.isShare) return `tier ${tier}, from ${formatRate(from.value)} of quota`;
  return `tier ${tier}, from ${formatMeasured(from.value, component.measure, currency)}`;
}

function boundOf(tier: number, rule: RateRule): { value: number; isShare: boolean } | null {
  if (rule.rule === "flat") return null;
  if (rule.rule === "cliff")
    return { value: rule.threshold.valueOf(), isShare: rule.bounds === "attainment" };
  if (rule.rule === "curve") {
    const at = rule.points[tier - 1]?.at;
    return at === undefined ? null : { value: at.valueOf(), isShare: true };
  }
  const from = rule.tiers[tier - 1]?.from;
  const isShare = rule.rule === "overage" || rule.bounds === "attainment";
  return from === undefined ? null : { value: from.valueOf(), isShare };
}
