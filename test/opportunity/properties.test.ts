import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pipeline, Waterfall } from "../../src/opportunity/bar.ts";
import type { Holds } from "../../src/opportunity/holder.ts";
import { holdsFor } from "../../src/opportunity/holder.ts";
import type { Measure } from "../../src/opportunity/measure.ts";
import { isInPipeline, type Version } from "../../src/opportunity/state.ts";
import { terms } from "../../src/opportunity/term.ts";
import { waterfall } from "../../src/opportunity/waterfall.ts";
import { histories, regions, reps, segments, teams, territories } from "./history.ts";

const scopes = [
  holdsFor({ entity_type: "company", entity_id: "Acme" }),
  ...regions.map((entity_id) => holdsFor({ entity_type: "region", entity_id })),
  ...teams.map((entity_id) => holdsFor({ entity_type: "team", entity_id })),
  ...reps.map((entity_id) => holdsFor({ entity_type: "rep", entity_id })),
  ...segments.map((entity_id) => holdsFor({ entity_type: "segment", entity_id })),
];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const barsOf = ({ bars }: Waterfall) =>
  Object.fromEntries(bars.map((bar) => [bar.term, bar.cents]));

/** The pipeline at the end of a day, counted deal by deal without the module under test. */
function recounted(versions: readonly Version[], on: string, measure: Measure, holds: Holds) {
  const ids = [...new Set(versions.map((version) => version.opportunity_id))];
  const open = ids.flatMap((id) => {
    const told = versions.filter(
      (v) =>
        v.opportunity_id === id &&
        v.valid_from <= on &&
        (measure.known === "today" || v.known_from <= on),
    );
    const last = told.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1)).at(-1);
    return last && isInPipeline(last, measure.span) && holds(measure.holderOf(last, on))
      ? [last]
      : [];
  });
  return {
    cents: sum(open.map((version) => measure.value(version, on)).filter((cents) => cents !== null)),
    count: open.length,
  };
}

const counted = ({ cents, deals }: Pipeline) => ({ cents, count: deals.length });

const leaving = ["transferred_out", "pushed_out", "removed", "lost", "won"];
const entering = ["created", "pulled_in", "reopened", "transferred_in"];

describe("on random histories", () => {
  test("opening and all terms give the closing, to the cent, for the company and every entity", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        for (const holds of scopes) {
          const { opening, closing, bars } = waterfall(versions, measure, holds);
          expect(opening.cents + sum(bars.map((bar) => bar.cents))).toBe(closing.cents);
          for (const { cents, deals } of bars) {
            expect(sum(deals.map((deal) => deal.cents ?? Number.NaN).filter(Number.isFinite))).toBe(
              cents,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("opening and closing are what is open on the two days", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        for (const holds of scopes) {
          const { opening, closing } = waterfall(versions, measure, holds);
          expect(counted(opening)).toEqual(recounted(versions, measure.from, measure, holds));
          expect(counted(closing)).toEqual(recounted(versions, measure.to, measure, holds));
        }
      }),
    );
  });

  test("every deal that is counted at the end was there, or came in; each of them once", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure: { known, ...dates } }) => {
        for (const holds of scopes) {
          const { opening, closing, bars } = waterfall(
            versions,
            { ...dates, known: "today" },
            holds,
          );
          const count = (names: readonly string[]) =>
            sum(bars.filter(({ term }) => names.includes(term)).map(({ deals }) => deals.length));
          expect(opening.deals.length + count(entering) - count(leaving)).toBe(
            closing.deals.length,
          );
          for (const { deals } of bars) {
            expect(new Set(deals.map((deal) => deal.opportunity_id)).size).toBe(deals.length);
          }
        }
      }),
    );
  });

  test.each([
    ["teams", "team", teams],
    ["regions", "region", regions],
    ["reps", "rep", reps],
    ["segments", "segment", segments],
    ["territories", "territory", territories],
  ] as const)("%s sum to the company in every term, and their transfers cancel", (_, type, ids) => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        const whole = barsOf(waterfall(versions, measure));
        const parts = ids.map((entity_id) =>
          barsOf(waterfall(versions, measure, holdsFor({ entity_type: type, entity_id }))),
        );
        const total = (term: string) => sum(parts.map((part) => part[term] ?? Number.NaN));
        for (const term of terms.filter((name) => !name.startsWith("transferred"))) {
          expect(total(term), term).toBe(whole[term]);
        }
        expect(total("transferred_in") + total("transferred_out")).toBe(0);
      }),
    );
  });

  test("the reps of a team sum to it, but for what they handed to each other", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        for (const team of teams) {
          const inTeam = holdsFor({ entity_type: "team", entity_id: team });
          const whole = barsOf(waterfall(versions, measure, inTeam));
          const parts = reps.map((rep) =>
            barsOf(
              waterfall(versions, measure, (holder) => inTeam(holder) && holder.rep_id === rep),
            ),
          );
          const total = (term: string) => sum(parts.map((part) => part[term] ?? Number.NaN));
          for (const term of terms.filter((name) => !name.startsWith("transferred"))) {
            expect(total(term), term).toBe(whole[term]);
          }
          expect(total("transferred_in") + total("transferred_out")).toBe(
            (whole.transferred_in ?? Number.NaN) + (whole.transferred_out ?? Number.NaN),
          );
        }
      }),
    );
  });

  test("quarters sum to all dates in every term, and what moves between them cancels", () => {
    const parts = [
      { start: "0001-01-01", end: "2026-02-10" },
      { start: "2026-02-11", end: "2026-03-20" },
      { start: "2026-03-21", end: "9999-12-31" },
    ];
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        const dated = versions.filter((version) => version.close_date !== null);
        for (const holds of scopes) {
          const whole = barsOf(waterfall(dated, { ...measure, span: null }, holds));
          const found = parts.map((span) => barsOf(waterfall(dated, { ...measure, span }, holds)));
          const total = (term: string) => sum(found.map((part) => part[term] ?? Number.NaN));
          for (const term of terms.filter((name) => !["pulled_in", "pushed_out"].includes(name))) {
            expect(total(term), term).toBe(whole[term]);
          }
          expect(total("pulled_in") + total("pushed_out")).toBe(0);
          expect([whole.pulled_in, whole.pushed_out]).toEqual([0, 0]);
        }
      }),
    );
  });

  test("dates the other way round turn every sign and swap the ends", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        const there = waterfall(versions, measure);
        const back = waterfall(versions, { ...measure, from: measure.to, to: measure.from });
        expect([back.opening, back.closing].map(counted)).toEqual(
          [there.closing, there.opening].map(counted),
        );
        for (const [index, bar] of there.bars.entries()) {
          expect((back.bars[index]?.cents ?? Number.NaN) + bar.cents).toBe(0);
          expect(back.bars[index]?.deals.length).toBe(bar.deals.length);
        }
      }),
    );
  });

  test("what was told on its day is known then as it is known today", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        const prompt = versions.map((version) => ({ ...version, known_from: version.valid_from }));
        for (const holds of scopes) {
          const [then, today] = (["then", "today"] as const).map((known) =>
            waterfall(prompt, { ...measure, known }, holds),
          );
          expect(then).toEqual(today);
        }
      }),
    );
  });

  test("told late is what the drops since tell of the first day, and nothing but that", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure: { known, ...dates } }) => {
        const since = versions.filter((version) => version.known_from <= dates.to);
        for (const holds of scopes) {
          const then = waterfall(versions, { ...dates, known: "then" }, holds);
          const now = waterfall(since, { ...dates, known: "today" }, holds);
          expect(then.opening.cents + (barsOf(then).told_late ?? Number.NaN)).toBe(
            now.opening.cents,
          );
          expect({ ...barsOf(then), told_late: 0 }).toEqual(barsOf(now));
          expect(counted(then.closing)).toEqual(counted(now.closing));
        }
      }),
    );
  });

  test("nothing changes from a day to the same day", () => {
    fc.assert(
      fc.property(histories, ({ versions, measure }) => {
        const { opening, closing, bars } = waterfall(versions, { ...measure, to: measure.from });
        expect(counted(closing)).toEqual(counted(opening));
        expect(bars.flatMap((bar) => bar.deals)).toEqual([]);
      }),
    );
  });

  test("a day in between splits the change: one part closes where the other opens", () => {
    fc.assert(
      fc.property(histories, fc.nat(60), ({ versions, measure }, days) => {
        const middle = `2026-0${1 + Math.floor(days / 28)}-${String(1 + (days % 28)).padStart(2, "0")}`;
        fc.pre(measure.from <= middle && middle <= measure.to);
        const before = waterfall(versions, { ...measure, to: middle });
        const after = waterfall(versions, { ...measure, from: middle });
        expect(counted(before.closing)).toEqual(counted(after.opening));
      }),
    );
  });

  test("the order of the versions doesn't matter", () => {
    fc.assert(
      fc.property(
        histories.chain((history) =>
          fc.record({
            history: fc.constant(history),
            shuffled: fc.shuffledSubarray([...history.versions], {
              minLength: history.versions.length,
            }),
          }),
        ),
        ({ history: { versions, measure }, shuffled }) => {
          expect(waterfall(shuffled, measure)).toEqual(waterfall(versions, measure));
        },
      ),
    );
  });
});
