import { type PlanEntry, planSchema, spelledOut } from "../../../src/compensation/plan/schema.ts";
import type { AnyPlan } from "./any-plan.ts";

/** A plan as written with what it leaves out filled in; what is undefined isn't written. */
export const read = (entry: AnyPlan): PlanEntry =>
  planSchema.parse(spelledOut(JSON.parse(JSON.stringify(entry))));
