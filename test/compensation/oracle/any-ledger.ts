import fc from "fast-check";
import type { Credit } from "../../../src/compensation/credit/credit.ts";
import { rarely } from "./any-component.ts";
import type { AnyPlan } from "./any-plan.ts";
import { later } from "./days.ts";
import { edgesOf, sumBefore } from "./edges.ts";
import { alphabetically, type Known, knownOf, type Ledger, nobody, type Person } from "./known.ts";
import { read } from "./read.ts";

// credits, refunds and people for a plan: many of its credits come to an edge of it, or a cent beside

const names = ["p1", "p2", "p3"] as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>, of = 3) =>
  rarely(arbitrary, of).map((one) => one ?? null);
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 30 });
const begin = "2025-12-28";
/** Days in which a plan is mostly in force, the first months more than the others. */
const day = fc
  .noBias(fc.oneof(fc.nat(100), fc.nat(100), fc.nat(430)))
  .map((days) => later(begin, days));

const size = fc.oneof(
  { weight: 4, arbitrary: fc.record({ of: fc.constant("any"), cents: fc.nat(500_000) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      of: fc.constantFrom("edge", "up to edge"),
      cents: fc.integer({ min: -1, max: 1 }),
      edge: fc.nat(5),
      component: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ of: fc.constant("any"), cents: fc.nat(50_000).map((c) => -c) }),
  },
  { weight: 1, arbitrary: fc.record({ of: fc.constant("any"), cents: fc.constant(0) }) },
);

interface Size {
  readonly of: string;
  readonly cents: number;
  readonly edge?: number;
  readonly component?: number;
}

const deal = fc.record({
  who: fc.constantFrom("p1", "p1", "p1", ...names),
  date: day,
  size: size as fc.Arbitrary<Size>,
  isPaidOn: maybe(fc.constant(false), 8).map((no) => no ?? true),
  creditShare: fc.constantFrom(100, 100, 100, 50, 0, 130),
  dealShare: fc.constantFrom(1, 1, 2, 0),
  product: maybe(fc.constantFrom("Gold", "silver", "BRONZE "), 2),
  type: maybe(fc.constantFrom("New", "renewal"), 2),
  levelOf: maybe(fc.constantFrom("A", "B", "C"), 8),
  role: maybe(fc.constantFrom("owner", "split", "overlay"), 4),
  opportunity: maybe(fc.constantFrom("o1", "o2"), 2),
  isCommission: maybe(fc.boolean(), 4),
  customers: maybe(fc.tuple(fc.nat(100), fc.nat(100)), 3),
  line: maybe(fc.constantFrom("l1", "l2")),
  margin: fc.tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: 0, max: 80 })),
  hundredths: fc.tuple(fc.nat(1200), fc.nat(1200)),
  invoicedAfter: maybe(fc.nat(90), 2),
  payments: mostly(
    fc.array(fc.record({ after: fc.nat(120), percent: fc.integer({ min: -20, max: 110 }) }), {
      maxLength: 3,
    }),
  ),
});

const refund = fc.record({
  of: fc.nat(),
  // in the same month, in one of the next ones, in the next year
  after: fc.oneof(fc.nat(40), fc.noBias(fc.nat(120)), fc.noBias(fc.nat(400))),
  // of more than all there is, seldom
  part: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(1, 1, 2, 3, 4) },
    { weight: 1, arbitrary: fc.constant(0.5) },
  ),
});

const team = fc.constantFrom("north", "south", "north", null);
const person = fc.record({
  teams: fc
    .tuple(team, fc.uniqueArray(day, { maxLength: 2 }), fc.tuple(team, team))
    .map(([first, days, next]) => [
      { from: null, team: first },
      ...days.sort().map((from, at) => ({ from, team: next[at] ?? null })),
    ]),
  from: maybe(fc.constantFrom("2026-01-15", "2026-02-20", "2025-06-01"), 4),
  until: maybe(fc.constantFrom("2026-02-28", "2026-03-10", "2026-04-19", "2026-09-30"), 3),
  leaves: fc
    .array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 2 })
    .map((all) =>
      all.map(([from, days]) => ({ from: later(begin, from), until: later(begin, from + days) })),
    ),
  hiredOn: maybe(fc.constantFrom("2026-01-01", "2026-01-15", "2026-02-20", "2025-10-31"), 2),
  onTargetEarnings: fc.constantFrom(50_000, 120_000.01),
  variableShare: fc.constantFrom(0.5, 0.4, 1),
});

const assigned = fc.oneof(fc.nat(400_000), fc.nat(3000), fc.constantFrom(100_000, 0));

const drawn = fc.record({
  deals: fc.array(deal, { minLength: 1, maxLength: 12, size: "max" }),
  refunds: fc.array(refund, { maxLength: 4 }),
  people: fc.oneof(
    { weight: 8, arbitrary: fc.array(person, { minLength: 3, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  quotas: fc.array(fc.option(assigned, { freq: 80 }), { minLength: 3, maxLength: 3 }),
  through: maybe(day, 6),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
type Deal = Drawn["deals"][number];

/** A plan and a ledger for it. */
export const anyCase = (plan: fc.Arbitrary<AnyPlan>) =>
  fc.tuple(plan, drawn).map(([entry, all]) => ({ entry, ledger: ledgerOf(entry, all) }));

function ledgerOf(plan: AnyPlan, { deals, refunds, people, quotas, through }: Drawn): Ledger {
  const components = ["A", "B", "C"];
  const ledger: Ledger = {
    credits: [],
    people: people?.map((one, at): Person => ({ repId: names[at] ?? "p1", ...one })) ?? null,
    assigned: (holder, component, periodStart) => {
      const quota = quotas[components.indexOf(component)] ?? null;
      const more = periodStart.endsWith("-02-01") ? 1 : 0;
      if (quota === null) return null;
      const value = quota * (holder === "p2" ? 2 : 1) + more;
      const until = later(periodStart, 26);
      return quota % 5 > 0
        ? value
        : { value, days: { from: later(periodStart, quota % 20), until } };
    },
    through,
  };
  const somebody = names.map((repId) => ({ ...nobody, repId }));
  const known = knownOf(read(plan), { ...ledger, people: ledger.people ?? somebody });
  const sold: Credit[] = [];
  const inOrder = [...deals].sort((a, b) => alphabetically(a.date, b.date));
  for (const [at, one] of inOrder.entries()) sold.push(creditOf(known, one, at, sold));
  return { ...ledger, credits: [...refundsOf(refunds, sold), ...sold.reverse()] };
}

function creditOf(known: Known, drawn: Deal, at: number, before: readonly Credit[]): Credit {
  const repId = drawn.who;
  const cents = sizeOf(known, drawn, before);
  const amountCents = drawn.isPaidOn ? cents : 0;
  const creditCents = Math.round((cents * drawn.creditShare) / 100);
  const [amount, credit] = drawn.margin;
  const [sold, counted] = drawn.hundredths;
  const sign = amountCents < 0 ? -1 : 1;
  return {
    creditId: `c${at}`,
    repId,
    date: drawn.date,
    opportunityId: drawn.opportunity,
    lineId: drawn.line,
    product: drawn.product,
    type: drawn.type,
    role: drawn.role,
    amountCents,
    creditCents,
    dealCents: amountCents * drawn.dealShare,
    margin: {
      amount: Math.round((amountCents * amount) / 100),
      credit: Math.round((amountCents * credit) / 100),
    },
    quantity: { amount: sign * sold, credit: sign * (drawn.creditShare === 100 ? sold : counted) },
    invoicedOn: drawn.invoicedAfter === null ? null : later(drawn.date, drawn.invoicedAfter),
    payments:
      drawn.payments?.map(({ after, percent }) => ({
        on: later(drawn.date, after),
        cents: Math.round((amountCents * percent) / 100),
      })) ?? null,
    reverses: null,
    ...(drawn.levelOf === null ? {} : { levelOf: drawn.levelOf }),
    ...(drawn.isCommission === null ? {} : { isCommission: drawn.isCommission }),
    ...customersOf(drawn, sign),
  };
}

function customersOf({ customers }: Deal, sign: number): Pick<Credit, "customers"> {
  if (customers === null) return {};
  const [amount, credit] = customers;
  return { customers: { amount: sign * amount, credit: sign * credit } };
}

/** What is drawn, or what comes to an edge of a component from what was credited before. */
function sizeOf(known: Known, { who: repId, date, size }: Deal, before: readonly Credit[]): number {
  const { of, cents, edge = 0, component: place = 0 } = size;
  const components = known.plan.components;
  const component = components[place % components.length];
  if (of === "any" || component === undefined) return cents;
  const edges = edgesOf(known, component, { repId, date });
  const bound = edges[edge % Math.max(1, edges.length)] ?? 100_000;
  const sum = of === "edge" ? 0 : sumBefore(known, component, { repId, date }, before);
  return bound - sum + cents;
}

/** Each takes back a part of what is left of a deal, all of it mostly. */
function refundsOf(refunds: Drawn["refunds"], sold: readonly Credit[]): Credit[] {
  const left = new Map(
    sold.map(({ creditId, amountCents, creditCents }) => [creditId, amountCents || creditCents]),
  );
  return refunds.flatMap(({ of, after, part }, at): Credit[] => {
    const original = sold[of % sold.length];
    const rest = left.get(original?.creditId ?? "") ?? 0;
    if (original === undefined || rest < 0) return [];
    const isPaidOn = original.amountCents !== 0;
    // a deal of nothing is taken back by any amount
    const back = rest === 0 && original.creditCents === 0 ? 1 : Math.ceil(rest / part);
    if (back === 0) return [];
    left.set(original.creditId, Math.max(0, rest - back));
    const counted = isPaidOn
      ? Math.round((original.creditCents * back) / original.amountCents)
      : back;
    return [
      {
        ...original,
        creditId: `r${at}`,
        date: later(original.date, after),
        amountCents: isPaidOn ? -back : 0,
        creditCents: -counted,
        reverses: original.creditId,
      },
    ];
  });
}
