import { compensationAnswer, type PaidOutlook } from "../../../src/narrative/compensation.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { type ComponentRow, foldedComponents } from "../component-cells.ts";
import type { Edition, PageContent } from "../file.ts";
import {
  foldedMix,
  foldedMonths,
  foldedTeams,
  type MixRow,
  type MonthRow,
  type PayoutRow,
  payoutBands,
  type TeamRow,
} from "../pay-cells.ts";
import { readReport } from "../reading.ts";

interface QuarterRow {
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly people: number;
  readonly earned_cents: number;
  readonly budget_cents: number | null;
  readonly bookings_cents: number | null;
  readonly effective_rate: number | null;
}

interface OutlookRow extends PaidOutlook {
  readonly people: number;
}

/** Somebody whose pay isn't forecast from a period on. */
interface UnquotedRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly label: string | null;
}

interface PricedRow {
  readonly label: string;
  readonly scenario: string;
  readonly people: number;
  readonly target_cents: number;
  readonly bookings_cents: number;
  readonly expected_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly effective_rate: number | null;
}

/** What pay costs, never a person's: what is about fewer people than the least cell is put together. */
export async function compensation(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const { min_cell: minCell, currency, currency_digits } = edition;
  const isEnough = ({ people }: { readonly people: number }) => people >= minCell;
  const quarters = (await readReport<QuarterRow>(warehouse, "pay_quarter")).filter(isEnough);
  const months = foldedMonths(await readReport<MonthRow>(warehouse, "pay_month"), minCell);
  const teams = await readReport<TeamRow>(warehouse, "pay_team");
  const components = await readReport<ComponentRow>(warehouse, "pay_component");
  const payouts = await readReport<PayoutRow>(warehouse, "pay_payout");
  const outlook = (await readReport<OutlookRow>(warehouse, "pay_outlook")).filter(isEnough);
  const unquoted = await readReport<UnquotedRow>(warehouse, "pay_unquoted");
  const body = {
    quarters,
    months,
    teams: byYear(teams, (rows) => foldedTeams(rows, minCell)),
    components: byYear(components, (rows) => foldedComponents(rows, minCell)),
    payouts: byYear(payouts, (rows) => payoutBands(rows, minCell)),
    outlook,
    priced: (await readReport<PricedRow>(warehouse, "priced_year")).filter(isEnough),
    mix: foldedMix(await readReport<MixRow>(warehouse, "pay_mix"), minCell),
    near: await readReport(warehouse, "pay_near_tier"),
    unquoted,
  };
  return {
    path: "/compensation",
    answer: compensationAnswer({
      currency,
      currency_digits,
      quarters,
      year: outlook.find(({ period }) => period === "year") ?? null,
      accrued_cents: months.at(-1)?.accrued_cents ?? null,
      count_unquoted: new Set(unquoted.map(({ rep_id }) => rep_id)).size,
    }),
    files: [{ name: "compensation.json", audience: "leadership", content: { body } }],
  };
}

const byYear = <Row extends { readonly label: string }, Folded>(
  rows: readonly Row[],
  fold: (own: readonly Row[]) => Folded[],
): Folded[] => [...grouped(rows, ({ label }) => label).values()].flatMap(fold);
