import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import type { ExplainedLine } from "../explain.ts";
import { formatEffectiveRate } from "./exact-rate.ts";
import { formatMeasured } from "./measured-words.ts";
import { exactMoney } from "./words.ts";

/** What the arithmetic of something that is taken back is told from. */
export type TakenBack = Pick<
  ExplainedLine,
  | "base_cents"
  | "amount_cents"
  | "currency"
  | "credited_cents"
  | "original_cents"
  | "original_paid_cents"
>;

/**
 * What was taken back: of money by what was paid for each part, of what is counted as a part of what was
 * paid for the whole; null where the period is reckoned anew, and where nothing says how much was paid.
 */
export function takenBackArithmetic(
  line: TakenBack,
  component: ComponentTerms | null,
): string | null {
  if (component?.reversal.returns === "recompute") return null;
  const measure = component?.measure ?? null;
  if (measure === null || isOfUnits(measure)) return partOfPaid(line);
  const { base_cents, amount_cents, currency } = line;
  if (base_cents === 0) return null;
  const by = formatEffectiveRate(amount_cents, base_cents);
  return `${formatMeasured(base_cents, measure, currency)} × ${by} = ${exactMoney(amount_cents, currency)}, as it was paid`;
}

/** What is counted is taken back in hundredths, which are too few to reckon a rate by. */
function partOfPaid({
  amount_cents,
  currency,
  credited_cents: taken,
  original_cents: whole,
  original_paid_cents: paid,
}: TakenBack): string | null {
  if (taken === null || whole === null || whole === 0 || paid === null) return null;
  const share = Math.abs(taken / whole);
  const cents = Math.abs(amount_cents);
  // what the tiers that were reached later added to it is no part of its own lines
  if (Math.abs(share * Math.abs(paid) - cents) > 1.5) return null;
  return `${shareWords(share, paid, cents)} of the ${exactMoney(paid, currency)} that its credit paid = ${exactMoney(amount_cents, currency)}`;
}

/** The fewest digits of a share that give an amount; those of a hundredth where a minor unit is rounded. */
function shareWords(share: number, paid: number, cents: number): string {
  const percent = 100 * share;
  const isEnough = (digits: number) =>
    Math.round((Math.abs(paid) * Number(percent.toFixed(digits))) / 100) === cents;
  const isExact = (digits: number) => Math.abs(Number(percent.toFixed(digits)) - percent) < 1e-9;
  const digits = [0, 1, 2, 3, 4, 5, 6].find((count) => isExact(count) || isEnough(count)) ?? 2;
  return `${percent.toFixed(digits)} %`;
}
