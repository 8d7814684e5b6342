import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import { exact, shareOut } from "../exact.ts";
import { ofPayment } from "../line.ts";

/** A line of pay as accounting sees it; whole minor units. */
export interface CostLine {
  readonly repId: string;
  /** Null for what is reckoned over all components. */
  readonly component: string | null;
  readonly cause: string;
  readonly date: PlainDate;
  /** A day of the measure period that it belongs to: an earlier one where it was told late. */
  readonly of: PlainDate;
  readonly opportunityId: string | null;
  readonly amountCents: number;
}

/** What a deal or none cost on a component. */
export interface Cost {
  readonly component: string | null;
  readonly opportunityId: string | null;
  readonly date: PlainDate;
  readonly cents: number;
}

/** Whether a line tells what is earned: a cost is due when the contract is won, whenever it is paid. */
export const isEarned = ({ cause }: Pick<CostLine, "cause">): boolean => !ofPayment.includes(cause);

/**
 * What is earned by deal. What a component pays on no one deal is shared out over the deals up to then
 * that it is reckoned on, in proportion to what they were paid: multipliers, gates and caps over those
 * of their measure period, a budget over all, and what needn't be given back of earlier periods over the
 * deals that were taken back. As such a line is the change of what a rule adds to date, a cost is the
 * change of a deal's share of it. Where there are no such deals, it stays of none.
 *
 * @param periodOf the measure period of a component that a date falls in, by whatever tells them apart
 */
export function costsOf(lines: readonly CostLine[], periodOf: PeriodOf): Cost[] {
  const earned = lines.filter(isEarned);
  const byHolder = grouped(earned, ({ repId, component }) => JSON.stringify([repId, component]));
  return [...byHolder.values()].flatMap((own) => sharedOut([...own].sort(inOrder), periodOf));
}

type PeriodOf = (component: string, date: PlainDate) => string;

function sharedOut(lines: readonly CostLine[], periodOf: PeriodOf): Cost[] {
  const paid: Paid[] = [];
  const told = new Map<string, Shares>();
  return lines.flatMap((line) => {
    const { component, date, opportunityId, amountCents: cents } = line;
    const cost = { component, date, opportunityId, cents };
    if (component === null) return [cost];
    const period = periodOf(component, line.of);
    if (opportunityId === null) {
      const rule = ruleOf(line);
      const deals = reckonedOn(rule, period, paid);
      const key = rule === "budget" ? rule : `${rule} ${period}`;
      return overDeals(cost, deals, heldBy(told, key));
    }
    paid.push({ opportunityId, period, cents });
    return [cost];
  });
}

/** What a deal was paid or gave back. */
interface Paid {
  readonly opportunityId: string;
  readonly period: string;
  readonly cents: number;
}

/** Deal → its share to date of what is of no deal. */
type Shares = Map<string, number>;

function heldBy(told: Map<string, Shares>, key: string): Shares {
  const held = told.get(key) ?? new Map();
  told.set(key, held);
  return held;
}

type Rule = "budget" | "reversal" | "period";

const ruleOf = ({ cause }: CostLine): Rule =>
  cause === "budget" || cause === "reversal" ? cause : "period";

type Deal = readonly [opportunityId: string, cents: number];

/** Deals that a line of no deal is shared out over, each by a part over zero. */
function reckonedOn(rule: Rule, period: string, paid: readonly Paid[]): Deal[] {
  const sign = rule === "reversal" ? -1 : 1;
  const own = paid.filter((one) => rule === "budget" || one.period === period);
  return [...grouped(own, ({ opportunityId }) => opportunityId)]
    .map(([id, all]): Deal => [id, sign * all.reduce((sum, { cents }) => sum + cents, 0)])
    .filter(([, cents]) => cents > 0)
    .sort(([a], [b]) => compare(a, b));
}

/** What a deal's share of what is of none changes by; shares to date are kept in `told`. */
function overDeals(cost: Cost, deals: readonly Deal[], told: Shares): Cost[] {
  if (deals.length === 0) return [cost];
  const before = [...told.values()].reduce((sum, cents) => sum + cents, 0);
  const parts = shareOut(
    before + cost.cents,
    deals.map(([, cents]) => exact(cents)),
  );
  const now = new Map(deals.map(([id], at) => [id, parts[at] ?? 0]));
  return [...new Set([...told.keys(), ...now.keys()])].flatMap((opportunityId) => {
    const share = now.get(opportunityId) ?? 0;
    const cents = share - (told.get(opportunityId) ?? 0);
    told.set(opportunityId, share);
    return cents === 0 ? [] : [{ ...cost, opportunityId, cents }];
  });
}

/** By date, what is of a deal before what is of none. */
const inOrder = (a: CostLine, b: CostLine) =>
  compare(a.date, b.date) || Number(a.opportunityId === null) - Number(b.opportunityId === null);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
