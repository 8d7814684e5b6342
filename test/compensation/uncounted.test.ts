import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPriced } from "../../pipelines/price/rows.ts";
import { uncountedWords } from "../../pipelines/price/uncounted-words.ts";
import { priceFile } from "../../pipelines/price.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { uncountedOf } from "../../src/compensation/uncounted.ts";
import { quotabook } from "../workspaces/command.ts";
import { temporaryFolder, writeFiles } from "../workspaces/write.ts";
import { creditOf, planOf } from "./plan.ts";

// rows of a table of credits that no component counts are told, with what keeps them out

const plan = (...components: readonly string[]) =>
  `plan: Test\neffective_from: 2026-01-01\ncomponents:\n${components
    .map((text, at) => `  - {name: C${at}, quota: none, ${text}}\n`)
    .join("")}`;

function written(text: string, ...rows: readonly string[]) {
  const folder = temporaryFolder();
  const [planFile, creditsFile] = [join(folder, "plan.yaml"), join(folder, "credits.csv")];
  writeFiles(folder, { "plan.yaml": text, "credits.csv": rows.join("\n") });
  return [planFile, creditsFile] as const;
}

async function told(text: string, ...rows: readonly string[]) {
  return uncountedWords(await priceFile(...written(text, ...rows)));
}

test.each([
  ["type", "where: {types: [new]}, rate: 0.1", "nwe", "type nwe"],
  ["type", "where: {types: [new]}, rate: 0.1", "", "no type"],
  ["product", "where: {products: [Gold]}, rate: 0.1", "Golf", "product Golf"],
  ["product", "where: {products: [Gold]}, rate: 0.1", "", "no product"],
  ["product", "where: {not_products: [Gold]}, rate: 0.1", "gold", "product gold"],
  ["role", "credit: [owner], rate: 0.1", "manager", "role manager"],
  ["type", "where: {min_amount: 1000.01}, rate: 0.1", "", "amount 1000"],
  ["type", "where: {max_amount: 999}, rate: 0.1", "", "amount 1000"],
  ["type", "where: {from: 2026-02-01}, rate: 0.1", "", "date 2026-01-15"],
  [
    "type",
    "where: {types: [new], until: 2026-01-14}, rate: 0.1",
    "nwe",
    "type nwe, date 2026-01-15",
  ],
  [
    "type",
    "measure: objectives, quota: 1, target_pay: 10, rate: target",
    "",
    "no component measures it",
  ],
])(
  "by %s, where a component asks %s and a row says “%s”",
  async (column, component, value, why) => {
    const text = plan(component).replace("quota: none, measure", "measure");
    expect(await told(text, `rep_id,date,amount,${column}`, `ann,2026-01-15,1000,${value}`)).toBe(
      `1 row counts for no component: row 2 (${why})`,
    );
  },
);

test("a row counts where one component counts it, else what each asks is told", async () => {
  const both = plan("where: {types: [new]}, rate: 0.1", "credit: [manager], rate: 0.1");
  const rows = ["rep_id,date,amount,type,role", "ann,2026-01-15,1,new,owner"];
  expect(await told(both, ...rows, "max,2026-01-15,1,old,manager")).toBeNull();
  expect(await told(both, ...rows, "bob,2026-01-15,1,old,owner")).toBe(
    "1 row counts for no component: row 3 (type old, role owner)",
  );
});

test("so is a deal after the first that count in a period, by its date", async () => {
  const first = plan("period: quarter, where: {first: 1}, rate: 0.1");
  expect(
    await told(
      first,
      "rep_id,date,amount,opportunity_id",
      "ann,2026-02-15,1,o2", // the second of the quarter
      "ann,2026-01-15,1,o1",
      "ann,2026-01-15,2,o1", // a line of the first
      "ann,2026-04-15,1,o3", // the first of the next
      "bob,2026-02-15,1,o4",
    ),
  ).toBe("1 row counts for no component: row 2 (not among the first that count)");
});

test("so is what takes back a row that doesn't count, or takes back too late", async () => {
  const terms = plan("where: {types: [new]}, rate: 0.1, reversal: {within_days: 30}");
  expect(
    await told(
      terms,
      "rep_id,date,amount,type,credit_id,reverses",
      "ann,2026-01-15,100,new,c1,",
      "ann,2026-01-15,100,old,c2,",
      "ann,2026-02-14,-40,,,c1",
      "ann,2026-02-15,-40,,,c1",
      "ann,2026-01-16,-100,new,,c2",
    ),
  ).toBe(
    "3 rows count for no component: row 3 (type old), row 5 (takes back what is too old), row 6 (takes back what doesn't count)",
  );
});

test("ten rows are named, and how many there are", async () => {
  const rows = Array.from({ length: 12 }, () => "ann,2026-01-15,1,old");
  const words = await told(
    plan("where: {types: [new]}, rate: 0.1"),
    "rep_id,date,amount,type",
    ...rows,
  );
  expect(words).toMatch(/^12 rows count for no component: row 2 \(type old\), row 3 /);
  expect(words).toMatch(/, row 11 \(type old\) and 2 more$/);
});

test("the command says so beside the figures, JSON with them, CSV as before", async () => {
  const rows = [
    "rep_id,date,amount,type,credit_id",
    "ann,2026-01-15,1,new,",
    "bob,2026-01-15,1,nwe,B1",
  ];
  const files = written(plan("where: {types: [new]}, rate: 0.1"), ...rows);
  const { code, stdout, stderr } = await quotabook("price", ...files, "--format", "json");
  expect([code, stderr]).toEqual([0, "1 row counts for no component: row 3 (type nwe)\n"]);
  expect(JSON.parse(stdout).uncounted).toEqual([
    { row: 3, rep_id: "bob", credit_id: "B1", reason: "type nwe" },
  ]);
  const all = await priceFile(...written(plan("rate: 0.1"), ...rows));
  expect(uncountedWords(all)).toBeNull();
  expect(JSON.parse(formatPriced(all, "json")).uncounted).toEqual([]);
  expect(formatPriced(all, "csv")).not.toContain("uncounted");
}, 60_000);

// a flat rate pays a line for whatever counts, and for nothing else
test("what isn't told has a line of pay, and what is told has none", () => {
  const where = fc.record({
    types: fc.constantFrom(null, "types: [new]"),
    products: fc.constantFrom(null, "products: [Gold]", "not_products: [Gold]"),
    size: fc.constantFrom(null, "min_amount: 50", "max_amount: 50"),
    days: fc.constantFrom(null, "from: 2026-02-01", "until: 2026-02-15"),
    first: fc.constantFrom(null, "first: 1", "first: 2"),
  });
  const component = where.map(
    (parts) =>
      `period: month, where: {${Object.values(parts)
        .filter((part) => part !== null)
        .join(", ")}}, rate: 0.1`,
  );
  const credit = fc.record({
    repId: fc.constantFrom("ann", "bob"),
    type: fc.constantFrom(null, "New", "old"),
    product: fc.constantFrom(null, "gold", "Iron"),
    opportunityId: fc.constantFrom(null, "o1", "o2", "o3"),
    date: fc.constantFrom("2026-01-15", "2026-02-01", "2026-02-15", "2026-02-20"),
    cents: fc.integer({ min: 1000, max: 9000 }),
  });
  fc.assert(
    fc.property(
      fc.array(component, { minLength: 1, maxLength: 2 }),
      fc.array(credit, { minLength: 1, maxLength: 8 }),
      (components, deals) => {
        const terms = planOf(plan(...components));
        const credits = deals.map(({ cents, ...parts }) => creditOf(cents, parts));
        const out = uncountedOf(terms, credits, []).map((one) => one.credit.creditId);
        const { lines } = pricePlan({ plan: terms, credits });
        const paid = new Set(lines.map(({ creditId }) => creditId));
        expect(
          credits.filter(({ creditId }) => !paid.has(creditId)).map((one) => one.creditId),
        ).toEqual(out);
      },
    ),
  );
});
