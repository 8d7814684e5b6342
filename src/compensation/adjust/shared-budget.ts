import Fraction from "fraction.js";
import type { Period, PlainDate } from "../../calendar.ts";
import { shareOut } from "../exact.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { lineOf } from "./line-of.ts";
import { type Paid, totalBy } from "./paid.ts";

export interface SharedBudgetInput {
  readonly component: ComponentTerms;
  readonly budgetCents: number;
  /** By person. */
  readonly paid: ReadonlyMap<string, readonly Paid[]>;
  /** Whether a person's pay goes on until the component ends: who left before takes no part. */
  readonly isPaid: (repId: string) => boolean;
  readonly monthEnds: readonly PlainDate[];
  /** The month in which the component ends, and with it what is shared. */
  readonly lastMonthEnd: PlainDate;
  readonly payPeriodOf: (date: PlainDate) => Period;
}

/**
 * Shares a budget pro rata to what everybody has earned when its component ends; until then nothing is
 * paid. Who owes takes no part.
 */
export function shareBudget(input: SharedBudgetInput, lines: PayLine[]): void {
  const holders = [...input.paid.keys()].sort();
  const isPaid = holders.map(input.isPaid);
  let told = holders.map(() => 0);
  for (const monthEnd of input.monthEnds) {
    const earned = holders.map((holder) => totalBy(input.paid.get(holder) ?? [], monthEnd));
    const isOver = monthEnd >= input.lastMonthEnd;
    const sharing = earned.map((cents, at) => (isPaid[at] ? cents : Math.min(cents, 0)));
    const allowed = isOver ? within(sharing, input.budgetCents) : earned.map(() => 0);
    const cut = earned.map((cents, index) => (allowed[index] ?? 0) - cents);
    for (const [index, holder] of holders.entries()) {
      const amountCents = (cut[index] ?? 0) - (told[index] ?? 0);
      const line = lineOf({ holder }, input.component, monthEnd, input.payPeriodOf(monthEnd));
      if (amountCents !== 0) lines.push({ ...line, cause: "budget", amountCents });
    }
    told = cut;
  }
}

function within(earned: readonly number[], budget: number): readonly number[] {
  const positive = earned.map((cents) => Math.max(0, cents));
  if (positive.reduce((sum, cents) => sum + cents, 0) <= budget) return earned;
  const shares = shareOut(
    budget,
    positive.map((cents) => new Fraction(cents)),
  );
  return earned.map((cents, index) => (cents < 0 ? cents : (shares[index] ?? 0)));
}
