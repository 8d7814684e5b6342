import { z } from "zod";
import { where } from "./values.ts";

const rate = z.number("a number").min(0, "a rate of 0 or more");
/** Target pay over quota is a rate, too. */
const rateOrTarget = z.union([rate, z.literal("target")], "a rate of 0 or more, or target");
/** Major units for each unit sold. */
const perUnit = z.number("a number").min(0, "0 or more");
const times = z.number("a number").min(0, "0 or more");

export const tierBound = z.number("a number").min(0, "0 or more");
const bounds = z.enum(["attainment", "amount"]).optional();

/** Its rate, or how many times the base rate, or money a unit. */
const tier = z.strictObject({
  from: tierBound,
  rate: rate.optional(),
  times: times.optional(),
  per_unit: perUnit.optional(),
});
const tiers = z.array(tier, "a list").min(1, "at least one tier");

const flat = z.strictObject({
  rule: z.literal("flat"),
  rate: rateOrTarget.optional(),
  /** Of the rate. */
  times: times.default(1),
  per_unit: perUnit.optional(),
  exceptions: z
    .array(
      z.strictObject({ where, rate: rateOrTarget.optional(), per_unit: perUnit.optional() }),
      "a list",
    )
    .default([]),
});

const marginal = z.strictObject({
  rule: z.literal("marginal"),
  tiers,
  base_rate: rateOrTarget.default("target"),
  bounds,
});

const slab = z.strictObject({
  rule: z.literal("slab"),
  tiers,
  base_rate: rateOrTarget.default("target"),
  bounds,
  reached_by: z.enum(["own", "team"]).default("own"),
});

const overage = z.strictObject({
  rule: z.literal("overage"),
  tiers,
  base_rate: rateOrTarget.default("target"),
});

const cliff = z.strictObject({
  rule: z.literal("cliff"),
  threshold: tierBound,
  rate: rateOrTarget.optional(),
  per_unit: perUnit.optional(),
  bounds,
});

const curve = z.strictObject({
  rule: z.literal("curve"),
  points: z
    .array(
      z.strictObject({ at: tierBound, pays: z.number("a number").min(0, "0 or more") }),
      "a list",
    )
    .min(2, "at least two points"),
  beyond: z.enum(["flat", "extend"]).default("flat"),
});

/** One rate rule as written. */
export const rateSchema = z.discriminatedUnion(
  "rule",
  [flat, marginal, slab, overage, cliff, curve],
  {
    error: ({ input }) =>
      typeof input === "object"
        ? "flat, marginal, slab, overage, cliff or curve"
        : "a rate of 0 or more, target, or { rule: flat | marginal | slab | overage | cliff | curve, … }",
  },
);

export type RateEntry = z.infer<typeof rateSchema>;
export type TierEntry = z.infer<typeof tier>;
