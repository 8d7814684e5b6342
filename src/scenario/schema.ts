import { z } from "zod";

const fraction = z.number().min(0).max(1);
const change = z.number().gt(-1, "a change of more than −100 %").lte(5);
const month = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written 2027-03"));
const name = z.union([z.string().trim().min(1), z.number()]).transform(String);
const surplus = z.number().gt(-1).max(1);
const bound = z.number().nullable();

const hire = z.strictObject({
  month,
  team: name,
  role: name,
  count: z.number().int().min(1).max(1000).default(1),
});

const leaver = z.strictObject({ person: name, month });

const move = z.strictObject({ account: name, to: name, month: month.optional() });

const shock = z.strictObject({
  /** Of bookings: -0.1 is a tenth less. */
  change,
  /** All year unless given. */
  from: month.optional(),
  team: name.optional(),
});

/** Keys of a compensation plan to be set otherwise, components by name; checked once laid over it. */
const planChange = z.looseObject({
  components: z.record(z.string(), z.looseObject({})).optional(),
});

/** `plans/scenarios/<name>.yaml` as written: what differs from the base plan, or another scenario. */
export const scenarioSchema = z.strictObject({
  extends: name.optional(),
  /** The fiscal year that it is for, such as FY28; of whichever is planned unless given. */
  year: z
    .string()
    .regex(/^FY\d{2}$/, "a year is written FY28")
    .optional(),
  note: z.string().optional(),
  /** Of the company, in major units of its currency. */
  target: z.number().positive().optional(),
  /** Of the target on this year's forecast. */
  growth: change.optional(),
  /** The target is the one at which this share of reps is expected at quota. */
  share_at_quota: fraction.optional(),
  over_assignment: z
    .strictObject({ region: surplus, team: surplus, rep: surplus })
    .partial()
    .optional(),
  guardrails: z
    .strictObject({
      least_change: bound,
      most_change: bound,
      least_to_earnings: bound,
      most_to_earnings: bound,
    })
    .partial()
    .optional(),
  round_to: z.number().int().positive().optional(),
  hires: z.array(hire).optional(),
  leavers: z.array(leaver).optional(),
  /** Share of reps who leave within a year; theirs isn't filled. */
  attrition: fraction.optional(),
  /** Role → share of a ramped rep's production in each month of service. */
  ramp: z.record(z.string(), z.array(fraction).min(1).max(24)).optional(),
  territory_moves: z.array(move).optional(),
  /** Shares of the four fiscal quarters, which sum to 1. */
  seasonality: z
    .array(fraction)
    .length(4)
    .refine(
      (shares) => Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 1e-6,
      "the four shares sum to 1",
    )
    .optional(),
  market: z.array(shock).optional(),
  /** Person → a quota that is settled, in major units. */
  locked: z.record(z.string(), z.number().nonnegative()).optional(),
  /** Team → a quota that is settled, in major units; its reps have equal odds of theirs. */
  locked_teams: z.record(z.string(), z.number().nonnegative()).optional(),
  /** Compensation plan → what it says otherwise. */
  pay: z.record(z.string(), planChange).optional(),
});

export type ScenarioEntry = z.infer<typeof scenarioSchema>;
