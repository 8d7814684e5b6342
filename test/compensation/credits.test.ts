import { describe, expect, test } from "vitest";
import { readCredits } from "../../src/compensation/credit/table/read.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { formatInputError, InputError, InputErrors } from "../../src/errors.ts";
import { earned, onePlan } from "./plan.ts";

const plain = onePlan("quota: none, rate: 0.1");

/** Reads a table as a person writes it: headings, then rows. */
function read(text: string, plan: PlanTerms = plain) {
  const [headings = [], ...rows] = text.split("\n").map((line) => line.split(","));
  return readCredits(
    { path: "credits.csv", headings, rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
    plan,
  );
}

function mistakes(text: string, plan: PlanTerms = plain): string[] {
  try {
    read(text, plan);
  } catch (error) {
    if (error instanceof InputErrors) return error.errors.map(formatInputError);
    if (error instanceof InputError) return [formatInputError(error)];
    throw error;
  }
  return [];
}

test("amounts are whole minor units of the plan's currency, at the rate of their date", () => {
  const plan = onePlan(
    "quota: none, rate: 0.1",
    "currency: JPY\nexchange_rates: {EUR: [{from: 2026-01-01, amount: 160.5}, {from: 2026-02-01, amount: 170}]}",
  );
  const { credits } = read(
    "rep_id,date,amount,currency\nann,2026-01-31,1.01,EUR\nann,2026-02-01,1.01,eur\nann,2026-02-01,99.5,",
    plan,
  );
  // 1.01 × 160.5 = 162.105; 1.01 × 170 = 171.7
  expect(credits.map(({ amountCents }) => amountCents)).toEqual([162, 172, 100]);
});

test("a deal is split to the cent, credit and pay apart", () => {
  const { credits } = read(`rep_id,date,amount,opportunity_id,split,pay_split
cat,2026-01-15,100,o1,0.3334,0
bob,2026-01-15,100,o1,0.3333,0.5
ann,2026-01-15,100,o1,0.3333,0.5`);
  const shares = credits.map(({ repId, creditCents, amountCents }) => [
    repId,
    creditCents,
    amountCents,
  ]);
  expect(shares).toEqual([
    ["cat", 3334, 0],
    ["bob", 3333, 5000],
    ["ann", 3333, 5000],
  ]);
});

describe("a deal of several rows is one customer", () => {
  const customers = onePlan(
    "measure: new_customers, quota: none, rate: {rule: flat, per_unit: 2500}",
  );
  const paid = (text: string) => {
    const byRep = new Map<string, number>();
    for (const { repId, amountCents } of earned(customers, read(text, customers).credits).lines) {
      byRep.set(repId, (byRep.get(repId) ?? 0) + amountCents);
    }
    return Object.fromEntries(byRep);
  };

  test("whatever its lines come to", () => {
    // a third each would be 33 hundredths of a customer, thrice: 2,475.00
    const lines = ["L1", "L2", "L3"].map((id) => `ann,2026-01-15,3000,o1,${id}`);
    expect(paid(`rep_id,date,amount,opportunity_id,line_id\n${lines.join("\n")}`)).toEqual({
      ann: 250_000,
    });
  });

  test("whoever shares it: its hundredths go by largest remainder", () => {
    // 33.34, 33.33 and 33.33 hundredths: the one that is left goes to 33.34
    const table = `rep_id,date,amount,opportunity_id,split
ann,2026-01-15,100,o1,0.3333
bob,2026-01-15,100,o1,0.3334
cat,2026-01-15,100,o1,0.3333`;
    expect(paid(table)).toEqual({ ann: 82_500, bob: 85_000, cat: 82_500 });
  });
});

test("who is credited beside those who sold a deal has a share of their own of it", () => {
  const table = `rep_id,date,amount,opportunity_id,role,split
ann,2026-01-15,100,o1,Owner,0.6
bob,2026-01-15,100,o1,split,0.4
eve,2026-01-15,100,o1,overlay,0.5
max,2026-01-15,100,o1,manager,`;
  const roles = read(table).credits.map(({ repId, role, amountCents }) => [
    repId,
    role,
    amountCents,
  ]);
  expect(roles).toEqual([
    ["ann", "owner", 6000],
    ["bob", "split", 4000],
    ["eve", "overlay", 5000],
    ["max", "manager", 10000],
  ]);
  const ownAndManaged = onePlan("quota: none, credit: [owner, manager], rate: 0.1");
  const paid = earned(ownAndManaged, read(table, ownAndManaged).credits);
  expect(paid.lines.map(({ repId, amountCents }) => [repId, amountCents])).toEqual([
    ["ann", 600],
    ["max", 1000],
  ]);
});

test("a role that nobody has names the one that was meant", () => {
  const table = "rep_id,date,amount,role\nann,2026-01-15,100,mangaer\nann,2026-01-15,100,boss";
  expect(mistakes(table)).toEqual([
    'unknown role: "mangaer"\n  in credits.csv, line 2, column role\n  Did you mean "manager"?',
    'unknown role: "boss"\n  in credits.csv, line 3, column role\n  Write one of owner, split, overlay, manager, team, territory.',
  ]);
});

describe("shares of a deal", () => {
  const shares = (...parts: readonly number[]) =>
    `rep_id,date,amount,opportunity_id,split\n${parts.map((part, at) => `p${at},2026-01-15,100,o1,${part}`).join("\n")}`;
  const first = (text: string, plan?: PlanTerms) => mistakes(text, plan)[0]?.split("\n")[0];
  const plan = (total: string) => onePlan("quota: none, rate: 0.1", `split_total: ${total}`);

  test("sum to 100 %, or to what the plan allows", () => {
    expect(first(shares(0.8, 0.1))).toBe("shares of o1 sum to 90 %");
    expect(first(shares(0.8, 0.3))).toBe("shares of o1 sum to 110 %");
    expect(mistakes(shares(0.1, 0.2, 0.7))).toEqual([]);
    expect(mistakes(shares(0.8, 0.1), plan("at_most"))).toEqual([]);
    expect(first(shares(0.8, 0.3), plan("at_most"))).toBe("shares of o1 sum to 110 %");
    expect(mistakes(shares(0.8, 0.3), plan("any"))).toEqual([]);
  });
});

test("what is taken back names a credit, or the only one that the person has of a deal", () => {
  const { credits } = read(`rep_id,date,amount,credit_id,opportunity_id,reverses
ann,2026-01-15,100,c1,o1,
bob,2026-01-15,100,c2,o1,
ann,2026-02-15,-100,,,o1
bob,2026-02-15,-50,,,c2`);
  expect(credits.map(({ reverses }) => reverses)).toEqual([null, null, "c1", "c2"]);
});

test("a refund is converted at the rate of what it takes back", () => {
  const rates = "[{from: 2026-01-01, amount: 1.1}, {from: 2026-02-01, amount: 1.2}]";
  const plan = onePlan("quota: none, rate: 0.1", `exchange_rates: {EUR: ${rates}}`);
  const { credits } = read(
    "rep_id,date,amount,currency,opportunity_id,reverses\nann,2026-01-15,100,EUR,o1,\nann,2026-02-15,-100,EUR,,o1",
    plan,
  );
  expect(credits.map(({ amountCents }) => amountCents)).toEqual([11_000, -11_000]);
});

test("no more is taken back than was credited, all rows together", () => {
  const table = `rep_id,date,amount,opportunity_id,reverses
ann,2026-01-15,100,o1,
ann,2026-02-15,-60,,o1
ann,2026-02-16,-60,,o1`;
  expect(mistakes(table)).toEqual([
    "reversal of more than its credit: o1\n  in credits.csv, line 4, column amount\n  Take back at most what was credited, all rows together.",
  ]);
});

test("every cell that can't be used is listed with line and column", () => {
  expect(
    mistakes(`rep_id,date,amount,currency,split,opportunity_id,credit_id,reverses
,2026-01-15,100,,,,,
ann,15.1.2026,100,,,,,
ann,2026-02-30,"1,,,,,
ann,2026-01-15,1e3,,,,,
ann,2026-01-15,100,GBP,,,,
ann,2026-01-15,100,,1.2,o1,,
ann,2026-01-15,100,,1,,,
ann,2025-12-31,100,,,,c1,
ann,2026-01-15,100,,,,c1,
ann,2026-02-15,-100,,,,,c9
ann,2026-02-15,100,,,,,c1`).map((text) => text.split("\n").slice(0, 2).join()),
  ).toEqual([
    "missing rep_id,  in credits.csv, line 2, column rep_id",
    'invalid date: "15.1.2026",  in credits.csv, line 3, column date',
    'invalid date: "2026-02-30",  in credits.csv, line 4, column date',
    'invalid number: ""1",  in credits.csv, line 4, column amount',
    'invalid number: "1e3",  in credits.csv, line 5, column amount',
    "currency without a rate: GBP on 2026-01-15,  in credits.csv, line 6, column currency",
    'invalid share: "1.2",  in credits.csv, line 7, column split',
    "missing opportunity_id,  in credits.csv, line 8, column opportunity_id",
    "date outside of the plan: 2025-12-31,  in credits.csv, line 9, column date",
    "repeated credit_id: c1,  in credits.csv, line 10, column credit_id",
    "unknown credit reversed: c9,  in credits.csv, line 11, column reverses",
    "several credits reversed: c1,  in credits.csv, line 12, column reverses",
  ]);
});

test("a column that the plan looks at is missing by name", () => {
  const margin = onePlan("measure: margin, quota: none, rate: 0.1");
  expect(mistakes("rep_id,date,amount,margn\nann,2026-01-15,100,50", margin)).toEqual([
    'missing column: margin in credits.csv\n  in credits.csv, line 1\n  The first line names the columns: rep_id,date,amount and others. Is it "margn"?',
  ]);
  expect(mistakes("rep_id,date,amount,margin\nann,2026-01-15,100,", margin)).toEqual([
    "missing margin\n  in credits.csv, line 2, column margin\n  The plan measures margin: give it for each row.",
  ]);
  const cash = onePlan("quota: none, rate: 0.1, paid: cash");
  expect(mistakes("rep_id,date,amount\nann,2026-01-15,100", cash)[0]).toContain(
    "missing column: paid_on in credits.csv",
  );
});

test("a column that no table has names the one that was meant", () => {
  const others =
    "Columns are rep_id, date, amount, credit_id, opportunity_id, line_id, product, type, team, role, margin, quantity, currency, split, pay_split, invoiced_on, paid_on, reverses, level_of; leave others out.";
  const told = (heading: string) =>
    mistakes(`rep_id,date,amount,${heading}\nann,2026-01-15,100,1`).join("\n");
  expect(told("spilt")).toBe(
    `unknown column: "spilt"\n  in credits.csv, line 1\n  Is it "split"? ${others}`,
  );
  expect(told("Paid on")).toContain('unknown column: "paid on"');
  expect(told("Paid on")).toContain('Is it "paid_on"?');
  expect(told("bogus")).toBe(`unknown column: "bogus"\n  in credits.csv, line 1\n  ${others}`);
  expect(told(" Split ")).not.toContain("unknown column");
  expect(mistakes("rep_id,date,amount,\nann,2026-01-15,100,")).toEqual([]);
});

test("a column that stands twice in a table is refused", () => {
  expect(mistakes("rep_id,date,amount,Amount\nann,2026-01-15,100,1000")).toEqual([
    'repeated column: "amount"\n  in credits.csv, line 1\n  Leave all but one of them out.',
  ]);
});

test("a person is of one team, and a table has rows", () => {
  const two = "rep_id,date,amount,team\nann,2026-01-15,1,East\nann,2026-01-15,1,West";
  expect(mistakes(two)[0]).toContain("two teams of ann: East and West");
  expect(read("rep_id,date,amount,team\nann,2026-01-15,1,East").people).toMatchObject([
    { repId: "ann", teams: [{ from: null, team: "East" }] },
  ]);
  expect(mistakes("rep_id,date,amount")[0]).toContain("missing rows: credits.csv");
});

test("a row may be the level of a component, which is no money", () => {
  const plan = onePlan(
    "measure: retention, quota: 0.9, period: quarter, target_pay: 4000, rate: target",
    "currency: JPY",
  );
  const { credits } = read("rep_id,date,amount,level_of\nann,2026-03-31,0.81,Sales", plan);
  expect(earned(plan, credits).total).toBe(900); // nine tenths of a quarter's thousand
  const table = "rep_id,date,amount,level_of\nann,2026-03-31,0.81,Sale";
  expect(mistakes(table, plan)).toEqual([
    'unknown level: "Sale"\n  in credits.csv, line 2, column level_of\n  Name a component that measures a level: Sales.',
  ]);
  expect(mistakes(table)).toEqual([
    'unknown level: "Sale"\n  in credits.csv, line 2, column level_of\n  Leave the column out: no component measures a level.',
  ]);
});
