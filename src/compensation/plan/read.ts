import { currencyDigits } from "../../money.ts";
import { exact } from "../exact.ts";
import { componentTerms } from "./component.ts";
import { cents, datedOf } from "./scale.ts";
import type { PlanEntry } from "./schema.ts";
import type { PlanTerms } from "./terms.ts";

/** What the company's file says where a plan doesn't. */
export interface PlanDefaults {
  readonly currency: string;
  /** 1 (January) to 12; null where years begin in the month in which the plan does. */
  readonly fiscalYearStarts: number | null;
}

/** A checked plan as its terms: money in minor units, rates and shares exact. */
export function planTerms(entry: PlanEntry, defaults: PlanDefaults): PlanTerms {
  const currency = entry.currency ?? defaults.currency;
  const units = 10 ** currencyDigits(currency);
  const { draw, covers, caps, leavers } = entry;
  const minor = (amount: number | undefined) =>
    amount === undefined ? null : cents(amount, units);
  return {
    name: entry.plan,
    covers: {
      roles: covers.roles ?? null,
      teams: covers.teams ?? null,
      people: covers.people ?? null,
      except: covers.except ?? [],
    },
    effectiveFrom: entry.effective_from,
    effectiveUntil: entry.effective_until ?? null,
    recordedOn: entry.recorded_on ?? null,
    isSupplement: entry.supplements,
    currency,
    calendar: { startMonth: startMonth(entry, defaults) },
    exchangeRates: new Map(
      Object.entries(entry.exchange_rates).map(([code, rate]) => [code, datedOf(rate, 1)]),
    ),
    onTargetEarnings:
      entry.on_target_earnings === undefined ? null : exact(entry.on_target_earnings).mul(units),
    variableShare: entry.variable_share === undefined ? null : exact(entry.variable_share),
    pays: entry.pays,
    draw: draw ? drawTerms(draw, units) : null,
    negativePay: entry.negative_pay,
    caps: { period: minor(caps.period), year: minor(caps.year) },
    leavers: { pay: leavers.pay, recoversDraw: leavers.recover_draw },
    splitTotal: entry.split_total,
    components: entry.components.map((component) => componentTerms(component, units)),
  };
}

const drawTerms = (
  { kind, amount, until, months }: NonNullable<PlanEntry["draw"]>,
  units: number,
) => ({
  kind,
  cents: cents(amount, units),
  until: until ?? null,
  months: months ?? null,
});

const startMonth = (
  { fiscal_year_starts, effective_from }: PlanEntry,
  { fiscalYearStarts }: PlanDefaults,
): number => fiscal_year_starts ?? fiscalYearStarts ?? Number(effective_from.slice(5, 7));
