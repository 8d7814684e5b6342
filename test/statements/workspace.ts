import { csv, firstDrop, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** Names of deals that an attacker would give, that a spreadsheet would run, and that fit in no line. */
export const hostileNames = [
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("http://x")',
  `</script><script>alert(2)</script>${"W".repeat(200)}`,
] as const;

/** Amounts that only Bob is credited with, as tables and pages have them. */
export const amountsOfBob = ["7351.19", "7,351.19", "735119"] as const;

const plan = `plan: Sellers
covers: { roles: [account_executive] }
effective_from: 2026-01-01
effective_until: 2026-12-31
draw: { kind: recoverable, amount: 90 }
components:
  - name: Bookings
    quota: 2000
    target_pay: 100
    rate: { rule: marginal, tiers: [{ from: 0, times: 1 }, { from: 1, times: 2 }] }
  - name: Spiff
    where: { from: 2026-05-01, until: 2026-07-31 }
    quota: none
    rate: 0.01
    budget: { amount: 500 }
`;

/** A workspace of two sellers, whose names and deals are hostile, with pay of three months. */
export const paid: Files = {
  ...small,
  "people/roster.csv": csv(
    ...["ann", "bob"].map((person_id, at) => ({
      person_id,
      name: person_id === "ann" ? "Ann <b>Bold</b>" : "Bob",
      crm_user_id: `U${at + 1}`,
      role: "account_executive",
      team: "North",
      region: "East",
      hired_on: "2024-02-01",
    })),
  ),
  "plans/compensation/sellers.yaml": plan,
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "1500.00", CloseDate: "2026-04-10", Name: hostileNames[0] }),
    won("D2", { Amount: "1000.00", CloseDate: "2026-05-05", Name: hostileNames[1] }),
    won("D3", { Amount: "333.33", CloseDate: "2026-06-09", Name: hostileNames[2] }),
    won("D4", { Amount: "7351.19", CloseDate: "2026-05-09", OwnerId: "U2" }),
  ),
};
