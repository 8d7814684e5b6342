import type { PlainDate } from "../../src/calendar.ts";
import { spifsOf, stretchesOf, wonIn } from "../../src/compensation/spif.ts";
import { soldDeals } from "./deals.ts";
import type { PayInputs } from "./rows.ts";
import type { SettledPlan } from "./settle-plans.ts";

/** A row of `commission_spif`; money in minor units of the plan's currency. */
export interface SpifRow {
  readonly plan: string;
  readonly component: string;
  readonly from_date: PlainDate;
  readonly until_date: PlainDate;
  readonly measure: string;
  readonly budget_cents: number | null;
  readonly budget_use: string | null;
  readonly currency: string;
}

/** A row of `commission_spif_stretch`; money in minor units of the company's currency. */
export interface SpifStretchRow {
  readonly plan: string;
  readonly component: string;
  readonly stretch: string;
  readonly from_date: PlainDate;
  readonly until_date: PlainDate;
  readonly count_deals: number;
  readonly bookings_cents: number;
}

/** The SPIFs of all plans, and what was won of their kind before, during and after them. */
export function spifRows(
  settled: readonly SettledPlan[],
  inputs: PayInputs,
  asOf: PlainDate,
): { readonly commission_spif: SpifRow[]; readonly commission_spif_stretch: SpifStretchRow[] } {
  const lines = soldDeals(inputs).flatMap((deal) => deal.lines);
  const spifs = settled.flatMap(({ plan: { terms } }) =>
    spifsOf(terms).map((spif) => ({ spif, plan: terms.name, currency: terms.currency })),
  );
  return {
    commission_spif: spifs.map(({ spif: { component, from, until }, plan, currency }) => ({
      plan,
      component: component.name,
      from_date: from,
      until_date: until,
      measure: component.measure,
      budget_cents: component.budget?.cents ?? null,
      budget_use: component.budget?.use ?? null,
      currency,
    })),
    commission_spif_stretch: spifs.flatMap(({ spif, plan }) =>
      stretchesOf(spif, asOf).map((stretch) => {
        const { deals, cents } = wonIn(stretch, spif, lines);
        return {
          plan,
          component: spif.component.name,
          stretch: stretch.stretch,
          from_date: stretch.from,
          until_date: stretch.until,
          count_deals: deals,
          bookings_cents: cents,
        };
      }),
    ),
  };
}
