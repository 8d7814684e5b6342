import { isLevel, partsOfUnit } from "../credit/measure.ts";
import { exact } from "../exact.ts";
import { rateRule } from "./rate.ts";
import { cents, datedOf, type Scale, whereOf } from "./scale.ts";
import type { ComponentEntry } from "./schema.ts";
import type { ComponentCaps, ComponentTerms, Gate, PaidTerms, TargetTerms } from "./terms.ts";

/** What one component as written means. */
export function componentTerms(entry: ComponentEntry, moneyUnits: number): ComponentTerms {
  const creditUnits = partsOfUnit(entry.measure, moneyUnits);
  const scale: Scale = { moneyUnits, creditUnits, hasQuota: entry.quota !== "none" };
  const { budget } = entry;
  return {
    name: entry.name,
    measure: entry.measure,
    credit: entry.credit,
    where: whereOf(entry.where, scale),
    lessShareOfAmount: exact(entry.less_share_of_amount),
    target: targetOf(entry, moneyUnits),
    quota: quotaOf(entry, creditUnits),
    quotaOf: isOfSomebody(entry.quota) ? entry.quota.of : null,
    period: entry.period,
    isProrated: entry.prorate,
    isQuotaProrated: entry.prorate && !isLevel(entry.measure),
    rule: rateRule(entry.rate, scale),
    gates: gatesOf(entry),
    multipliers: entry.multipliers.map(({ by, tiers }) => ({
      component: by,
      tiers: tiers.map(({ from, times }) => ({ from: exact(from), times: exact(times) })),
    })),
    caps: capsOf(entry, moneyUnits),
    weights: entry.weights.map(({ where, times }) => ({
      where: whereOf(where, scale),
      times: exact(times),
    })),
    paid: paidOf(entry),
    reversal: {
      returns: entry.reversal.returns,
      withinDays: entry.reversal.within_days ?? null,
      lowersAttainment: entry.reversal.lowers_attainment,
    },
    budget: budget ? { cents: cents(budget.amount, moneyUnits), use: budget.use } : null,
    pool: entry.pool ? { shareBy: entry.pool.share_by } : null,
  };
}

function capsOf({ caps }: ComponentEntry, units: number): ComponentCaps {
  const minor = (amount: number | undefined) =>
    amount === undefined ? null : cents(amount, units);
  return {
    line: minor(caps.line),
    period: minor(caps.period),
    year: minor(caps.year),
    attainment: caps.attainment === undefined ? null : exact(caps.attainment),
  };
}

const paidOf = ({ paid, hold_days }: ComponentEntry): PaidTerms => ({
  booking: exact(paid.booking),
  invoice: exact(paid.invoice),
  cash: exact(paid.cash),
  holdDays: hold_days,
});

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

function quotaOf(
  { quota: entry, measure }: ComponentEntry,
  units: number,
): ComponentTerms["quota"] {
  // all objectives are the whole of them
  if (entry === undefined && measure === "objectives") return datedOf(1, units);
  if (entry === undefined || isOfSomebody(entry)) return "assigned";
  return entry === "none" ? null : datedOf(entry, units);
}

const isOfSomebody = (entry: ComponentEntry["quota"]) => typeof entry === "object" && "of" in entry;
