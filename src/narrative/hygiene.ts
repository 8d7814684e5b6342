import { formatMoney, formatPlural } from "../format.ts";
import { type Currency, formatAmount, listWords } from "./answer.ts";

/** What a rep has to mend in open deals; a count is null where no export tells of it. */
export interface RepHygiene {
  readonly name: string;
  readonly count_open: number;
  readonly count_to_mend: number;
  /** Whole minor units. */
  readonly to_mend_cents: number;
  readonly count_without_next_step: number | null;
  readonly count_stale: number | null;
  readonly count_idle: number | null;
}

/** How many open deals have something to mend, and who has most of it in value. */
export function hygieneSentence(reps: readonly RepHygiene[], money: Currency): string {
  const open = total(reps.map((rep) => rep.count_open));
  const toMend = total(reps.map((rep) => rep.count_to_mend));
  if (open === 0) return "No deal is open.";
  if (toMend === 0) return `Nothing has to be mended in ${formatPlural(open, "open deal")}.`;
  const worth = formatAmount(total(reps.map((rep) => rep.to_mend_cents)), money);
  const all = `${toMend} of ${formatPlural(open, "open deal")}, worth ${worth}, ${toMend === 1 ? "has" : "have"} something to mend in the CRM`;
  const [most] = reps.toSorted((a, b) => b.to_mend_cents - a.to_mend_cents);
  if (!most || most.to_mend_cents <= 0) return `${all}.`;
  const mostly = `${formatPlural(most.count_to_mend, "deal")} worth ${formatMoney(most.to_mend_cents, money.currency_digits)}`;
  return `${all}; ${most.name} has most in value: ${mostly}.`;
}

/** What can't be said of open deals because no export tells it; empty when all can. */
export function untoldHygiene(reps: readonly RepHygiene[]): string {
  if (reps.length === 0) return "";
  const isUntold = (count: (rep: RepHygiene) => number | null) =>
    reps.every((rep) => count(rep) === null);
  const untold = [
    ...(isUntold((rep) => rep.count_without_next_step) ? ["a next step"] : []),
    ...(isUntold((rep) => rep.count_idle) ? ["activities"] : []),
  ];
  const columns =
    untold.length === 0
      ? []
      : [`No export tells of ${listWords(untold)}, so nothing is counted as missing there.`];
  const stages = isUntold((rep) => rep.count_stale)
    ? ["No stage has been left often enough to tell which deals are stale."]
    : [];
  return [...columns, ...stages].join(" ");
}

/** The rules by which an open deal has something to mend. */
export const hygieneMethod =
  "An open deal has something to mend when its next step is blank; when it is stale, that is, has been in its stage for longer than three in four deals of the company were before they left that stage; when its close date has passed; when its amount is blank or zero; or when its last activity on file, or its creation if there is none, is more than 30 days back. Shares are of those of the rep’s open deals of which the exports tell. Where a CRM plans activities rather than steps, the date of the next one stands for a next step.";

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
