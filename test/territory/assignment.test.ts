import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveAssignments } from "../../src/territory/assignment.ts";
import type { Assignment } from "../../src/territory/placement.ts";
import type {
  Exception,
  Rule,
  TerritoryAccount,
  TerritoryPerson,
  TerritoryPlan,
} from "../../src/territory/plan.ts";

const day = "2026-07-03";

const rule = (conditions: Partial<Rule>): Rule => ({
  segment: null,
  industry: null,
  country: null,
  region: null,
  minEmployees: null,
  maxEmployees: null,
  accounts: null,
  product: null,
  line: null,
  ...conditions,
});

const account = (id: string, more: Partial<TerritoryAccount> = {}): TerritoryAccount => ({
  id,
  name: `Name of ${id}`,
  repId: "P1",
  segment: "Enterprise",
  industry: null,
  country: "US",
  region: "Americas",
  employees: 2000,
  products: [],
  ...more,
});

const territory = (name: string, owner: string | null, ...rules: Rule[]) => ({
  name,
  owner,
  team: null,
  rules,
  line: null,
});

const person = (
  id: string,
  name: string,
  more: Partial<TerritoryPerson> = {},
): TerritoryPerson => ({
  id,
  name,
  role: "account_executive",
  teamId: "East",
  isActive: true,
  isCarrier: true,
  ...more,
});

const people = [
  person("P1", "Ann Lee"),
  person("P2", "Bo Roe"),
  person("P3", "Cy Poe", { isActive: false, isCarrier: false }),
];

const plan = (more: Partial<TerritoryPlan>): TerritoryPlan => ({
  territories: [
    territory("East", "P1", rule({ segment: ["Enterprise"], country: ["US"] })),
    territory("Small", "P2", rule({ maxEmployees: 99 }), rule({ product: ["Starter"] })),
  ],
  exceptions: [],
  holdouts: [],
  ...more,
});

const spanned = { effectiveFrom: null, until: null, reason: null, line: null };
const placed = (more: Partial<TerritoryPlan>, ...accounts: TerritoryAccount[]) =>
  deriveAssignments(plan(more), accounts, people, day);
const only = ({ assignments }: { assignments: readonly Assignment[] }) => assignments[0];
const kinds = (more: Partial<TerritoryPlan>, ...accounts: TerritoryAccount[]) =>
  placed(more, ...accounts).findings.map(({ kind, subject, detail }) => [kind, subject, detail]);

describe("an account", () => {
  test("goes where all conditions of a rule hold, and says by which", () => {
    expect(only(placed({}, account("A1")))).toEqual({
      accountId: "A1",
      territory: "East",
      repId: "P1",
      by: "rule",
      grounds: "rule: segment Enterprise, country US",
      until: null,
    });
    expect(only(placed({}, account("A1", { country: "DE" })))?.territory).toBeNull();
  });

  test("needs one rule of several, and meets a size at either end", () => {
    const small = { segment: null, employees: 99 };
    expect(only(placed({}, account("A1", small)))).toMatchObject({
      territory: "Small",
      grounds: "rule: up to 99 employees",
    });
    expect(only(placed({}, account("A1", { ...small, employees: 100 })))?.territory).toBeNull();
    expect(only(placed({}, account("A1", { ...small, employees: null })))?.territory).toBeNull();
    const bought = { segment: null, products: ["Suite", "starter "] };
    expect(only(placed({}, account("A1", bought)))?.territory).toBe("Small");
  });

  test("may be named, by its id or by a name that it alone bears", () => {
    const named = (...accounts: string[]) => ({
      territories: [territory("Named", "P2", rule({ accounts }))],
    });
    expect(only(placed(named("A1"), account("A1")))?.territory).toBe("Named");
    expect(only(placed(named("name of a1"), account("A1")))?.territory).toBe("Named");
    const twins = [account("A1", { name: "Twin" }), account("A2", { name: "Twin" })];
    expect(placed(named("Twin"), ...twins).orphans).toEqual(["A1", "A2"]);
    expect(kinds(named("Twin"), ...twins)).toEqual([
      ["unknown_territory_account", "Twin", "2 accounts bear the name"],
      ["rep_without_territory", "P1", "Ann Lee has no territory and no account"],
    ]);
  });

  test("goes by its exception before the rules, while it holds", () => {
    const exception = { ...spanned, account: "A1", territory: "Small", reason: "won there" };
    const by = (more: Partial<Exception>) =>
      only(placed({ exceptions: [{ ...exception, ...more }] }, account("A1")));
    expect(by({})).toMatchObject({
      territory: "Small",
      repId: "P2",
      by: "exception",
      grounds: "exception: won there",
    });
    expect(by({ until: day })?.territory).toBe("Small");
    expect(by({ until: "2026-07-02" })?.territory).toBe("East");
    expect(by({ effectiveFrom: "2026-07-04" })?.territory).toBe("East");
  });

  test("stays with the rep who has it while it is held out, whatever an exception says", () => {
    const held = {
      exceptions: [{ ...spanned, account: "A1", territory: "East" }],
      holdouts: [{ ...spanned, account: "A1", until: "2026-09-30", reason: "deal under way" }],
    };
    expect(only(placed(held, account("A1", { repId: "P2" })))).toEqual({
      accountId: "A1",
      territory: "Small",
      repId: "P2",
      by: "holdout",
      grounds: "holdout: deal under way",
      until: "2026-09-30",
    });
  });

  test("has no rep where its territory is vacant or its owner has left", () => {
    const owned = (owner: string | null) => ({
      territories: [territory("East", owner, rule({ segment: ["Enterprise"] }))],
    });
    for (const owner of [null, "P3", "P9"]) {
      expect(only(placed(owned(owner), account("A1")))).toMatchObject({
        territory: "East",
        repId: null,
      });
    }
  });
});

describe("deriveAssignments", () => {
  test("lists accounts that several territories claim, with the rules that overlap", () => {
    const both = account("A1", { employees: 50 });
    expect(placed({}, both)).toMatchObject({
      assignments: [{ territory: "East" }],
      conflicts: [
        {
          accountId: "A1",
          claims: [
            { territory: "East", rule: "segment Enterprise, country US" },
            { territory: "Small", rule: "up to 99 employees" },
          ],
        },
      ],
    });
    const exceptions = [{ ...spanned, account: "A1", territory: "Small" }];
    expect(placed({ exceptions }, both).conflicts).toEqual([]);
  });

  test("lists accounts that no territory claims", () => {
    expect(placed({}, account("A1"), account("A2", { segment: "Other" })).orphans).toEqual(["A2"]);
  });

  test("gives each account to exactly one place, in any order", () => {
    const anAccount = fc.record({
      segment: fc.constantFrom("Enterprise", "Other", null),
      country: fc.constantFrom("US", "DE", null),
      employees: fc.option(fc.integer({ min: 0, max: 200 })),
      repId: fc.constantFrom("P1", "P2", null),
    });
    fc.assert(
      fc.property(fc.array(anAccount, { maxLength: 20 }), (drawn) => {
        const accounts = drawn.map((more, index) => account(`A${index}`, more));
        const holdouts = [{ ...spanned, account: "A3", until: "2026-08-01" }];
        const told = placed({ holdouts }, ...accounts);
        expect(placed({ holdouts }, ...accounts.toReversed())).toEqual(told);
        expect(told.assignments.map(({ accountId }) => accountId)).toEqual(
          accounts.map(({ id }) => id).toSorted(),
        );
        const nowhere = told.assignments.filter(({ by }) => by === "nothing");
        expect(nowhere.map(({ accountId }) => accountId)).toEqual(told.orphans);
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  test("finds what is odd about the plan", () => {
    expect(
      kinds(
        {
          territories: [
            territory("A", null, rule({ segment: ["Enterprize"] })),
            territory("B", "P3"),
            territory("C", "P22"),
            territory("D", "P1", rule({ segment: ["Enterprise"] })),
          ],
          exceptions: [
            { ...spanned, account: "A1", territory: "D" },
            { ...spanned, account: "Name of A9", territory: "B" },
            { ...spanned, account: "A2", territory: "B", until: "2026-06-30" },
          ],
          holdouts: [{ ...spanned, account: "A2", until: "2026-07-02" }],
        },
        account("A1"),
        account("A2"),
      ),
    ).toEqual([
      ["vacant_territory", "A", "nobody has the territory"],
      ["left_territory_person", "B", "Cy Poe isn't there any more"],
      ["unknown_territory_person", "C", '"P22" is on no list; did you mean "P2"?'],
      [
        "unmet_territory_condition",
        "A",
        'no account has segment "Enterprize"; did you mean "Enterprise"?',
      ],
      [
        "unknown_territory_account",
        "Name of A9",
        'no account has that id or name; did you mean "Name of A1"?',
      ],
      ["expired_holdout", "A2", "the holdout ended on 2026-07-02"],
      ["idle_territory_exception", "A1", "the rules put the account into D too"],
      ["idle_territory_exception", "A2", "it ended on 2026-06-30"],
      ["rep_without_territory", "P2", "Bo Roe has no territory and no account"],
    ]);
  });

  test("finds who of a role has nothing where others of it have", () => {
    const starter = account("A1", { products: ["Starter"] });
    const found = (...more: TerritoryPerson[]) =>
      deriveAssignments(plan({}), [starter], [...people, ...more], day).findings;
    expect(found(person("P4", "Di Fox"))).toMatchObject([
      {
        kind: "rep_without_territory",
        subject: "P4",
        detail: "Di Fox has no territory and no account",
      },
    ]);
    // nobody of that role has anything: the plan isn't about it
    expect(found(person("P4", "Di Fox", { role: "account_manager" }))).toEqual([]);
    expect(found(person("P4", "Di Fox", { isCarrier: false }))).toEqual([]);
    const holdouts = [{ ...spanned, account: "A2", until: "2026-12-31" }];
    const held = deriveAssignments(
      plan({ holdouts }),
      [starter, account("A2", { repId: "P4" })],
      [...people, person("P4", "Di Fox")],
      day,
    );
    expect(held.findings).toEqual([]);
  });

  test("finds a team of territories in which nobody could carry them, once", () => {
    const team = (name: string, of: string) => ({ ...territory(name, "P1"), team: of, line: 7 });
    const territories = [
      team("A", "East"),
      team("B", "Eats"),
      team("C", "Eats"),
      territory("D", "P2"),
    ];
    expect(placed({ territories }).findings).toEqual([
      {
        kind: "empty_team",
        subject: "Eats",
        line: 7,
        detail: 'the team has the territory B, but nobody to carry it; did you mean "East"?',
      },
    ]);
  });

  test("finds nothing odd on a plan that fits", () => {
    expect(kinds({}, account("A1", { products: ["Starter"] }))).toEqual([]);
  });
});
