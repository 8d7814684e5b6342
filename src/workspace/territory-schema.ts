import { z } from "zod";
import { date } from "./date.ts";

/** A name may be written as a number: `owner: 1042`. */
const name = z
  .union([z.string().trim().min(1), z.number()], "a name")
  .transform((one) => String(one));
const names = z
  .union([name, z.array(name).min(1)], "a name, or a list of names")
  .transform((one) => [one].flat());
const employees = z.number("a number").int().min(0);

/** Whom a territory has where it has nobody. */
const vacant = "vacant";

/** All conditions of one rule must hold; one of several values is enough for a condition. */
const rule = z.strictObject({
  segment: names.optional(),
  industry: names.optional(),
  /** As the CRM writes it on the account. */
  country: names.optional(),
  /** The region of the rep who owns the account. */
  region: names.optional(),
  size: z
    .strictObject({ min_employees: employees.optional(), max_employees: employees.optional() })
    .optional(),
  /** By id, or by name where one account alone bears it. */
  accounts: names.optional(),
  /** A product, or a family of them, that the account has bought. */
  product: names.optional(),
});

const territory = z.strictObject({
  name,
  owner: name.transform((one) => (one === vacant ? null : one)),
  team: name.optional(),
  /** Any of them is enough. */
  rules: z.array(rule, "a list").default([]),
});

const reason = z.string("text").trim().min(1);
const exception = z.strictObject({
  account: name,
  territory: name,
  effective_from: date.optional(),
  until: date.optional(),
  reason: reason.optional(),
});
const holdout = z.strictObject({
  account: name,
  effective_from: date.optional(),
  until: date,
  reason: reason.optional(),
});

const moves = z.strictObject({
  /** How many accounts the balance may move. */
  most_moves: z.number("a number").int().min(0).optional(),
  /** By how much a move must lower the worst deviation: 0.0005 is 0.05 %. */
  keep_incumbents: z.number("a number").min(0).max(1).optional(),
  /** Accounts move between the reps of one of these. */
  within: z.enum(["team", "region", "company"]).default("team"),
  /** Accounts that the balance leaves where they are. */
  protected: z.array(name, "a list").default([]),
});

const plan = z.strictObject({
  effective_from: date,
  recorded_on: date.optional(),
  territories: z.array(territory, "a list").min(1),
  exceptions: z.array(exception, "a list").default([]),
  holdouts: z.array(holdout, "a list").default([]),
  moves: moves.prefault({}),
});

/** `plans/territories.yaml` as written: a plan a date; every key it may have stands here. */
export const territoriesSchema = z.array(plan, "a list of plans");

export type TerritoryPlanEntry = z.infer<typeof plan>;
export type TerritoryEntry = z.infer<typeof territory>;
export type RuleEntry = z.infer<typeof rule>;
