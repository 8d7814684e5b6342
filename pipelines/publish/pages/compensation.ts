import { medianSorted } from "simple-statistics";
import { compensationAnswer } from "../../../src/narrative/compensation.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { folded } from "../min-cell.ts";
import { readReport } from "../reading.ts";

interface QuarterRow {
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly people: number;
  readonly paid_cents: number;
  readonly budget_cents: number | null;
  readonly bookings_cents: number | null;
  readonly effective_rate: number | null;
}

interface MonthRow {
  readonly period_start: string;
  readonly people: number;
  readonly accrued_cents: number;
}

interface TeamRow {
  readonly label: string;
  readonly team: string;
  readonly people: number;
  readonly paid_cents: number;
  readonly bookings_cents: number;
}

interface ComponentRow {
  readonly label: string;
  readonly role: string;
  readonly component: string;
  readonly people: number;
  readonly amount_cents: number;
}

interface PayoutRow {
  readonly label: string;
  readonly attainment: number;
  readonly payout: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What pay costs, never a person's: what is about fewer people than the least cell is put together. */
export async function compensation(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { min_cell: minCell, currency, currency_digits } = edition;
  const isEnough = ({ people }: { readonly people: number }) => people >= minCell;
  const quarters = (await readReport<QuarterRow>(warehouse, "pay_quarter")).filter(isEnough);
  const months = (await readReport<MonthRow>(warehouse, "pay_month")).filter(isEnough);
  const teams = await readReport<TeamRow>(warehouse, "pay_team");
  const components = await readReport<ComponentRow>(warehouse, "pay_component");
  const payouts = await readReport<PayoutRow>(warehouse, "pay_payout");
  const body = {
    quarters,
    months,
    teams: byYear(teams, (rows) => foldedTeams(rows, minCell)),
    components: byYear(components, (rows) => foldedComponents(rows, minCell)),
    payouts: byYear(payouts, (rows) => payoutBands(rows, minCell)),
    near: await readReport(warehouse, "pay_near_tier"),
  };
  return {
    path: "/compensation",
    answer: compensationAnswer({
      currency,
      currency_digits,
      quarters,
      accrued_cents: months.at(-1)?.accrued_cents ?? null,
    }),
    files: [{ name: "compensation.json", audience: "leadership", content: { body } }],
  };
}

const byYear = <Row extends { readonly label: string }, Folded>(
  rows: readonly Row[],
  fold: (own: readonly Row[]) => Folded[],
): Folded[] => [...grouped(rows, ({ label }) => label).values()].flatMap(fold);

function foldedTeams(rows: readonly TeamRow[], minCell: number) {
  const teams = folded(rows, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      label: some[0]?.label ?? "",
      team: "Smaller groups",
      people: sum(some.map(({ people }) => people)),
      paid_cents: sum(some.map(({ paid_cents }) => paid_cents)),
      bookings_cents: sum(some.map(({ bookings_cents }) => bookings_cents)),
    }),
  });
  return teams.map((row) => ({
    ...row,
    effective_rate: row.bookings_cents > 0 ? row.paid_cents / row.bookings_cents : null,
  }));
}

/** Roles of few people together, then in each role the components of few. */
function foldedComponents(rows: readonly ComponentRow[], minCell: number): ComponentRow[] {
  const roles = [...grouped(rows, ({ role }) => role)].map(([role, own]) => ({
    role,
    own,
    people: Math.max(...own.map(({ people }) => people)),
  }));
  const groups = folded(roles, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      role: "smaller_roles",
      own: some.flatMap(({ own }) => own),
      people: sum(some.map(({ people }) => people)),
    }),
  });
  return groups.flatMap(({ role, own, people }) =>
    role === "smaller_roles"
      ? [merged(role, "All components", own, people)]
      : folded(own, {
          minCell,
          sizeOf: (row) => row.people,
          together: (sizes) => Math.max(...sizes),
          merge: (some) =>
            merged(
              role,
              some.length === own.length ? "All components" : "Other components",
              some,
              Math.max(...some.map((row) => row.people)),
            ),
        }),
  );
}

const merged = (
  role: string,
  component: string,
  rows: readonly ComponentRow[],
  people: number,
): ComponentRow => ({
  label: rows[0]?.label ?? "",
  role,
  component,
  people,
  amount_cents: sum(rows.map(({ amount_cents }) => amount_cents)),
});

/** Medians of payout by tenths of attainment, those of few people left out. */
function payoutBands(rows: readonly PayoutRow[], minCell: number) {
  const bands = grouped(rows, ({ attainment }) => String(Math.floor(attainment * 10)));
  return [...bands]
    .filter(([, own]) => own.length >= minCell)
    .map(([band, own]) => ({
      label: own[0]?.label ?? "",
      attainment: (Number(band) + 0.5) / 10,
      people: own.length,
      payout: medianSorted(own.map(({ payout }) => payout).sort((a, b) => a - b)),
    }))
    .sort((a, b) => a.attainment - b.attainment);
}
