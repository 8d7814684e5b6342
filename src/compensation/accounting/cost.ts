import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import { exact, shareOut } from "../exact.ts";

/** A line of pay as accounting sees it; whole minor units. */
export interface CostLine {
  readonly repId: string;
  /** Null for what is reckoned over all components. */
  readonly component: string | null;
  readonly cause: string;
  readonly date: PlainDate;
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

/** Lines of when something is paid, not of what is earned: a cost is due when the contract is won. */
const ofPayment: readonly string[] = ["hold", "release", "draw", "carried", "recovered"];

/** Whether a line tells what is earned. */
export const isEarned = ({ cause }: Pick<CostLine, "cause">): boolean => !ofPayment.includes(cause);

/**
 * What is earned by deal. What a component pays on no one deal (multipliers, gates, caps, budgets) is
 * shared out over the deals that it paid the person for in the fiscal year up to then, in proportion;
 * where there are none, it stays of no deal.
 *
 * @param yearOf the fiscal year of a date, by whatever tells years apart
 */
export function costsOf(lines: readonly CostLine[], yearOf: (date: PlainDate) => string): Cost[] {
  const earned = lines.filter(isEarned);
  const byHolder = grouped(earned, ({ repId, component }) => JSON.stringify([repId, component]));
  return [...byHolder.values()].flatMap((own) => sharedOut([...own].sort(inOrder), yearOf));
}

function sharedOut(lines: readonly CostLine[], yearOf: (date: PlainDate) => string): Cost[] {
  const paid = new Map<string, number>();
  let year = "";
  return lines.flatMap(({ component, date, opportunityId, amountCents }) => {
    if (yearOf(date) !== year) paid.clear();
    year = yearOf(date);
    if (opportunityId === null) {
      const cost = { component, date, opportunityId, cents: amountCents };
      return component === null ? [cost] : overDeals(cost, paid);
    }
    paid.set(opportunityId, (paid.get(opportunityId) ?? 0) + amountCents);
    return [{ component, date, opportunityId, cents: amountCents }];
  });
}

function overDeals(cost: Cost, paid: ReadonlyMap<string, number>): Cost[] {
  const deals = [...paid].filter(([, cents]) => cents > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (deals.length === 0 || cost.cents === 0) return [cost];
  const parts = shareOut(
    cost.cents,
    deals.map(([, cents]) => exact(cents)),
  );
  return deals.map(([opportunityId], at) => ({ ...cost, opportunityId, cents: parts[at] ?? 0 }));
}

/** By date, what is of a deal before what is of none. */
const inOrder = (a: CostLine, b: CostLine) =>
  compare(a.date, b.date) || Number(a.opportunityId === null) - Number(b.opportunityId === null);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
