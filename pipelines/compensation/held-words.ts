import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import type { ExplainedLine } from "../explain.ts";
import { dueEvents, dueRule } from "./due-words.ts";
import { exactMoney } from "./words.ts";

/** A person's pay on a component of a plan, with what the plan credits them with. */
export interface HeldPay {
  readonly component: string | null;
  /** Null where the plan doesn't name the component any more. */
  readonly terms: ComponentTerms | null;
  readonly plan: string;
  readonly currency: string;
  /** All of the person's. */
  readonly lines: readonly ExplainedLine[];
  readonly credits: readonly Credit[];
}

/** What fell due in the month of a line of held pay; nothing for other lines. */
export function dueOf(pay: HeldPay): (line: ExplainedLine) => Due {
  const { component, terms, plan, currency, lines, credits } = pay;
  const names = new Map(lines.map((line) => [line.opportunity_id, line.opportunity]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const paid = lines.filter((line) => line.plan === plan && line.component === component);
  const sums = creditSums(paid);
  return (line) => {
    const { earned_on } = line;
    if (terms === null || !isOfTiming(line)) return { words: [], deal: null };
    const paidOf = (creditId: string) => sums.get(creditId) ?? null;
    const { words, opportunityIds } = dueEvents(
      earned_on,
      terms,
      credits,
      currency,
      nameOf,
      paidOf,
    );
    const [id, another] = opportunityIds;
    return {
      words: [dueRule(terms.paid), ...words, ...dueSum(line, paid)],
      deal: id === undefined || another !== undefined ? null : nameOf(id),
    };
  };
}

/** Why held pay is due, and the deal where it is of one. */
export interface Due {
  readonly words: readonly string[];
  readonly deal: string | null;
}

/** Whether a line is of pay that is held until it falls due. */
export const isOfTiming = ({ cause }: Pick<ExplainedLine, "cause">): boolean =>
  cause === "hold" || cause === "release";

/** Minor units by credit, of the lines of the credit itself. */
function creditSums(lines: readonly ExplainedLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { cause, credit_id, amount_cents } of lines) {
    if (credit_id === null || !["credit", "capped", "budget"].includes(cause)) continue;
    sums.set(credit_id, (sums.get(credit_id) ?? 0) + amount_cents);
  }
  return sums;
}

/** What fell due in a month against what was earned in it, where one line alone tells of the month. */
function dueSum(line: ExplainedLine, lines: readonly ExplainedLine[]): string[] {
  const month = line.earned_on.slice(0, 7);
  const inMonth = lines.filter(
    ({ earned_on, late_of }) => late_of === null && earned_on.startsWith(month),
  );
  if (inMonth.filter(isOfTiming).length > 1) return [];
  const earned = inMonth
    .filter((one) => !isOfTiming(one))
    .reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  const money = (cents: number) => exactMoney(cents, line.currency);
  return [
    `in all ${money(earned + line.amount_cents)} fell due in the month, in which ${money(earned)} was earned`,
  ];
}
