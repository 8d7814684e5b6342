import { isDeepStrictEqual } from "node:util";
import type { Credit } from "../../../src/compensation/credit/credit.ts";
import { readCredits } from "../../../src/compensation/credit/table/read.ts";
import { exact } from "../../../src/compensation/exact.ts";
import type { Person as EnginePerson } from "../../../src/compensation/person.ts";
import { pricePlan } from "../../../src/compensation/price.ts";
import { InputError, InputErrors } from "../../../src/errors.ts";
import { parsePlan } from "../../../src/scenario/plan-text.ts";
import type { AnyPlan } from "./any-plan.ts";
import { fiscal } from "./days.ts";
import { type Ledger, minorUnits, type Person, Refusal } from "./known.ts";
import { reckon } from "./oracle.ts";
import { read as readEntry } from "./read.ts";
import { creditsOf, type Row } from "./table.ts";

/** What a ledger pays, in one form whoever reckoned it; null where it is refused. */
export type Pay = {
  /** By person, component, pay period and cause; what is 0 is left out. */
  readonly cents: Readonly<Record<string, number>>;
  readonly statements: readonly object[];
} | null;

export interface Case {
  /** As written. */
  readonly entry: AnyPlan;
  readonly ledger: Ledger;
}

const defaults = { currency: "USD", fiscalYearStarts: null };

/** Whether engine and oracle pay the same to the cent, or both refuse. */
export const isAgreed = (one: Case): boolean => isDeepStrictEqual(byEngine(one), byOracle(one));

export function byEngine({ entry, ledger }: Case): Pay {
  const { credits, people, assigned, through } = ledger;
  const plan = parsePlan(JSON.stringify(entry), "plan.yaml", defaults);
  const units = minorUnits(plan.currency);
  return unlessRefused(InputError, () => {
    const { lines, poolLines, statements } = pricePlan({
      plan,
      credits,
      assigned: (holder, component, { periodStart }) => assigned(holder, component, periodStart),
      ...(people === null ? {} : { people: people.map((one) => asTheEngineHas(one, units)) }),
      ...(through === null ? {} : { through }),
    });
    const dated = [...lines, ...poolLines.map(ofPool)].map(
      ({ payPeriod, amountCents, ...line }) => ({
        ...line,
        period: payPeriod.periodStart,
        cents: amountCents,
      }),
    );
    const said = statements.map(({ payPeriod, draw, ...one }) => ({
      ...one,
      draw: draw.cents,
      periodStart: payPeriod.periodStart,
    }));
    return { cents: summed(dated), statements: said };
  });
}

/** A team's name may be a person's, too. */
const ofPool = <Line extends { readonly repId: string }>(line: Line): Line => ({
  ...line,
  repId: `pool ${line.repId}`,
});

export function byOracle({ entry, ledger }: Case): Pay {
  const plan = readEntry(entry);
  const firstMonth = plan.fiscal_year_starts ?? Number(plan.effective_from.slice(5, 7));
  return unlessRefused(Refusal, () => {
    const { lines, poolLines, statements } = reckon(plan, ledger);
    const dated = [...lines, ...poolLines.map(ofPool)].map((line) => ({
      ...line,
      period: fiscal(line.date, plan.pays, firstMonth).from,
    }));
    return { cents: summed(dated), statements };
  });
}

export interface TableCase {
  readonly entry: AnyPlan;
  readonly rows: readonly Row[];
}

/** The same of a table of credits, be it that nobody can read it. */
export function isTableAgreed({ entry, rows }: TableCase): boolean {
  const plan = parsePlan(JSON.stringify(entry), "plan.yaml", defaults);
  const headings = [...new Set([...always, ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row, at) => ({
    line: at + 2,
    cells: headings.map((heading) => row[heading] ?? ""),
  }));
  const table = { path: "credits.csv", headings, rows: lines };
  const read = unlessRefused(InputErrors, () => readCredits(table, plan).credits);
  const defined = unlessRefused(Refusal, () => creditsOf(readEntry(entry), rows));
  return isDeepStrictEqual(byId(read), byId(defined));
}

const always = ["margin", "quantity", "invoiced_on", "paid_on"];
const byId = (credits: readonly Credit[] | null) =>
  credits && [...credits].sort((a, b) => (a.creditId < b.creditId ? -1 : 1));

const asTheEngineHas = (
  { onTargetEarnings, variableShare, ...person }: Person,
  units: number,
): EnginePerson => ({
  ...person,
  pay: [
    {
      from: null,
      onTargetEarnings: onTargetEarnings === null ? null : exact(onTargetEarnings).mul(units),
      variableShare: variableShare === null ? null : exact(variableShare),
    },
  ],
});

interface Dated {
  readonly repId: string;
  readonly component: string | null;
  readonly period: string;
  readonly cause: string;
  readonly cents: number;
}

function summed(lines: readonly Dated[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { repId, component, period, cause, cents } of lines) {
    const key = [repId, component ?? "-", period, cause].join(", ");
    sums.set(key, (sums.get(key) ?? 0) + cents);
  }
  return Object.fromEntries([...sums].filter(([, cents]) => cents !== 0).sort());
}

function unlessRefused<T>(refusal: new (...parts: never[]) => Error, price: () => T): T | null {
  try {
    return price();
  } catch (error) {
    if (error instanceof refusal) return null;
    throw error;
  }
}
