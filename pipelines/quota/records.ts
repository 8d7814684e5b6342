import { type FiscalCalendar, monthsBetween, type PlainDate } from "../../src/calendar.ts";
import type { Records, Seller, Territory } from "../../src/quota/seller.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { RepMonthRow, TerritoryRow } from "./rows.ts";

/** What every rep booked by month and had to sell to; months are numbered from the first row's. */
export function recordsOf(
  months: readonly RepMonthRow[],
  territories: readonly TerritoryRow[],
  { startMonth }: FiscalCalendar,
): Records {
  const first = months[0]?.period_start ?? null;
  const held = grouped(territories, ({ rep_id }) => rep_id);
  const sellers = [...grouped(months, ({ rep_id }) => rep_id)].flatMap(([repId, rows]) => {
    const [head] = rows;
    return head ? [sellerOf(repId, rows, head, first, held.get(repId) ?? [])] : [];
  });
  const month = first === null ? startMonth : Number(first.slice(5, 7));
  return { sellers, place: (month - startMonth + 12) % 12 };
}

function sellerOf(
  repId: string,
  rows: readonly RepMonthRow[],
  { role, hired_on, left_on }: RepMonthRow,
  first: PlainDate | null,
  held: readonly TerritoryRow[],
): Seller {
  const numbered = (date: PlainDate | null) =>
    date === null || first === null ? null : monthsBetween(first, date);
  return {
    repId,
    role: role ?? "",
    hired: numbered(hired_on),
    left: numbered(left_on),
    monthly: first === null ? [] : rows.map((row) => row.bookings_cents),
    territories: held.map(territoryOf),
  };
}

const territoryOf = (row: TerritoryRow): Territory => ({
  month: row.month_number,
  accounts: row.count_accounts,
  potential: row.potential_cents,
  expected: row.expected_cents,
  pipeline: row.pipeline_cents,
});
