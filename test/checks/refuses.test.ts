import { describe, expect, test } from "vitest";
import { type CheckResult, refuseFailures } from "../../pipelines/check.ts";
import { RefusedError } from "../../src/errors.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, deal, small, withDeals } from "../workspaces/small.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => deal(`D${index}`));
const named = (checks: readonly CheckResult[], name: string) =>
  checks.find(({ check_name }) => check_name === name);

/** Rejected rows among 400 − 3 others: the small workspace has two people and an account too. */
const withRejects = (rejected: number) =>
  withDeals(
    ...many(397 - rejected),
    ...Array.from({ length: rejected }, (_, index) => deal(`R${index}`, { Amount: "n/a" })),
  );

describe("rows that can't be read", () => {
  test("are allowed up to 1 % of all", async () => {
    const { checks } = await load(withRejects(4));
    const result = named(checks, "rejected_rows");
    expect(result).toMatchObject({ status: "pass", count_failed: 4, measured: 0.01 });
    expect(() => refuseFailures(checks)).not.toThrow();
  });

  test("forbid to publish above it", async () => {
    const { checks } = await load(withRejects(5));
    expect(named(checks, "rejected_rows")).toMatchObject({
      status: "refuse",
      count_failed: 5,
      measured: 5 / 400,
      limit_value: 0.01,
    });
    expect(() => refuseFailures(checks)).toThrow(RefusedError);
    expect(() => refuseFailures(checks)).toThrow(
      "rejected_rows: share of rows that could not be read is 0.0125, limit 0.01",
    );
  });

  test("count when they can't even be split into fields", async () => {
    const files = withDeals(...many(50));
    const path = "exports/crm/2026-06-30/Opportunity.csv";
    const { checks, all } = await load({ ...files, [path]: `${files[path]}D99,too short\n` });
    expect(named(checks, "rejected_rows")).toMatchObject({ status: "refuse", count_failed: 1 });
    const totals = "select rows, rejected_rows from source_file where object = 'opportunity'";
    expect(await all(totals)).toEqual([{ rows: 51, rejected_rows: 1 }]);
  });
});

describe("the amount of rows that can't be read", () => {
  const rejected = (amount: string) =>
    withDeals(...many(199), deal("R", { Amount: amount, CloseDate: "soon" }));

  test("is allowed up to 0.5 % of all", async () => {
    const { checks } = await load(rejected("1000.00")); // 1,000 of 200,000
    expect(named(checks, "rejected_amount")).toMatchObject({ status: "pass", measured: 0.005 });
  });

  test("forbids to publish above it", async () => {
    const { checks } = await load(rejected("1010.00"));
    const result = named(checks, "rejected_amount");
    expect(result).toMatchObject({ status: "refuse", count_failed: 1 });
    expect(result?.measured).toBeCloseTo(1010 / 200_010, 12);
  });

  test("is limited by the company file's settings", async () => {
    const settings = "settings: { rejected_amount_limit: 0.01 }\n";
    const { checks } = await load({
      ...rejected("1010.00"),
      "company.yaml": companyFile({ more: settings }),
    });
    expect(named(checks, "rejected_amount")).toMatchObject({ status: "pass", limit_value: 0.01 });
  });
});

describe("a source whose latest drop is old", () => {
  const files = { ...small, "company.yaml": companyFile({ source: "    max_age_days: 10\n" }) };

  test("is allowed up to its age", async () => {
    const { checks } = await load(files, "2026-07-10");
    expect(named(checks, "stale_feed: crm")).toMatchObject({ status: "pass", measured: 10 });
  });

  test("forbids to publish above it", async () => {
    const { checks } = await load(files, "2026-07-11");
    expect(() => refuseFailures(checks)).toThrow(
      "stale_feed: crm: days since the latest drop of crm is 11, limit 10",
    );
  });

  test("may be any age where the company file names none", async () => {
    const { checks } = await load(small, "2029-01-01");
    expect(checks.filter(({ check_name }) => check_name.startsWith("stale"))).toEqual([]);
  });
});
