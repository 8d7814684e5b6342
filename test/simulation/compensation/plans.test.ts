import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { addDays } from "../../../src/calendar.ts";
import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { PlanTerms } from "../../../src/compensation/plan/terms.ts";
import { sampleOptions } from "../../../src/simulation/options.ts";
import { simulateFiles } from "../company.ts";
import { deal, paid, plansOf } from "./pay.ts";

const files = simulateFiles(sampleOptions);
const plans = plansOf(files);

function planNamed(name: string): PlanTerms {
  const plan = plans.get(name);
  if (plan === undefined) throw new Error(`no plan ${name}`);
  return plan;
}

it("writes the sample's plans, templates and all, byte for byte", () => {
  for (const place of ["plans/compensation", "docs/compensation"]) {
    const written = files.paths.filter((path) => path.startsWith(`${place}/`));
    expect(readdirSync(`data/sample/${place}`).map((name) => `${place}/${name}`)).toEqual(written);
    for (const path of written) {
      expect(readFileSync(`data/sample/${path}`, "utf8")).toBe(`${files.text(path)}\n`);
    }
  }
});

const team = { role: "team" } as const;
const leader = { role: "manager" } as const;
const renewal = { type: "renewal" } as const;
const expansion = { type: "expansion" } as const;
const sourced = (date: string, count: number) =>
  Array.from({ length: count }, () => deal(date, 40_000, { role: "overlay" }));

// quota 1,000,000 and target pay 100,000 a year, so that the base rate is 0.1; see pay.ts
const worked: readonly (readonly [string, readonly Credit[], number])[] = [
  [
    "account_executive_fy26",
    [deal("2025-03-10", 900_000), deal("2025-09-15", 400_000), deal("2025-09-16", 50_000, renewal)],
    // 900,000 × 0.1; 100,000 × 0.1 + 250,000 × 0.14 + 50,000 × 0.18; SPIF 2,000 for the second
    146_000,
  ],
  [
    "account_executive_fy27",
    [deal("2026-03-10", 900_000), deal("2026-06-15", 400_000), deal("2026-06-16", 50_000)],
    // 900,000 × 0.1; 100,000 × 0.1 + 200,000 × 0.15 + 100,000 × 0.2; 50,000 × 0.2;
    // SPIF 2,500 for the second, the third is too small
    162_500,
  ],
  [
    "account_manager_fy26",
    [deal("2025-03-10", 800_000, renewal), deal("2025-09-15", 400_000, expansion)],
    // 1,000,000 × 0.1 + 200,000 × 0.12; renewals are 80 % of quota: times 1
    124_000,
  ],
  [
    "account_manager_fy27",
    [deal("2026-03-10", 1_000_000, renewal), deal("2026-09-15", 400_000, expansion)],
    // (1,000,000 × 0.1 + 400,000 × 0.13) × 1.1, as renewals are all of quota
    167_200,
  ],
  // halfway from 50 % of target pay at 70 % of quota to 100 % at 100 %
  ["sales_engineer_fy26", [deal("2025-03-10", 850_000, team)], 75_000],
  // halfway from 50 % at 60 % to 100 % at 100 %
  ["sales_engineer_fy27", [deal("2026-03-10", 800_000, team)], 75_000],
  // 10 of 10 at 10,000 each, 2 more at 15,000
  ["development_rep_fy26", sourced("2025-03-10", 12), 130_000],
  // 12 of 12 at 100,000 / 12 each, 3 more at half as much again
  ["development_rep_fy27", sourced("2026-03-10", 15), 137_500],
  [
    "manager_fy26",
    [deal("2025-03-10", 140_000, team), deal("2025-06-15", 350_000, team)],
    // 56 % of a quarter's 250,000: nothing; 250,000 × 0.1 + 100,000 × 0.13
    38_000,
  ],
  [
    "manager_fy27",
    [deal("2026-03-10", 140_000, team), deal("2026-06-15", 350_000, team)],
    // nothing; 250,000 × 0.1 + 100,000 × 0.16, as 140 % is beyond 115 %
    41_000,
  ],
  // 1,000,000 × 0.1 + 200,000 × 0.15
  ["director_fy26", [deal("2025-03-10", 1_200_000, leader)], 130_000],
  // 1,000,000 × 0.1 + 200,000 × 0.16
  ["director_fy27", [deal("2026-03-10", 1_200_000, leader)], 132_000],
  // 110 % of 58,500,000: halfway from 1 at 100 % to 1.6 at 120 %
  ["vice_president_fy26", [deal("2025-03-10", 64_350_000, leader)], 130_000],
  // 90 % of 71,000,000: halfway from 0.6 at 80 % to 1 at 100 %
  ["vice_president_fy27", [deal("2026-03-10", 63_900_000, leader)], 80_000],
  // 0.09 and 0.02 of everything
  ["new_account_executive_fy26", [deal("2025-12-10", 100_000)], 9_000],
  ["new_account_executive_fy27", [deal("2026-05-10", 300_000)], 27_000],
  ["new_account_manager_fy26", [deal("2025-12-11", 200_000, renewal)], 4_000],
];

describe("the sample's plans", () => {
  it("are all priced below", () => {
    expect(worked.map(([name]) => name).sort()).toEqual([...plans.keys()].sort());
  });

  test.each(worked)("%s pays what its rules come to by hand", (name, credits, dollars) => {
    expect(paid(planNamed(name), credits)).toBe(dollars * 100);
  });

  it("pays half of an executive's deal as it is paid", () => {
    const unpaid = deal("2026-03-10", 900_000, { payments: [] });
    expect(paid(planNamed("account_executive_fy27"), [unpaid])).toBe(4_500_000);
  });

  it("takes back what a cancelled deal paid, within a year", () => {
    const plan = planNamed("account_executive_fy26");
    const sold = deal("2025-03-10", 300_000);
    const back = deal("2026-01-10", -300_000, { reverses: sold.creditId });
    expect(paid(plan, [sold, back])).toBe(0);
    const late = { ...back, date: "2026-03-11" };
    expect(paid(plan, [sold, late])).toBe(3_000_000);
  });

  // every component that pays target pay, at 100 % of quota in each of its periods
  test.each([...plans].filter(([name]) => !name.startsWith("new_")))(
    "%s pays variable pay at 100 % of quota",
    (_, plan) => {
      const credits = plan.components
        .filter(({ target }) => target !== null)
        .flatMap((component) => atQuota(plan, component));
      expect(paid(plan, credits)).toBe(10_000_000);
    },
  );
});

function atQuota(
  plan: PlanTerms,
  { quota, period, measure, credit, where }: PlanTerms["components"][number],
) {
  const [role = "owner"] = credit;
  const date = addDays(plan.effectiveFrom, 20);
  if (measure === "new_customers") {
    const count = quota === "assigned" ? 0 : Number(quota?.[0]?.value) / 100;
    return sourced(date, count);
  }
  const dollars = Array.isArray(quota) ? Number(quota[0]?.value) / 100 : 1_000_000;
  if (period === "quarter") {
    return [0, 100, 190, 280].map((day) => deal(addDays(date, day), dollars / 4, { role }));
  }
  if (where.types?.includes("renewal")) {
    return [deal(date, dollars * 0.9, renewal), deal(date, dollars * 0.1, expansion)];
  }
  return [deal(date, dollars, { role })];
}

it("holds the vice president to the company's target", () => {
  const targets = files
    .rows("plans/quotas.csv")
    .filter(
      ({ entity_type, period }) => entity_type === "company" && /^FY2[67]$/.test(period ?? ""),
    );
  expect(targets.map(({ amount }) => Number(amount) * 100)).toEqual(
    ["vice_president_fy26", "vice_president_fy27"].map((name) => {
      const quota = planNamed(name).components[0]?.quota;
      return Array.isArray(quota) ? Number(quota[0]?.value) : quota;
    }),
  );
});
