import { describe, expect, test } from "vitest";
import type { PlainDate } from "../src/calendar.ts";
import type { Deal } from "./metrics/company.ts";
import { compared, find } from "./metrics/compared.ts";

const won = (id: string, closed: PlainDate, amount: number, more: Partial<Deal> = {}): Deal => ({
  id,
  rep: "ann",
  status: "won",
  amount,
  created: "2024-01-01",
  closed,
  ...more,
});

const people = {
  reps: [
    ["ann", "North", "East"],
    ["bob", "South", "East"],
  ],
  assignments: [
    ["ann", "South", "East", "2024-01-01"],
    ["ann", "North", "East", "2026-01-01"],
    ["bob", "South", "East", "2024-01-01"],
  ],
} as const;

const company = { entity_type: "company", view: "as_is", period: "quarter" };

describe("an earlier period at the same day", () => {
  // as of 20 May the quarter from 1 April is 49 days in: 19 February and 20 May 2025
  const found = compared({
    ...people,
    asOf: "2026-05-20",
    deals: [
      won("first", "2024-02-01", 1),
      won("year, in", "2025-05-20", 400),
      won("year, late", "2025-05-21", 9000),
      won("quarter, in", "2026-02-19", 300, { rep: "bob" }),
      won("quarter, late", "2026-02-20", 9000),
      won("now", "2026-05-02", 500),
      { ...won("lost", "2025-04-02", 100), status: "lost" },
    ],
    activities: [
      ["call", "2025-01-02", "ann"],
      ["call", "2025-05-01", "ann"],
      ["call", "2025-06-30", "ann"],
    ],
  });

  test("is cut on the day of the quarter that this one has got to", async () => {
    const { rows } = await found;
    expect(find(rows, { ...company, metric: "bookings" })).toMatchObject([
      { compared_with: "previous", earlier_start: "2026-01-01", until: "2026-02-19", value: 300 },
      {
        compared_with: "year_before",
        earlier_start: "2025-04-01",
        until: "2025-05-20",
        value: 400,
      },
    ]);
  });

  test("divides what had been decided by then, and counts activities by then", async () => {
    const { rows } = await found;
    const year = { ...company, compared_with: "year_before" };
    expect(find(rows, { ...year, metric: "win_rate" })).toMatchObject([{ value: 0.5, n: 2 }]);
    expect(find(rows, { ...year, metric: "activity_count" })).toMatchObject([{ value: 1 }]);
    const quarter = { ...company, compared_with: "previous", metric: "activity_count" };
    expect(find(rows, quarter)).toMatchObject([{ value: 0 }]);
  });

  test("puts a deal into the team its owner was in then, or is in now", async () => {
    const { rows } = await found;
    const team = (entity_id: string, view: string) =>
      find(rows, {
        metric: "bookings",
        entity_type: "team",
        entity_id,
        view,
        period: "quarter",
        compared_with: "year_before",
      }).map(({ value }) => value);
    expect(team("South", "as_was")).toEqual([400]);
    expect(team("North", "as_was")).toEqual([]);
    expect(team("North", "as_is")).toEqual([400]);
  });
});

test("the last day of a long period is held against the whole of a shorter one", async () => {
  const { rows } = await compared({
    ...people,
    asOf: "2026-03-30",
    deals: [won("first", "2025-01-05", 1), won("february", "2026-02-28", 70)],
  });
  const month = { ...company, period: "month", metric: "bookings", compared_with: "previous" };
  expect(find(rows, month)).toMatchObject([{ until: "2026-02-28", value: 70 }]);
});

test("the period in which the data begin is compared with nothing", async () => {
  const { rows } = await compared({
    ...people,
    asOf: "2026-05-20",
    deals: [won("first", "2026-02-01", 1), won("now", "2026-05-02", 5)],
  });
  expect(find(rows, company)).toEqual([]);
});

test("a rate of fewer deals than the company's minimum says so", async () => {
  const { rows } = await compared({
    ...people,
    asOf: "2026-05-20",
    minCell: 5,
    deals: [won("first", "2025-01-05", 1), won("one", "2026-02-01", 5)],
  });
  const before = { ...company, compared_with: "previous" };
  expect(find(rows, { ...before, metric: "win_rate" })).toMatchObject([{ is_too_few: true }]);
  expect(find(rows, { ...before, metric: "bookings" })).toMatchObject([{ is_too_few: false }]);
});

test("at the end of a period every figure is the KPI of the whole earlier period", async () => {
  const amounts = [1200, null, 300, 77, null, 5000, 640, 90];
  const deals = Array.from({ length: 160 }, (_, index): Deal => {
    const date = new Date(Date.UTC(2024, 11, 1 + index * 4)).toISOString().slice(0, 10);
    return {
      id: `d${index}`,
      rep: index % 3 === 0 ? "bob" : "ann",
      status: index % 5 < 2 ? "won" : "lost",
      amount: amounts[index % amounts.length] ?? null,
      created: "2024-06-01",
      closed: date,
    };
  });
  const { rows, kpis } = await compared({
    ...people,
    asOf: "2026-06-30",
    deals,
    // two a day: what is logged on one day is kept in one row
    activities: [...deals, ...deals].map(
      ({ closed, rep }) => ["call", closed, rep ?? null] as const,
    ),
    quotas: ["2025-04-01", "2026-01-01"].map(
      (start) => ["company", "Acme", "quarter", start, 10_000] as const,
    ),
  });
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) {
    const whole = kpis.find(
      (kpi) =>
        kpi.metric === row.metric &&
        kpi.entity_type === row.entity_type &&
        kpi.entity_id === row.entity_id &&
        kpi.view === row.view &&
        kpi.period === row.period &&
        kpi.period_start === row.earlier_start &&
        kpi.breakdown === null,
    );
    // a year in progress isn't at its end
    if (row.period === "year") continue;
    const where = `${row.metric} of ${row.entity_type} ${row.entity_id}, ${row.period}`;
    expect([row.value, row.n], where).toEqual([whole?.value ?? null, whole?.n]);
  }
});
