import { describe, expect, test } from "vitest";
import { type CheckResult, refuseFailures } from "../../pipelines/check.ts";
import { RefusedError } from "../../src/errors.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, small, withDeals } from "../workspaces/small.ts";

const unreadable = { Amount: "0.00", CloseDate: "soon" };
const many = (count: number) => Array.from({ length: count }, (_, index) => deal(`D${index}`));
const named = (checks: readonly CheckResult[], name: string) =>
  checks.find(({ check_name }) => check_name === name);

/**
 * Rejected rows among 400 − 3 others: the small workspace has two people and an account too. Worth
 * nothing, so that only their number is at stake.
 */
const withRejects = (rejected: number) =>
  withDeals(
    ...many(397 - rejected),
    ...Array.from({ length: rejected }, (_, index) => deal(`R${index}`, unreadable)),
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

  test("can't cancel out: what a row takes away counts as what it adds", async () => {
    const pair = ["600.00", "-600.00"].map((Amount) =>
      deal(`R${Amount}`, { Amount, CloseDate: "soon" }),
    );
    const { checks } = await load(withDeals(...many(200), ...pair));
    const result = named(checks, "rejected_amount");
    expect(result).toMatchObject({ status: "refuse", count_failed: 2 });
    expect(result?.measured).toBeCloseTo(1200 / 201_200, 12);
  });

  test("is the mean of the others where it is what can't be read", async () => {
    const share = async (count: number) => {
      const rows = many(500 - count);
      const bad = Array.from({ length: count }, (_, i) => deal(`R${i}`, { Amount: "n/a" }));
      return named((await load(withDeals(...rows, ...bad))).checks, "rejected_amount");
    };
    expect(await share(2)).toMatchObject({ status: "pass", count_failed: 2, measured: 2 / 500 });
    expect(await share(3)).toMatchObject({ status: "refuse", count_failed: 3, measured: 3 / 500 });
  });

  test("is all of it where no row can be read", async () => {
    const { checks } = await load(withDeals(deal("R", { Amount: "n/a" })));
    expect(named(checks, "rejected_amount")).toMatchObject({ status: "refuse", measured: 1 });
  });

  test("is measured in the company's currency, over opportunities alone", async () => {
    const yen = { CurrencyIsoCode: "JPY", Amount: "1000" }; // 10.00 at 100 yen
    const { checks } = await load({
      ...withDeals(deal("D1", { Amount: "990.00" }), deal("R", { ...yen, CloseDate: "soon" })),
      "plans/rates.csv": csv({ date: "2026-01-01", currency: "JPY", per_company_currency: 100 }),
      "plans/quotas.csv": csv({
        entity_type: "rep",
        entity_id: "ann",
        period: "FY26",
        amount: 1_000_000,
      }),
    });
    expect(named(checks, "rejected_amount")).toMatchObject({ measured: 0.01 });
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
