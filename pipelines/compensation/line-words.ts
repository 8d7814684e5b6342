import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import type { RateRule } from "../../src/compensation/rate/rule.ts";
import { formatRate } from "../../src/format.ts";
import { gateArithmetic, multiplierArithmetic, takenBackArithmetic } from "./adjusted-words.ts";
import { formatExactRate } from "./exact-rate.ts";
import { formatMeasured, formatUnitRate } from "./measured-words.ts";
import type { LineRow } from "./pay-tables.ts";
import { exactMoney } from "./words.ts";

const causes: Readonly<Record<string, string>> = {
  credit: "a credit at the rate of the tier that it falls in",
  reached_tier: "earlier credits of the period at the rate of the tier that this credit reached",
  fell_below_tier: "earlier credits at the rate of the tier that was fallen back to",
  reversal: "what a credit paid is taken back",
  multiplier: "the multiplier by another component's attainment",
  gate: "a gate or threshold that isn't reached, or is reached again",
  capped: "what goes beyond a cap is cut",
  budget: "what goes beyond the budget of the component is cut",
  pool: "a share of the team's pool",
  hold: "held until it falls due",
  release: "held before, due now",
  draw: "a draw, paid beyond what was earned",
  carried: "pay under zero, carried forward or written off",
  recovered: "recovered of draws and of what was carried",
  "retroactive: late deal": "a deal that was told late, after its pay period was closed",
  "retroactive: deal taken out": "a deal of a closed pay period that isn't there any more",
  "retroactive: corrected amount":
    "the deal's amount was corrected after its pay period was closed",
  "retroactive: changed split": "the deal is shared otherwise than when its pay period was closed",
  "retroactive: corrected deal":
    "the deal's day, type, product or lines were corrected after its pay period was closed",
  "retroactive: changed refund":
    "what was taken back of the deal changed after its pay period was closed",
  "retroactive: corrected figure":
    "what is measured was corrected or told after its pay period was closed",
  "retroactive: changed plan": "the plan was changed after the pay period was closed",
  "retroactive: earlier change": "a change to what came before it in a closed pay period",
};

const recomputed = "the period is reckoned anew without what was taken back";

/**
 * Why a line is there.
 *
 * @param component says by what rule, and names what multiplies or gates it; null where the plan that it was paid by is gone
 */
export function causeWords(cause: string, component: ComponentTerms | null): string {
  if (cause === "credit" && component?.rule.rule === "flat")
    return "a credit at the component's rate";
  if (cause === "reversal" && component?.reversal.returns === "recompute") return recomputed;
  if (component !== null && cause === "multiplier") return multiplierWords(component);
  if (component !== null && cause === "gate") return gateWords(component);
  return causes[cause] ?? cause;
}

const multiplierWords = ({ multipliers }: ComponentTerms) =>
  multipliers
    .map(({ component, tiers }) => {
      const steps = tiers.map(
        ({ from, times }) => `× ${times.valueOf()} from ${formatRate(from.valueOf())}`,
      );
      return `by the attainment of ${component}: ${steps.join(", ")}`;
    })
    .join("; ");

function gateWords({ name, gates }: ComponentTerms): string {
  const bounds = gates.map(({ component, atLeast }) => {
    const whose = component === name ? "quota" : component;
    return `${formatRate(atLeast.valueOf())} of ${whose}`;
  });
  return `nothing is paid under ${bounds.join(" or ")}: cut while that isn't reached, paid once it is`;
}

/** What a line's arithmetic is told from. */
export type Reckoned = Pick<
  LineRow,
  "base_cents" | "rate" | "tier" | "amount_cents" | "currency" | "cause"
>;

/**
 * A line's base times its rate, with as many digits as give its amount, and the tier that the rate is of;
 * null for a line that is no rate times a base.
 *
 * @param component null where the plan that it was paid by is gone
 */
export function arithmeticWords(line: Reckoned, component: ComponentTerms | null): string | null {
  const { base_cents, rate, tier, amount_cents, currency } = line;
  if (line.cause === "reversal") return takenBackArithmetic(line, component);
  if (rate === null) return null;
  if (line.cause === "gate") return gateArithmetic(base_cents, rate, line, component);
  if (line.cause === "multiplier") return multiplierArithmetic(base_cents, rate, line);
  const measure = component?.measure ?? null;
  const base = formatMeasured(base_cents, measure, currency);
  const by =
    measure !== null && isOfUnits(measure)
      ? formatUnitRate(rate, measure, currency)
      : formatExactRate(rate, base_cents);
  const where = tier === null ? null : tierWords(tier, component, currency);
  const product = base_cents * rate;
  // a weighted credit on a curve; half a cent more for the rounding of lines to the rounded whole
  const isWeighted = line.cause === "credit" && Math.abs(product - amount_cents) > 1.5;
  const parts = [
    `${base} × ${by}${isWeighted ? ", by the plan's weights," : ""} = ${exactMoney(amount_cents, currency)}`,
    where,
  ];
  return parts.filter((part) => part !== null).join(", ");
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
