import { isLate } from "../../src/compensation/line.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { formatRate } from "../../src/format.ts";
import type { ExplainedLine } from "../explain.ts";
import { dueRule } from "./due-words.ts";

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
 * @param by the component whose attainment a gate or multiplier looks at; null for any of them
 */
export function causeWords(
  cause: string,
  component: ComponentTerms | null,
  by: string | null = null,
): string {
  if (cause === "credit" && component?.rule.rule === "flat")
    return "a credit at the component's rate";
  if (cause === "reversal" && component?.reversal.returns === "recompute") return recomputed;
  if (component !== null && cause === "multiplier") return multiplierWords(component, by);
  if (component !== null && cause === "gate") return gateWords(component, by);
  return causes[cause] ?? cause;
}

/** Those that look at a component's attainment; all where nobody knows which. */
export const lookingAt = <Rule extends { readonly component: string }>(
  rules: readonly Rule[],
  by: string | null,
): readonly Rule[] => rules.filter(({ component }) => by === null || component === by);

const multiplierWords = ({ multipliers }: ComponentTerms, by: string | null) =>
  lookingAt(multipliers, by)
    .map(({ component, tiers }) => {
      const steps = tiers.map(
        ({ from, times }) => `× ${times.valueOf()} from ${formatRate(from.valueOf())}`,
      );
      return `by the attainment of ${component}: ${steps.join(", ")}`;
    })
    .join("; ");

function gateWords({ name, gates }: ComponentTerms, by: string | null): string {
  const bounds = lookingAt(gates, by).map(({ component, atLeast }) => {
    const whose = component === name ? "quota" : component;
    return `${formatRate(atLeast.valueOf())} of ${whose}`;
  });
  return `nothing is paid under ${bounds.join(" or ")}: cut while that isn't reached, paid once it is`;
}

const rounding =
  "rounding: deals of closed pay periods that pay a cent or so more or less since what came before them changed";

const uncapped = "what a cap had cut of pay that is taken back";
const notSoPaid = "what multipliers and gates had changed of pay that is taken back";

/** Why a line of pay is there; of what was told late of no credit, what made it. */
export function lineCause(
  line: Pick<
    ExplainedLine,
    "cause" | "rate" | "by_component" | "late_of" | "late_rule" | "amount_cents" | "topped_up_cents"
  >,
  component: ComponentTerms | null,
): string {
  const { cause, by_component, late_of, late_rule } = line;
  if (isLate(line) && late_of === null) return rounding;
  if (cause === "carried") return carriedWords(line);
  if (cause === "capped" && line.amount_cents > 0) return uncapped;
  if (cause === "reversal" && line.rate !== null) return notSoPaid;
  const words = causeWords(cause, component, by_component);
  return late_rule === null ? words : `${words}: ${ruleWords(late_rule, component)}`;
}

/** Which of both became of pay under zero, and of what somebody owes who leaves; their sum may be both. */
function carriedWords(line: Pick<ExplainedLine, "amount_cents" | "topped_up_cents">): string {
  if (line.topped_up_cents === 0) return "pay under zero, carried forward";
  const isWrittenOff = line.topped_up_cents === line.amount_cents;
  return isWrittenOff
    ? "pay under zero or what was owed, written off"
    : causeWords("carried", null);
}

const ruleWords = (rule: string, component: ComponentTerms | null) =>
  [causeWords(rule, component), rule === "hold" && component !== null && dueRule(component.paid)]
    .filter(Boolean)
    .join(", ");
