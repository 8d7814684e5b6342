import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { overrideCredits } from "../../src/compensation/credit/override.ts";
import { readCredits } from "../../src/compensation/credit/table/read.ts";
import type { PricingInput } from "../../src/compensation/earn.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { byEngine, byOracle } from "./oracle/agreement.ts";
import { creditOf, onePlan, planMistakes, planOf, textOf } from "./plan.ts";

// each case as its source has it (`source` in the file), priced on a plan file and compared at the cent,
// and with what the oracle pays

const file = fileURLToPath(
  new URL("../../../shared/data/commission/worked_cases.json", import.meta.url),
);
const isThere = existsSync(file);
if (!isThere) console.log(`skipped: the worked commission cases aren't at ${file}`);

interface Case<Input> {
  readonly id: string;
  readonly source: string;
  readonly rule: string;
  readonly input: Input;
  readonly expected: number | string | readonly number[];
}

const cases: readonly Case<never>[] = isThere ? JSON.parse(readFileSync(file, "utf8")).cases : [];
const tested = new Set<string>();

/** The cases of a rule, named by their source; their inputs are as the file gives them. */
function casesOf<Input>(rule: string) {
  tested.add(rule);
  return (cases as readonly Case<unknown>[])
    .filter((one) => one.rule === rule)
    .map(
      (one) => [`${one.id} of ${one.source}`, one.input as Input, Number(one.expected)] as const,
    );
}

function priced({ plan, credits, people }: PricingInput) {
  const nothing = { onTargetEarnings: null, variableShare: null };
  const everybody = people?.map((person) => ({ ...person, ...nothing })) ?? null;
  const ledger = { credits, people: everybody, assigned: () => null, through: null };
  const one = { entry: parse(textOf(plan)), ledger };
  expect(byEngine(one)).toEqual(byOracle(one));
  return pricePlan({ plan, credits, ...(people ? { people } : {}) });
}

const dollars = (amount: number) => Math.round(amount * 100);
const paid = (component: string, ...credits: ReturnType<typeof creditOf>[]) =>
  totalOf(onePlan(component), credits);
const totalOf = (plan: ReturnType<typeof planOf>, credits: ReturnType<typeof creditOf>[]) =>
  priced({ plan, credits }).lines.reduce((sum, { amountCents }) => sum + amountCents, 0);

/** Tiers `[from %, to %, times]` as a plan file has them. */
const tiersOf = (tiers: readonly (readonly [number, number | null, number])[]) =>
  `[${tiers.map(([from, , times]) => `{from: ${from / 100}, times: ${times}}`).join(", ")}]`;
type Tiers = readonly (readonly [number, number | null, number])[];

describe.skipIf(!isThere)("worked cases", () => {
  test.each(casesOf<{ attainmentPct: number; targetBonus: number; tiers: Tiers }>("marginal"))(
    "marginal: %s",
    (_, { attainmentPct, targetBonus, tiers }, expected) => {
      const rate = `{rule: marginal, tiers: ${tiersOf(tiers)}}`;
      const plan = `quota: 100000, target_pay: ${targetBonus}, rate: ${rate}`;
      expect(paid(plan, creditOf(dollars(attainmentPct * 1000)))).toBe(dollars(expected));
    },
  );

  test.each(
    casesOf<{ attainmentPct: number; targetBonus: number; gatePct: number; tiers: Tiers }>("gated"),
  )("gated: %s", (_, { attainmentPct, targetBonus, gatePct, tiers }, expected) => {
    const rate = `{rule: marginal, tiers: ${tiersOf(tiers)}}`;
    const plan = `quota: 100000, target_pay: ${targetBonus}, threshold: ${gatePct / 100}, rate: ${rate}`;
    expect(paid(plan, creditOf(dollars(attainmentPct * 1000)))).toBe(dollars(expected));
  });

  test.each(casesOf<{ target: number; actual: number; targetBonus: number }>("linear"))(
    "linear: %s",
    (_, { target, actual, targetBonus }, expected) => {
      const basis = `quota: ${target}, target_pay: ${targetBonus}`;
      const points = "points: [{at: 0, pays: 0}, {at: 1, pays: 1}]";
      const curve = `${basis}, rate: {rule: curve, ${points}, beyond: extend}`;
      expect(paid(curve, creditOf(dollars(actual)))).toBe(dollars(expected));
      expect(paid(`${basis}, rate: target`, creditOf(dollars(actual)))).toBe(dollars(expected));
    },
  );

  test.each(
    casesOf<{
      variableOTE: number;
      weightPct: number;
      ratePct: number;
      minDeal: number;
      deals: number[];
      softwareTarget: number;
    }>("spiff"),
  )("spiff: %s", (_, input, expected) => {
    const plan = onePlan(
      `quota: ${input.softwareTarget}, target_share: ${input.weightPct / 100}, where: {min_amount: ${input.minDeal}}, rate: {rule: flat, rate: target, times: ${input.ratePct / 100}}`,
      `on_target_earnings: ${input.variableOTE}\nvariable_share: 1`,
    );
    const deals = input.deals.map((amount) => creditOf(dollars(amount)));
    const tooSmall = creditOf(dollars(input.minDeal) - 1);
    expect(totalOf(plan, [...deals, tooSmall])).toBe(dollars(expected));
  });

  test.each(casesOf<{ segments: readonly (readonly [number, number])[] }>("prorata_days"))(
    "prorata_days: %s",
    (_, { segments }, expected) => {
      const [[before] = [0], [after] = [0]] = segments;
      const target = `[{from: 2026-01-01, amount: ${before}}, {from: 2026-06-01, amount: ${after}}]`;
      const plan = `quota: 100000, target_pay: ${target}, rate: target`;
      expect(paid(plan, creditOf(dollars(100000)))).toBe(dollars(expected));
    },
  );

  test.each(
    casesOf<{ revenue: number; quota: number; rate: number; tiers: Tiers | null }>(
      "accelerator_on_all_overage",
    ),
  )("accelerator_on_all_overage: %s", (_, { revenue, quota, rate, tiers }, expected) => {
    const rule = `rule: overage, base_rate: ${rate}, tiers: ${tiersOf(tiers ?? [[0, null, 1]])}`;
    const plan = `quota: ${quota}, rates_above_one: true, rate: {${rule}}`;
    expect(paid(plan, creditOf(dollars(revenue)))).toBe(dollars(expected));
  });

  test.each(casesOf<{ teamTotal: number; sales: number }>("slab_team_plus_individual"))(
    "slab_team_plus_individual: %s",
    (_, { teamTotal, sales }, expected) => {
      const tiers = (bounds: readonly number[], rates: readonly number[]) =>
        `bounds: amount, tiers: [${bounds.map((from, at) => `{from: ${from}, rate: ${rates[at]}}`).join(", ")}]`;
      const plan = planOf(`plan: Both
effective_from: 2026-01-01
components:
  - name: Team
    quota: none
    rate: {rule: slab, reached_by: team, ${tiers([0, 100000, 200000], [0.1, 0.15, 0.2])}}
  - name: Own
    quota: none
    rate: {rule: slab, ${tiers([0, 10000, 20000], [0.05, 0.075, 0.1])}}
`);
      const others = creditOf(dollars(teamTotal - sales), { repId: "bob" });
      for (const day of ["2026-01-10", "2026-01-20"]) {
        const credits = [others, creditOf(dollars(sales), { date: day })];
        const { lines } = priced({ plan, credits });
        const own = lines.filter(({ repId }) => repId === "ann");
        const total = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(total).toBe(dollars(expected));
      }
    },
  );

  test.each(
    casesOf<{ lines: readonly (readonly [number, number, number, number])[] }>("fx_split_sum"),
  )("fx_split_sum: %s", (_, { lines }, expected) => {
    const rates = lines.map(([, , , rate], at) => `{where: {products: p${at}}, rate: ${rate}}`);
    const plan = onePlan(
      `quota: none, rate: {rule: flat, rate: 0, exceptions: [${rates.join(", ")}]}`,
      `exchange_rates: {${lines.map(([, fx], at) => `F${"ABC"[at]}X: ${fx}`).join(", ")}}`,
    );
    const rows = lines.flatMap(([price, , sellers], at) =>
      ["ann", "bob"].slice(0, sellers).map((rep) => [rep, price, at, 1 / sellers] as const),
    );
    const table = {
      path: "credits.csv",
      headings: ["rep_id", "date", "amount", "opportunity_id", "product", "currency", "split"],
      rows: rows.map(([rep, price, at, split], index) => ({
        line: index + 2,
        cells: [rep, "2026-01-15", price, `o${at}`, `p${at}`, `F${"ABC"[at]}X`, split].map(String),
      })),
    };
    const all = priced({ plan, ...readCredits(table, plan) });
    const own = all.lines.filter(({ repId }) => repId === "ann");
    expect(own.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(dollars(expected));
  });

  test.each(casesOf<{ base: number; pct: number; advances: number }>("draw_deducted"))(
    "draw_deducted: %s",
    (_, { base, pct, advances }, expected) => {
      const draw = `draw: {kind: recoverable, amount: ${advances}, until: 2026-01-31}`;
      const plan = onePlan(`quota: none, rate: ${pct / 100}`, advances === 0 ? "" : draw);
      // nothing is earned in January, so that the draw is owed in February
      const credits = [creditOf(0), creditOf(dollars(base), { date: "2026-02-10" })];
      const february = priced({ plan, credits }).statements.at(-1);
      const left = (february?.paid ?? 0) - (february?.owedAfter ?? 0);
      expect(left).toBe(dollars(expected));
    },
  );

  test.each(
    casesOf<{ gross: number; opPct: number; costs: number; plus: number; repPct: number }>(
      "margin_commission",
    ),
  )("margin_commission: %s", (_, { gross, opPct, costs, plus, repPct }, expected) => {
    const plan = `measure: margin, less_share_of_amount: ${opPct / 100}, quota: none, rate: ${repPct / 100}`;
    const margin = gross - costs + plus;
    const deal = creditOf(dollars(gross), {
      margin: { amount: dollars(margin), credit: dollars(margin) },
    });
    const { lines } = priced({ plan: onePlan(plan), credits: [deal] });
    const earned = lines.filter(({ component }) => component !== null);
    expect(earned.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(dollars(expected));
  });

  test.each(casesOf<{ net: number; approved: number }>("manager_override"))(
    "manager_override: %s",
    (_, { net, approved }, expected) => {
      const sales = onePlan("quota: none, rate: 0.1");
      const deals = Array.from({ length: approved + 1 }, (_, at) =>
        creditOf(dollars(at < approved ? 1000 : net * 10), { date: `2026-01-${10 + at}` }),
      );
      const credits = overrideCredits(priced({ plan: sales, credits: deals }).lines, () => "meg");
      const plan = onePlan(
        "measure: commission, credit: [manager], quota: none, where: {first: 10}, rate: 0.1",
      );
      const last = credits.at(-1)?.creditId;
      const { lines } = priced({ plan, credits });
      const own = lines.filter(({ creditId }) => creditId === last);
      expect(own.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(dollars(expected));
    },
  );

  test.each(
    casesOf<{ lines: readonly (readonly [number, boolean])[]; ratePct: number }>(
      "eligible_lines_pct",
    ),
  )("eligible_lines_pct: %s", (_, { lines, ratePct }, expected) => {
    const plan = `where: {products: [Eligible]}, quota: none, rate: ${ratePct / 100}`;
    const credits = lines.map(([amount, isEligible]) =>
      creditOf(dollars(amount), { product: isEligible ? "Eligible" : "Other" }),
    );
    expect(paid(plan, ...credits)).toBe(dollars(expected));
  });

  test.each(casesOf<{ base: number; rate: number; mult: number }>("flat"))(
    "flat: %s",
    (name, { base, rate, mult }, expected) => {
      const isException = name.startsWith("DJA-2");
      const exceptions = `exceptions: [{where: {products: Special}, rate: ${rate}}]`;
      const rule = isException ? `{rule: flat, rate: 0.1, ${exceptions}}` : `${rate * mult}`;
      const deal = creditOf(dollars(base), { product: isException ? "Special" : "Any" });
      expect(paid(`quota: none, rate: ${rule}`, deal)).toBe(dollars(expected));
    },
  );

  test("split_pct: DJA-3 and, of shares that don't sum to 100 %, DJA-4", () => {
    tested.add("split_pct");
    const plan = onePlan("quota: none, rate: 1");
    const table = (shares: readonly number[]) => ({
      path: "credits.csv",
      headings: ["rep_id", "date", "amount", "opportunity_id", "split"],
      rows: shares.map((share, at) => ({
        line: at + 2,
        cells: [`p${at}`, "2026-01-15", "100", "o1", String(share / 100)],
      })),
    });
    const [split] = cases.filter(({ rule }) => rule === "split_pct") as Case<{
      shares: number[];
    }>[];
    const { lines } = priced({ plan, ...readCredits(table(split?.input.shares ?? []), plan) });
    expect(lines.map(({ amountCents }) => amountCents / 100)).toEqual(split?.expected);
    expect(() => readCredits(table([80, 10]), plan)).toThrow("shares of o1 sum to 90 %");
  });

  test("reject: ERP-4 refuses 101 % and −1 %", () => {
    tested.add("reject");
    const rejected = (rate: number) =>
      planMistakes(
        `plan: A\neffective_from: 2026-01-01\ncomponents:\n  - {name: B, quota: none, rate: ${rate}}\n`,
      ).map((text) => text.split("\n")[0]);
    expect(rejected(1.01)).toEqual(["rate above 1: 1.01"]);
    expect(rejected(-0.01)).toEqual(['invalid rate.rate of "B": a rate of 0 or more']);
  });

  test.each(
    casesOf<{ sales: number; quota: number; basePct: number; bonusPct: number; draw: number }>(
      "two_tier_draw_floor0",
    ),
  )("two_tier_draw_floor0: %s", (_, { sales, quota, basePct, bonusPct, draw }, expected) => {
    const above = (basePct + bonusPct) / 100;
    const tiers = `[{from: 0, rate: ${basePct / 100}}, {from: 1, rate: ${above}}]`;
    const plan = onePlan(
      `quota: ${quota}, rate: {rule: marginal, tiers: ${tiers}}`,
      `draw: {kind: recoverable, amount: ${draw}, until: 2026-01-31}`,
    );
    const credits = [creditOf(0), creditOf(dollars(sales), { date: "2026-02-10" })];
    expect(priced({ plan, credits }).statements.at(-1)?.paid).toBe(dollars(expected));
  });

  test.each(
    casesOf<{ sales: number; bands: readonly (readonly [number, number | null, number])[] }>(
      "marginal_amount",
    ),
  )("marginal_amount: %s", (_, { sales, bands }, expected) => {
    const tiers = bands.map(([from, , rate]) => `{from: ${from}, rate: ${rate}}`).join(", ");
    const plan = `quota: none, rate: {rule: marginal, tiers: [${tiers}]}`;
    expect(paid(plan, creditOf(dollars(sales)))).toBe(dollars(expected));
  });

  test("every rule of the file is tested", () => {
    expect([...new Set(cases.map(({ rule }) => rule))].filter((rule) => !tested.has(rule))).toEqual(
      [],
    );
  });
});
