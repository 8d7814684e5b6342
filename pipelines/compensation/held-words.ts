import type { PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { isLate } from "../../src/compensation/line.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { ExplainedLine } from "../explain.ts";
import type { HeldCredit, HeldReturn } from "./due-events.ts";
import { type DueMonth, dueWords } from "./due-month-words.ts";
import { dueRule } from "./due-words.ts";

/** A line of pay as it is told when it is due. */
export type HeldLine = Pick<
  ExplainedLine,
  | "plan"
  | "component"
  | "cause"
  | "period_start"
  | "earned_on"
  | "credit_id"
  | "opportunity_id"
  | "opportunity"
  | "amount_cents"
  | "refund_id"
>;

/** A person's pay on a component of a plan, with what the plan credits them with. */
export interface HeldPay {
  readonly component: string | null;
  /** Null where the plan doesn't name the component any more. */
  readonly terms: ComponentTerms | null;
  readonly plan: string;
  readonly currency: string;
  /** The last day that is known. */
  readonly through: PlainDate;
  /** All of the person's. */
  readonly lines: readonly HeldLine[];
  readonly credits: readonly Credit[];
}

/** Why held pay is due. */
export interface Due {
  readonly words: readonly string[];
  /** The deal where it is of one. */
  readonly deal: string | null;
  /** Why the line is there where nothing fell due; else null. */
  readonly cause: string | null;
}

/** Of what isn't held. */
export const notOfTiming: Due = { words: [], deal: null, cause: null };

/** What fell due in the month of a line of held pay; nothing for other lines. */
export function dueOf(pay: HeldPay): (line: HeldLine) => Due {
  const { component, terms, plan, currency, through, lines, credits } = pay;
  const names = new Map(lines.map((line) => [line.opportunity_id, line.opportunity]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const own = lines.filter((line) => line.plan === plan && line.component === component);
  return (line) => {
    if (terms === null || !isOfTiming(line)) return notOfTiming;
    // what was told later isn't what a closed pay period was reckoned with
    const known = own.filter(({ period_start }) => period_start <= line.period_start);
    const held = heldCredits(credits, known);
    const month = { ...monthOf(line, known), through };
    const told = dueWords(held, terms, month, currency, nameOf);
    const [id, another] = told.opportunityIds;
    return {
      words: [dueRule(terms.paid), ...told.words],
      deal: id === undefined || another !== undefined ? null : nameOf(id),
      cause: told.isTakenBack && line.cause === "release" ? heldNoMore : null,
    };
  };
}

const heldNoMore = "held before, not held any more since it is taken back";

/** Whether a line is of pay that is held until it falls due. */
export const isOfTiming = ({ cause }: Pick<HeldLine, "cause">): boolean =>
  cause === "hold" || cause === "release";

/** What was earned in a month, and what fell due: all lines of held pay tell the difference. */
function monthOf({ earned_on }: HeldLine, lines: readonly HeldLine[]): Omit<DueMonth, "through"> {
  const inMonth = lines.filter(
    (line) => !isLate(line) && line.earned_on.slice(0, 7) === earned_on.slice(0, 7),
  );
  const earned = inMonth.filter((line) => !isOfTiming(line));
  return { monthEnd: earned_on, earnedCents: sumOf(earned), dueCents: sumOf(inMonth) };
}

/** The credits that lines are of, with what is taken back of them. */
function heldCredits(credits: readonly Credit[], lines: readonly HeldLine[]): HeldCredit[] {
  const byCredit = grouped(lines, ({ credit_id }) => credit_id);
  const returns = grouped(
    credits.filter(({ reverses }) => reverses !== null),
    ({ reverses }) => reverses,
  );
  const returnOf = ({ creditId, date, amountCents }: Credit): HeldReturn[] => {
    const back = (byCredit.get(creditId) ?? []).filter(isOfReturn);
    const note = back[0]?.refund_id ?? null;
    const cents = { creditedCents: -amountCents, paidCents: 0 - sumOf(back) };
    return back.length === 0 ? [] : [{ on: date, ...cents, note }];
  };
  return credits.flatMap((credit) => {
    const paid = (byCredit.get(credit.creditId) ?? []).filter(isOfCredit);
    if (credit.reverses !== null || paid.length === 0) return [];
    const taken = (returns.get(credit.creditId) ?? []).flatMap(returnOf);
    return [{ credit, paidCents: sumOf(paid), returns: taken }];
  });
}

/** Lines of a credit itself, be they told late; not what it changes of others. */
const isOfCredit = (line: HeldLine) =>
  isLate(line) || ["credit", "capped", "budget"].includes(line.cause);
const isOfReturn = (line: HeldLine) => isLate(line) || line.cause === "reversal";

const sumOf = (lines: readonly HeldLine[]) =>
  lines.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
