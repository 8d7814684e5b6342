import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { formatInputError, InputErrors } from "../../src/errors.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";

// plans and credits to test pay with: what a test doesn't say is as plain as it can be

const defaults = { currency: "USD", fiscalYearStarts: 1 };

/** The terms of a plan file. */
export function planOf(text: string): PlanTerms {
  const plan = parsePlan(text, "plan.yaml", defaults);
  texts.set(plan, text);
  return plan;
}

const texts = new WeakMap<PlanTerms, string>();

/** The plan file that terms were read from. */
export const textOf = (plan: PlanTerms): string => texts.get(plan) ?? "";

/** A plan of 2026 with one component of the keys given, in flow style: `quota: none, rate: 0.1`. */
export const onePlan = (component: string, plan = ""): PlanTerms =>
  planOf(
    `plan: Test\neffective_from: 2026-01-01\n${plan}\ncomponents:\n  - {name: Sales, ${component}}\n`,
  );

/** What is said of a plan file, each mistake as its reader sees it. */
export function planMistakes(text: string): string[] {
  try {
    planOf(text);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    return error.errors.map(formatInputError);
  }
  return [];
}

let counted = 0;

/** A credit of an amount in minor units: of Ann on 15 January 2026 unless told. */
export function creditOf(amountCents: number, parts: Partial<Credit> = {}): Credit {
  counted += 1;
  return {
    creditId: `c${String(counted).padStart(6, "0")}`,
    repId: "ann",
    date: "2026-01-15",
    opportunityId: null,
    lineId: null,
    product: null,
    type: null,
    role: null,
    amountCents,
    creditCents: amountCents,
    dealCents: amountCents,
    margin: null,
    quantity: null,
    invoicedOn: null,
    payments: null,
    reverses: null,
    ...parts,
  };
}

/** What components pay on credits, draws and balances left out: their lines, and what they sum to. */
export function earned(plan: PlanTerms, credits: readonly Credit[]) {
  const lines = pricePlan({ plan, credits }).lines.filter(({ component }) => component !== null);
  return { lines, total: lines.reduce((sum, { amountCents }) => sum + amountCents, 0) };
}
