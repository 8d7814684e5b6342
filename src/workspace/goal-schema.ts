import { z } from "zod";
import { date } from "./date.ts";

/** A name may be written as a number: `owner: 1042`. */
const name = z.union([z.string().trim().min(1), z.number()]).transform(String);
const figure = z.number("a number");

const milestoneSchema = z.strictObject({ due: date, value: figure });

/** One goal of `plans/goals.yaml` as written; every key it may have stands here. */
export const goalSchema = z.strictObject({
  id: name,
  metric: name,
  entity: name,
  /** Where a region and a team, say, bear one name. */
  entity_type: name.optional(),
  baseline: figure,
  target: figure,
  /** The target is a bound to keep rather than a place to get to. */
  maintain: z.boolean("true or false").default(false),
  start: date,
  due: date,
  owner: name,
  parent: name.optional(),
  milestones: z.array(milestoneSchema, "a list").default([]),
  note: z.string("text").trim().min(1).optional(),
  recorded_on: date.optional(),
});

export type GoalEntry = z.infer<typeof goalSchema>;

/** What a goal lacks when a key is missing or wrong: the letters of SMART, and an owner. */
export const aspects = {
  specific: ["id", "metric", "entity", "entity_type"],
  measurable: ["baseline", "target", "maintain"],
  owned: ["owner"],
  "time-bound": ["start", "due", "milestones", "recorded_on"],
} as const;
