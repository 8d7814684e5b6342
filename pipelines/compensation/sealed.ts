import {
  addDays,
  type FiscalCalendar,
  type Grain,
  type PlainDate,
  periodOf,
} from "../../src/calendar.ts";
import { isLate } from "../../src/compensation/line.ts";
import type { Transfer } from "../../src/compensation/settle/passage.ts";
import type { DealsKnown, SealedCredit } from "../../src/compensation/settle/reason.ts";
import type { Sealed } from "../../src/compensation/settle/retroactive.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Books } from "./credited-plans.ts";
import type { StaffedPlan } from "./overlaps.ts";
import type { BalanceRow, CreditRow } from "./pay-tables.ts";
import { knownCredits, rowsOf } from "./seals.ts";

const balanceCauses: readonly string[] = ["draw", "carried", "recovered"];

/**
 * What closed periods hold of a plan, as settling goes on from it: nothing but that they are closed of a
 * plan that wasn't there; null where none is closed.
 */
export function sealedOf(
  { terms, sha256 }: StaffedPlan,
  books: Pick<Books, "seals" | "deals">,
): Sealed | null {
  const { seals } = books;
  const last = seals.filter(({ period }) => period === terms.pays).at(-1);
  if (!last) return null;
  const before = last.plans.find(({ plan }) => plan === terms.name);
  const rows = rowsOf(terms.name, seals);
  const credits = [...knownCredits(seals).values()].filter(({ plan }) => plan === terms.name);
  return {
    through: last.period_end,
    plan: before === undefined ? "new" : before.sha256 === sha256 ? "same" : "changed",
    ...passagesOf(rows.balances, terms.calendar),
    deals: dealsKnown(books, last.closed_on),
    credits: credits.map(creditOf),
    lines: rows.lines
      .filter(({ cause }) => !balanceCauses.includes(cause))
      .map((row) => ({
        repId: row.rep_id,
        component: row.component,
        cause: row.cause,
        creditId: row.credit_id,
        opportunityId: row.opportunity_id,
        of: isLate(row) ? row.late_of : row.period_start,
        lateRule: row.late_rule,
        baseCents: row.base_cents,
        tier: row.tier,
        rate: row.rate,
        amountCents: row.amount_cents,
      })),
  };
}

/** Deals that are credited as periods of any plan know it which were closed by a day, and those that are won today. */
function dealsKnown(
  { seals, deals }: Pick<Books, "seals" | "deals">,
  closedBy: PlainDate,
): DealsKnown {
  const known = knownCredits(seals.filter(({ closed_on }) => closed_on <= closedBy));
  return {
    before: new Set([...known.values()].flatMap(({ opportunity_id }) => opportunity_id ?? [])),
    now: new Set(deals.map(({ opportunityId }) => opportunityId)),
  };
}

const creditOf = (row: CreditRow): SealedCredit => ({
  creditId: row.credit_id,
  repId: row.rep_id,
  date: row.credited_on,
  opportunityId: row.opportunity_id,
  type: row.deal_type,
  product: row.product,
  amountCents: row.amount_cents,
  creditCents: row.credit_cents,
  dealCents: row.deal_cents,
  reverses: row.reverses,
});

/** What closed periods leave owed, by person, and what of it went from plan to plan. */
function passagesOf(
  balances: readonly BalanceRow[],
  calendar: FiscalCalendar,
): Pick<Sealed, "owed" | "takenOver" | "handedOver"> {
  const takenOver = new Map<string, number>();
  for (const { rep_id, taken_over_cents } of balances) {
    takenOver.set(rep_id, (takenOver.get(rep_id) ?? 0) + taken_over_cents);
  }
  const transferOf = ({ period_start, period, handed_over_cents }: BalanceRow): Transfer => ({
    on: addDays(periodOf(period_start, period as Grain, calendar).periodEnd, 1),
    cents: handed_over_cents,
  });
  const byPerson = grouped(balances, ({ rep_id }) => rep_id);
  return {
    owed: new Map(balances.map(({ rep_id, closing_cents }) => [rep_id, closing_cents])),
    takenOver,
    handedOver: new Map([...byPerson].map(([repId, rows]) => [repId, rows.map(transferOf)])),
  };
}
