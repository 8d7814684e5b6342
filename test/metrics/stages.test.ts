import { beforeAll, describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick, select, type Version } from "./company.ts";

/** `[day, stage]` steps of a deal. */
type Steps = readonly (readonly [day: string, stage: string])[];

/** By hand; the open stages are A, B, C and D. */
const paths: Readonly<Record<string, Steps>> = {
  straight: [
    ["2026-01-05", "A"],
    ["2026-01-15", "B"],
    ["2026-01-25", "C"],
    ["2026-02-04", "D"],
    ["2026-02-14", "Won"],
  ],
  skips: [
    ["2026-01-05", "A"],
    ["2026-01-25", "D"],
    ["2026-02-04", "Lost"],
  ],
  back: [
    ["2026-01-05", "A"],
    ["2026-01-10", "B"],
    ["2026-01-12", "A"],
    ["2026-01-22", "B"],
    ["2026-02-01", "Lost"],
  ],
  late: [
    ["2026-01-05", "C"],
    ["2026-01-15", "Lost"],
  ],
  open: [["2026-01-05", "A"]],
};

const statusOf = (stage: string | undefined): Deal["status"] =>
  stage === "Won" ? "won" : stage === "Lost" ? "lost" : "open";

function company(steps: Readonly<Record<string, Steps>>) {
  const deals = Object.entries(steps).map(([id, path]): Deal => {
    const [day, stage] = path.at(-1) ?? [];
    const closed = statusOf(stage) === "open" ? "2026-12-31" : (day ?? "");
    return { id, rep: "ann", status: statusOf(stage), amount: 100, created: "2026-01-05", closed };
  });
  const early: Deal = { id: "early", status: "lost", amount: 1, closed: "2025-01-05" };
  const versions = Object.entries(steps).flatMap(([deal, path]) =>
    path.map(([on, stage]): Version => ({ deal, on, stage })),
  );
  return { deals: [...deals, early], versions };
}

describe("stage conversion", () => {
  let kpis: Kpi[];

  beforeAll(async () => {
    kpis = await kpisOf(company(paths));
  });

  const conversion = (stage: string) =>
    pick(kpis, {
      metric: "stage_conversion",
      period: "quarter",
      period_start: "2026-01-01",
      breakdown: `stage: ${stage}`,
    });

  // A: straight, skips, back (once), open; all but `open` went on
  test("divides those that went on by those that entered, each deal once", () => {
    expect(conversion("A")).toMatchObject({ numerator: 3, denominator: 4, value: 0.75, n: 4 });
  });

  // B: straight, back, and `skips` in passing; of them straight and skips went on
  test("a skipped stage was passed through", () => {
    expect(conversion("B")).toMatchObject({ numerator: 2, denominator: 3 });
    expect(conversion("C")).toMatchObject({ numerator: 2, denominator: 3 });
  });

  // D: straight, which was won, and skips, which was lost
  test("being won is a later stage and being lost is none", () => {
    expect(conversion("D")).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test("a deal that starts late hasn't been in earlier stages", async () => {
    const rows = await kpisOf(company({ late: paths.late ?? [] }));
    const stages = select(rows, {
      metric: "stage_conversion",
      entity_type: "company",
      period: "year",
    });
    expect(new Set(stages.map((kpi) => kpi.breakdown))).toEqual(new Set(["stage: C"]));
  });

  test("is dated by the day of entry, and by the entry alone", () => {
    const b = { metric: "stage_conversion", breakdown: "stage: D" };
    expect(pick(kpis, { ...b, period_start: "2026-01-01" })).toMatchObject({ numerator: 0, n: 1 });
    expect(pick(kpis, { ...b, period_start: "2026-02-01" })).toMatchObject({ numerator: 1, n: 1 });
  });

  test("9: is partial while more than one in twenty is undecided", () => {
    expect(conversion("A").status).toBe("partial");
    expect(conversion("B").status).toBe("ok");
  });

  test("is the rep's who had the deal when it entered", async () => {
    const { deals, versions } = company({ straight: paths.straight ?? [] });
    const handed = versions.map((version) =>
      version.on < "2026-02-01" ? { ...version, rep: "bob" } : version,
    );
    const entered = select(await kpisOf({ deals, versions: handed }), {
      metric: "stage_conversion",
      entity_type: "rep",
      period: "quarter",
      view: "as_is",
    });
    expect(entered.map((kpi) => `${kpi.entity_id} ${kpi.breakdown}`)).toEqual([
      "ann stage: D",
      "bob stage: A",
      "bob stage: B",
      "bob stage: C",
    ]);
  });

  test("is told for the owner too, and absent without a history", async () => {
    const rep = { metric: "stage_conversion", period: "quarter", entity_type: "rep" };
    expect(select(kpis, { ...rep, entity_id: "ann", view: "as_is" })).toHaveLength(4);
    const rows = await kpisOf({ ...company(paths), versions: [] });
    const [absent, ...others] = select(rows, { metric: "stage_conversion" });
    expect(others).toEqual([]);
    expect(absent).toMatchObject({ value: null, status: "absent" });
  });
});

describe("days in stage", () => {
  const days = (kpis: readonly Kpi[], stage: string) =>
    pick(kpis, {
      metric: "stage_days",
      period: "quarter",
      period_start: "2026-01-01",
      breakdown: `stage: ${stage}`,
    });

  // A: straight 10, skips 20, back 5 + 10; B: straight 10, back 2 + 10
  test("sum a deal's stays, and leave out what was skipped and what goes on", async () => {
    const kpis = await kpisOf(company(paths));
    expect(days(kpis, "A")).toMatchObject({ numerator: 45, n: 3, value: 15, median: 15 });
    expect(days(kpis, "B")).toMatchObject({ numerator: 22, n: 2, value: 11 });
    expect(days(kpis, "A")).toMatchObject({ lower_quartile: 12.5, upper_quartile: 17.5 });
  });

  test("belong to the period in which the deal left the stage", async () => {
    const kpis = await kpisOf(company(paths));
    const d = { metric: "stage_days", breakdown: "stage: D" };
    expect(select(kpis, { ...d, period: "month", period_start: "2026-01-01" })).toEqual([]);
    expect(pick(kpis, { ...d, period_start: "2026-02-01" })).toMatchObject({ numerator: 20, n: 2 });
  });

  test("3: are positive whatever the order in which versions are told", async () => {
    const { deals, versions } = company(paths);
    const kpis = await kpisOf({ deals, versions: versions.toReversed() });
    expect(days(kpis, "A").numerator).toBe(45);
  });
});
