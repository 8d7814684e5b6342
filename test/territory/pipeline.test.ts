import { describe, expect, test } from "vitest";
import { valueAccounts } from "../../pipelines/quota/worth.ts";
import { territories } from "../../pipelines/territories.ts";
import { load } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { csv, firstDrop, small } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const path = "plans/territories.yaml";

/** Ann and Bob in one team; of eight accounts Ann owns six, in alternating segments. */
const shared: Files = {
  ...small,
  "people/roster.csv": csv(
    ...["ann", "bob"].map((id, index) => ({
      person_id: id,
      name: id === "ann" ? "Ann" : "Bob",
      crm_user_id: `U${index + 1}`,
      role: "account_executive",
      team: "North",
      region: "East",
      hired_on: "2020-02-01",
    })),
  ),
  [`${firstDrop}/Account.csv`]: csv(
    ...Array.from({ length: 8 }, (_, index) => ({
      Id: `A${index + 1}`,
      Name: `Account ${index + 1}`,
      BillingCountry: index % 2 === 0 ? "Canada" : "Brazil",
      NumberOfEmployees: 100,
      OwnerId: index < 6 ? "U1" : "U2",
    })),
  ),
};

const plan = (more = "") => `- effective_from: 2026-01-01
  territories:
    - { name: Canada, owner: ann, rules: [{ country: Canada }] }
    - { name: Brazil, owner: bob, rules: [{ country: [Brazil, Brasil] }] }
${more}`;

async function built(files: Files) {
  const loaded = await load(files);
  await valueAccounts(loaded.run);
  await territories(loaded.run);
  return loaded;
}

const moves = "select account_id || ': ' || from_rep_id || ' to ' || to_rep_id from territory_move";
const held =
  "select account_id || ': ' || coalesce(rep_id, 'nobody') from territory_account order by 1";

describe("without a plan of territories", () => {
  test("accounts are balanced as their owners have them, a twentieth of them at most moved", async () => {
    const { column, all } = await built(shared);
    expect(await column("select count(*) from territory_account")).toEqual([0]);
    expect(await all("select rep_id, pool, count_accounts_before as n from territory_rep")).toEqual(
      [
        { rep_id: "ann", pool: "North (account executive)", n: 6 },
        { rep_id: "bob", pool: "North (account executive)", n: 2 },
      ],
    );
    expect(await column(moves)).toHaveLength(1);
    expect(await column(moves)).toEqual([expect.stringMatching(/^A\d: ann to bob$/)]);
    expect(
      await column(
        "select worst_after < worst_before from (select max(deviation_after_rate) as worst_after, max(deviation_before_rate) as worst_before from territory_rep)",
      ),
    ).toEqual([true]);
  });
});

describe("with a plan of territories", () => {
  test("accounts stand where its rules place them, and findings name what fits nothing", async () => {
    const { column, all } = await built({ ...shared, [path]: plan() });
    expect(await column(held)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `A${n}: ${n % 2 === 1 ? "ann" : "bob"}`),
    );
    expect(
      await all("select finding, entity_id, line, detail from finding where object = 'territory'"),
    ).toEqual([
      {
        finding: "unmet_territory_condition",
        entity_id: "Brazil",
        line: 4,
        detail: 'no account has country "Brasil"; did you mean "Brazil"?',
      },
    ]);
  });

  test("what is held out, excepted or protected isn't moved, nor more than is allowed", async () => {
    const kept = plan(`  exceptions: [{ account: A1, territory: Brazil }]
  holdouts: [{ account: A2, until: 2026-12-31 }]
  moves: { protected: [A3, Account 4], most_moves: 8, keep_incumbents: 0 }
`);
    const { column } = await built({ ...shared, [path]: kept });
    // Ann keeps A2, which she owns; Bob has A1 by exception
    expect((await column(held)).slice(0, 2)).toEqual(["A1: bob", "A2: ann"]);
    const moved =
      "select account_id from territory_move where account_id in ('A1', 'A2', 'A3', 'A4')";
    expect(await column(moved)).toEqual([]);
    const none = `${kept}`.replace("most_moves: 8", "most_moves: 0");
    expect(await (await built({ ...shared, [path]: none })).column(moves)).toEqual([]);
  });

  test("that is recorded or effective later isn't known yet", async () => {
    for (const later of [
      "effective_from: 2026-07-01",
      "effective_from: 2026-01-01\n  recorded_on: 2026-07-01",
    ]) {
      const text = plan().replace("effective_from: 2026-01-01", later);
      const { column } = await built({ ...shared, [path]: text });
      expect(await column("select count(*) from territory_account")).toEqual([0]);
    }
  });

  test("that is misspelt stops the rebuild and says which key was meant", async () => {
    const text = plan().replace("owner: bob", "ownr: bob");
    expect(await complaintsOf({ ...shared, [path]: text })).toEqual([
      'missing key: owner of "Brazil"\n  in plans/territories.yaml, line 4\n  Add owner: …',
      'unknown key: ownr\n  in plans/territories.yaml, line 4\n  Did you mean "owner"?',
    ]);
  });
});
