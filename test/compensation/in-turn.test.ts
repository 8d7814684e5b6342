import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { earnPlan } from "../../src/compensation/earn.ts";
import { anybody } from "../../src/compensation/person.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { settleInTurn } from "../../src/compensation/settle/in-turn.ts";
import type { Sealed } from "../../src/compensation/settle/retroactive.ts";
import { creditOf, planOf } from "./plan.ts";

// what somebody owes on a plan that has ended is taken off pay of the next one

const tenth = (name: string, from: string, until: string, more = "") =>
  planOf(
    `plan: ${name}\neffective_from: ${from}\neffective_until: ${until}\n${more}\ncomponents:\n  - {name: Sales, quota: none, rate: 0.1}\n`,
  );
const first = tenth("First", "2026-01-01", "2026-06-30");
const second = tenth("Second", "2026-07-01", "2026-12-31");

const sold = creditOf(100_000, { date: "2026-05-15" });
const refunded = creditOf(-100_000, { date: "2026-06-15", reverses: sold.creditId });
/** 100.00 paid for May, 100.00 owed since June. */
const takenBack = [sold, refunded];
const later = creditOf(300_000, { date: "2026-08-15" });

interface Under {
  readonly plan: PlanTerms;
  readonly credits: readonly Credit[];
  readonly sealed?: Sealed;
  readonly person?: Partial<ReturnType<typeof anybody>>;
}

const settled = (plans: readonly Under[], through = "2026-12-31") =>
  settleInTurn(
    plans.map(({ plan, credits, sealed = null, person = {} }) =>
      earnPlan({ plan, credits, people: [{ ...anybody("ann"), ...person }], through, sealed }),
    ),
  );

/** Month, owed before, taken over, advanced, recovered, handed over, owed after, paid. */
const ledgers = (plans: readonly Under[], through?: string) =>
  settled(plans, through).map(({ statements }) =>
    statements.map((one) =>
      [
        one.payPeriod.label,
        one.owedBefore,
        one.takenOver,
        one.advanced,
        one.recovered,
        one.handedOver,
        one.owedAfter,
        one.paid,
      ].join(" "),
    ),
  );

describe("what is owed on a plan that has ended", () => {
  test("goes on to the next and is recovered there", () => {
    const plans = [
      { plan: first, credits: takenBack },
      { plan: second, credits: [later] },
    ];
    expect(ledgers(plans)).toEqual([
      ["2026-05 0 0 0 0 0 0 10000", "2026-06 0 0 10000 0 10000 0 0"],
      ["2026-07 0 10000 0 0 0 10000 0", "2026-08 10000 0 0 10000 0 0 20000"],
    ]);
  });

  test("goes on from whichever plan comes first, in whatever order they are told", () => {
    const plans = [
      { plan: second, credits: [later] },
      { plan: first, credits: takenBack },
    ];
    expect(ledgers(plans)[1]?.at(-1)).toBe("2026-06 0 0 10000 0 10000 0 0");
  });

  test("stays until the pay period is over and the next plan has begun", () => {
    const plans = [
      { plan: first, credits: takenBack },
      { plan: second, credits: [] },
    ];
    expect(ledgers(plans, "2026-06-30")[0]?.at(-1)).toBe("2026-06 0 0 10000 0 0 10000 0");
    expect(ledgers(plans, "2026-07-01")[0]?.at(-1)).toBe("2026-06 0 0 10000 0 10000 0 0");
  });

  test("stays where the next plan pays in another currency", () => {
    const euros = tenth("Euros", "2026-07-01", "2026-12-31", "currency: EUR");
    const [own, other] = ledgers([
      { plan: first, credits: takenBack },
      { plan: euros, credits: [later] },
    ]);
    expect(own?.at(-1)).toBe("2026-06 0 0 10000 0 0 10000 0");
    expect(other).toEqual(["2026-08 0 0 0 0 0 0 30000"]);
  });

  test("neither goes to a supplement nor comes from one", () => {
    const beside = tenth("Beside", "2026-07-01", "2026-12-31", "supplements: true");
    const [own, other] = ledgers([
      { plan: first, credits: takenBack },
      { plan: beside, credits: [later] },
    ]);
    expect(own?.at(-1)).toBe("2026-06 0 0 10000 0 0 10000 0");
    expect(other).toEqual(["2026-08 0 0 0 0 0 0 30000"]);
  });

  test("goes on in the middle of a year for who moves to another plan", () => {
    const whole = tenth("Whole", "2026-01-01", "2026-12-31");
    const other = tenth("Other", "2026-01-01", "2026-12-31");
    const [, taken] = ledgers([
      { plan: whole, credits: takenBack, person: { until: "2026-06-30" } },
      { plan: other, credits: [later], person: { from: "2026-07-01" } },
    ]);
    expect(taken).toEqual(["2026-07 0 10000 0 0 0 10000 0", "2026-08 10000 0 0 10000 0 0 20000"]);
  });
});

describe("in closed pay periods", () => {
  const sealedWith = (parts: Partial<Sealed>): Sealed => ({
    through: "2026-07-31",
    plan: "same",
    lines: [],
    credits: [],
    deals: { before: new Set(), now: new Set() },
    owed: new Map(),
    takenOver: new Map(),
    handedOver: new Map(),
    ...parts,
  });
  const paid = (amountCents: number, of: string, { creditId }: Credit) => ({
    repId: "ann",
    component: "Sales",
    cause: "credit",
    lateRule: null,
    baseCents: 0,
    tier: 1,
    rate: 0.1,
    creditId,
    opportunityId: null,
    of,
    amountCents,
  });
  const lines = [paid(10_000, "2026-05-01", sold), paid(-10_000, "2026-06-01", refunded)];

  test("what was handed over is taken over once", () => {
    const handedOver = new Map([["ann", [{ on: "2026-07-01", cents: 10_000 }]]]);
    const before = { plan: first, credits: takenBack, sealed: sealedWith({ lines, handedOver }) };
    const [own, next] = ledgers([
      before,
      {
        plan: second,
        credits: [later],
        sealed: sealedWith({
          owed: new Map([["ann", 10_000]]),
          takenOver: new Map([["ann", 10_000]]),
        }),
      },
    ]);
    expect(own).toEqual([]);
    expect(next).toEqual(["2026-08 10000 0 0 10000 0 0 20000"]);
  });

  test("what was owed when balances stayed with their plan goes on from the first open one", () => {
    const owed = new Map([["ann", 10_000]]);
    const plans = [
      { plan: first, credits: takenBack, sealed: sealedWith({ lines, owed }) },
      { plan: second, credits: [later], sealed: sealedWith({}) },
    ];
    expect(ledgers(plans)).toEqual([
      ["2026-08 10000 0 0 0 10000 0 0"],
      ["2026-08 0 0 0 0 0 0 30000", "2026-09 0 10000 0 0 0 10000 0"],
    ]);
  });

  test("what somebody was paid by a plan that they are taken out of goes on to the one that they are under", () => {
    const stays = tenth("Stays", "2025-01-01", "2026-12-31");
    const october = creditOf(300_000, { date: "2026-10-15" });
    const plans = [
      { plan: stays, credits: [october] },
      {
        plan: first,
        credits: [],
        sealed: sealedWith({ lines: lines.slice(0, 1) }),
        person: { from: "2026-01-01", until: "2026-01-01" },
      },
    ];
    expect(ledgers(plans)).toEqual([
      ["2026-09 0 10000 0 0 0 10000 0", "2026-10 10000 0 0 10000 0 0 20000"],
      ["2026-08 0 0 10000 0 10000 0 0"],
    ]);
  });

  test("what should have been taken over in one comes in the first open one", () => {
    const handedOver = new Map([["ann", [{ on: "2026-07-01", cents: 10_000 }]]]);
    const plans = [
      { plan: first, credits: takenBack, sealed: sealedWith({ lines, handedOver }) },
      { plan: second, credits: [later], sealed: sealedWith({}) },
    ];
    expect(ledgers(plans)[1]).toEqual(["2026-08 0 10000 0 10000 0 0 20000"]);
  });
});

test("nothing is lost from plan to plan", () => {
  const terms = [
    tenth("A", "2026-01-01", "2026-03-31", "draw: {kind: recoverable, amount: 40}"),
    tenth("B", "2026-04-01", "2026-08-31", "pays: quarter"),
    tenth("C", "2026-09-01", "2026-12-31"),
  ];
  const credit = fc.record({
    cents: fc.integer({ min: -200_000, max: 300_000 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(credit, { maxLength: 12 }), (drawn) => {
      const credits = drawn.map(({ cents, month }) =>
        creditOf(cents, { date: `2026-${String(month).padStart(2, "0")}-15` }),
      );
      const byPlan = settled(
        terms.map((plan) => ({
          plan,
          credits: credits.filter(
            ({ date }) => date >= plan.effectiveFrom && date <= (plan.effectiveUntil ?? date),
          ),
        })),
      ).map(({ statements }) => statements);
      const all = byPlan.flat();
      const sum = (of: (one: (typeof all)[number]) => number) =>
        all.reduce((total, one) => total + of(one), 0);
      for (const one of all) {
        const { owedBefore, takenOver, advanced, recovered, handedOver, owedAfter } = one;
        expect(owedBefore + takenOver + advanced - recovered - handedOver).toBe(owedAfter);
      }
      expect(sum(({ handedOver }) => handedOver)).toBe(sum(({ takenOver }) => takenOver));
      const owed = sum(({ advanced }) => advanced) - sum(({ recovered }) => recovered);
      expect(byPlan.at(-1)?.at(-1)?.owedAfter ?? 0).toBe(owed);
    }),
  );
});

describe("a draw", () => {
  const plan = (draw: string) => tenth("Drawn", "2026-01-01", "2026-12-31", `draw: ${draw}`);
  const paidOf = (draw: string, since?: string) =>
    settleInTurn([
      earnPlan({
        plan: plan(draw),
        credits: [creditOf(500_000, { date: "2026-03-10" })],
        people: [anybody("ann")],
        through: "2026-05-20",
        ...(since === undefined ? {} : { since }),
      }),
    ]).flatMap(({ statements }) =>
      statements.map(({ payPeriod, paid }) => `${payPeriod.label} ${paid}`),
    );

  test("is paid in months in which nobody earns, of what is known", () => {
    // before February nothing is known, after May nothing
    expect(paidOf("{kind: non_recoverable, amount: 200}", "2026-02-10")).toEqual([
      "2026-02 20000",
      "2026-03 50000",
      "2026-04 20000",
      "2026-05 20000",
    ]);
  });

  test("is paid from the first to the last that earns where nobody says what is known", () => {
    expect(paidOf("{kind: non_recoverable, amount: 200}")).toEqual(["2026-03 50000"]);
  });
});
