import fc from "fast-check";
import { addMonths } from "../../src/calendar.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";

/** Any scenario over a base: of everything that one may say, some; many can't be met. */
export function anyScenario(base: PlanBase): fc.Arbitrary<ScenarioEntry> {
  const people = base.year.sellers.map(({ repId }) => repId);
  const person = fc.constantFrom(...people);
  const team = fc.constantFrom(...new Set(base.year.sellers.map(({ teamId }) => teamId)));
  const role = fc.constantFrom(...base.newcomers.map((one) => one.role));
  const month = fc
    .integer({ min: 0, max: 11 })
    .map((place) => addMonths(base.yearStart, place).slice(0, 7));
  const account = fc.constantFrom(...base.accounts.map(({ accountId }) => accountId));
  const share = (min: number, max: number) =>
    fc.integer({ min: Math.round(min * 1000), max: Math.round(max * 1000) }).map((n) => n / 1000);
  const mean = (base.planned ?? base.forecast ?? 0) / 10 ** base.currencyDigits / people.length;
  const quota = share(0, 2).map((part) => Math.round(part * mean));
  const total = fc.oneof(
    fc.constant({}),
    share(-0.3, 0.6).map((growth) => ({ growth })),
    share(0.2, 0.9).map((share_at_quota) => ({ share_at_quota })),
    share(0.5, 1.5).map((part) => ({ target: Math.round(part * mean * people.length) })),
  );
  const rest = fc.record(
    {
      over_assignment: fc.record(
        { region: share(-0.1, 0.2), team: share(-0.1, 0.2), rep: share(-0.1, 0.2) },
        { requiredKeys: [] },
      ),
      guardrails: fc.record(
        { least_change: share(-0.5, 0), most_change: share(0.2, 2) },
        { requiredKeys: [] },
      ),
      round_to: fc.constantFrom(1, 100, 1000, 7),
      hires: fc.array(fc.record({ month, team, role, count: fc.integer({ min: 1, max: 4 }) }), {
        maxLength: 3,
      }),
      leavers: fc.array(fc.record({ person, month }), { maxLength: 3 }),
      attrition: share(0, 0.4),
      ramp: role.chain((of) =>
        fc.array(share(0, 1), { minLength: 1, maxLength: 12 }).map((shares) => ({ [of]: shares })),
      ),
      territory_moves: fc.array(
        fc.oneof(fc.record({ account, to: person }), fc.record({ account, to: person, month })),
        { maxLength: 4 },
      ),
      seasonality: fc.constantFrom<number[]>([0.25, 0.25, 0.25, 0.25], [0.1, 0.2, 0.3, 0.4]),
      market: fc.array(
        fc.oneof(
          fc.record({ change: share(-0.5, 0.5) }),
          fc.record({ change: share(-0.5, 0.5), from: month, team }),
        ),
        { maxLength: 2 },
      ),
      locked: fc.dictionary(person, quota, { maxKeys: 3 }),
      locked_teams: fc.dictionary(
        team,
        share(0, 12).map((part) => Math.round(part * mean)),
        {
          maxKeys: 2,
        },
      ),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(total, rest).map(([one, others]) => ({ ...one, ...others }));
}
