import { currencyDigits } from "../../money.ts";
import { isCount } from "../credit/measure.ts";
import { exact } from "../exact.ts";
import { rateRule } from "./rate.ts";
import { cents, type Scale, whereOf } from "./scale.ts";
import type { ComponentEntry, PlanEntry } from "./schema.ts";
import type { ComponentTerms, Dated, Gate, PlanTerms, TargetTerms } from "./terms.ts";
import type { DatedEntry } from "./values.ts";

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
    currency,
    calendar: { startMonth: startMonth(entry, defaults) },
    exchangeRates: new Map(
      Object.entries(entry.exchange_rates).map(([code, rate]) => [code, datedOf(rate, 1)]),
    ),
    onTargetEarnings:
      entry.on_target_earnings === undefined ? null : exact(entry.on_target_earnings).mul(units),
    variableShare: entry.variable_share === undefined ? null : exact(entry.variable_share),
    pays: entry.pays,
    draw: draw
      ? { kind: draw.kind, cents: cents(draw.amount, units), until: draw.until ?? null }
      : null,
    negativePay: entry.negative_pay,
    caps: { period: minor(caps.period), year: minor(caps.year) },
    leavers: { pay: leavers.pay, recoversDraw: leavers.recover_draw },
    splitTotal: entry.split_total,
    components: entry.components.map((component) => componentTerms(component, units)),
  };
}

const startMonth = (
  { fiscal_year_starts, effective_from }: PlanEntry,
  { fiscalYearStarts }: PlanDefaults,
): number => fiscal_year_starts ?? fiscalYearStarts ?? Number(effective_from.slice(5, 7));

/** What one component as written means. */
export function componentTerms(entry: ComponentEntry, moneyUnits: number): ComponentTerms {
  const creditUnits = isCount(entry.measure) ? 100 : moneyUnits;
  const scale: Scale = { moneyUnits, creditUnits, hasQuota: entry.quota !== "none" };
  const { budget, caps } = entry;
  const minor = (amount: number | undefined) =>
    amount === undefined ? null : cents(amount, moneyUnits);
  return {
    name: entry.name,
    measure: entry.measure,
    credit: entry.credit,
    where: whereOf(entry.where, scale),
    lessShareOfAmount: exact(entry.less_share_of_amount),
    target: targetOf(entry, moneyUnits),
    quota: quotaOf(entry.quota, creditUnits),
    period: entry.period,
    isProrated: entry.prorate,
    rule: rateRule(entry.rate, scale),
    gates: gatesOf(entry),
    multipliers: entry.multipliers.map(({ by, tiers }) => ({
      component: by,
      tiers: tiers.map(({ from, times }) => ({ from: exact(from), times: exact(times) })),
    })),
    caps: {
      line: minor(caps.line),
      period: minor(caps.period),
      year: minor(caps.year),
      attainment: caps.attainment === undefined ? null : exact(caps.attainment),
    },
    weights: entry.weights.map(({ where, times }) => ({
      where: whereOf(where, scale),
      times: exact(times),
    })),
    paid: {
      booking: exact(entry.paid.booking),
      invoice: exact(entry.paid.invoice),
      cash: exact(entry.paid.cash),
      holdDays: entry.hold_days,
    },
    reversal: {
      returns: entry.reversal.returns,
      withinDays: entry.reversal.within_days ?? null,
      lowersAttainment: entry.reversal.lowers_attainment,
    },
    budget: budget ? { cents: cents(budget.amount, moneyUnits), use: budget.use } : null,
    pool: entry.pool ? { shareBy: entry.pool.share_by } : null,
  };
}

function gatesOf({ name, threshold, gates }: ComponentEntry): Gate[] {
  const own = threshold === undefined ? [] : [{ component: name, atLeast: exact(threshold) }];
  const others = gates.map(({ component, at_least }) => ({ component, atLeast: exact(at_least) }));
  return [...own, ...others];
}

function targetOf(entry: ComponentEntry, units: number): TargetTerms | null {
  if (entry.target_pay !== undefined) return { of: "plan", pay: datedOf(entry.target_pay, units) };
  if (entry.target_share === undefined) return null;
  return { of: "variable_pay", share: exact(entry.target_share) };
}

function quotaOf(entry: ComponentEntry["quota"], units: number): ComponentTerms["quota"] {
  if (entry === undefined) return "assigned";
  return entry === "none" ? null : datedOf(entry, units);
}

function datedOf(entry: DatedEntry, units: number): Dated[] {
  if (typeof entry === "number") return [{ from: null, value: exact(entry).mul(units) }];
  return entry.map(({ from, amount }) => ({ from, value: exact(amount).mul(units) }));
}
