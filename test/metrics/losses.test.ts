import { describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick, select, type Version } from "./company.ts";

const june = { period_start: "2026-06-01" };
const lost = (id: string, amount: number | null, more: Partial<Deal> = {}): Deal => ({
  id,
  rep: "ann",
  status: "lost",
  amount,
  created: "2026-05-01",
  closed: "2026-06-15",
  ...more,
});

describe("shares of loss", () => {
  // by hand: 1,000 lost, 600 of it for the price
  const deals = [
    lost("1", 400, { reason: "Price", competitor: "Corvida" }),
    lost("2", 200, { reason: "Price" }),
    lost("3", 300, { reason: "Timing" }),
    lost("4", 100),
    { ...lost("5", 9000), status: "won" as const, reason: "Price" },
  ];
  const versions: Version[] = ["1", "2", "3"].flatMap((deal, index) => [
    { deal, on: "2026-05-01", stage: "A" },
    { deal, on: "2026-05-20", stage: index === 0 ? "C" : "A" },
    { deal, on: "2026-06-15", stage: "Lost" },
  ]);
  const kpis = kpisOf({ deals, versions });
  const share = async (breakdown: string, metric = "loss_share") =>
    pick(await kpis, { metric, ...june, breakdown });

  test("divide the amount lost for a reason, to a competitor or from a stage by all of it", async () => {
    expect(await share("reason: Price")).toMatchObject({
      value: 0.6,
      numerator: 600,
      denominator: 1000,
    });
    expect(await share("competitor: Corvida")).toMatchObject({ value: 0.4, n: 4 });
    expect(await share("stage: C")).toMatchObject({ value: 0.4 });
    expect(await share("stage: A")).toMatchObject({ value: 0.5 });
  });

  test("count deals beside their value", async () => {
    expect(await share("reason: Price", "loss_share_count")).toMatchObject({
      value: 0.5,
      numerator: 2,
      n: 4,
    });
  });

  test("what isn't given is a share of its own, so that each kind sums to one", async () => {
    expect(await share("reason: not given")).toMatchObject({ numerator: 100 });
    const rows = select(await kpis, {
      metric: "loss_share",
      ...june,
      entity_type: "company",
      view: "as_is",
      period: "month",
    });
    for (const kind of ["reason", "competitor", "stage"]) {
      expect(sum(rows.filter((row) => row.breakdown?.startsWith(`${kind}: `)))).toBeCloseTo(1, 12);
    }
  });

  test("a kind that no lost deal tells isn't there at all", async () => {
    const rows = await kpisOf({ deals: [lost("1", 100, { reason: "Price" })] });
    const kinds = select(rows, { metric: "loss_share", entity_type: "company" }).map(
      (row) => row.breakdown,
    );
    expect(new Set(kinds)).toEqual(new Set(["reason: Price"]));
  });

  test("11: by value they are absent where most lost deals have no amount, by count they aren't", async () => {
    const unpriced = [lost("1", 100, { reason: "Price" }), lost("2", null), lost("3", null)];
    const rows = await kpisOf({ deals: unpriced });
    const price = { ...june, breakdown: "reason: Price" };
    expect(pick(rows, { metric: "loss_share", ...price })).toMatchObject({
      value: null,
      status: "absent",
    });
    expect(pick(rows, { metric: "loss_share_count", ...price }).value).toBe(1 / 3);
  });
});

describe("units sold", () => {
  const won = (id: string, closed = "2026-06-15"): Deal => ({
    ...lost(id, 100),
    status: "won",
    closed,
  });
  const deals = [
    won("1"),
    won("2"),
    lost("3", 100),
    { ...lost("4", 100), status: "open" as const },
  ];
  const lines = [
    ["1", "ink", 50, 3],
    ["1", "ink", 20, 0.5],
    ["1", "paper", 30, 10],
    ["2", "ink", 100, null],
    ["3", "ink", 100, 7],
    ["4", "ink", 100, 7],
  ] as const;

  test("sum the quantities on lines of won deals, by product and for the whole", async () => {
    const kpis = await kpisOf({ deals, lines });
    const units = { metric: "units_sold", ...june };
    expect(pick(kpis, units)).toMatchObject({ value: 13.5, n: 3 });
    const ink = { ...units, entity_type: "product", entity_id: "ink" };
    expect(pick(kpis, ink)).toMatchObject({ value: 3.5, n: 2 });
    expect(pick(kpis, { ...units, entity_type: "rep", entity_id: "ann" }).value).toBe(13.5);
  });

  // formulas.md, units_sold: 0 when empty
  test("are zero in a month without a win, and absent where no line has a quantity", async () => {
    const kpis = await kpisOf({ deals: [...deals, won("0", "2026-04-02")], lines });
    expect(pick(kpis, { metric: "units_sold", period_start: "2026-05-01" }).value).toBe(0);
    const rows = select(await kpisOf({ deals, lines: [["1", "ink", 50, null]] }), {
      metric: "units_sold",
    });
    expect(rows.map((row) => row.status)).toEqual(["absent"]);
  });
});

const sum = (kpis: readonly Kpi[]) =>
  kpis.reduce((total, kpi) => total + (kpi.value ?? Number.NaN), 0);
