import { z } from "zod";
import { grains } from "../../calendar.ts";
import { creditRoles } from "../credit/credit.ts";
import { measures } from "../credit/measure.ts";
import { rateSchema, tierBound } from "./rate-schema.ts";
import { quotaHolders } from "./terms.ts";
import { amount, countOf, date, dated, name, names, positive, share, where } from "./values.ts";

const measure = z.union(
  [z.enum(measures), z.templateLiteral(["kpi:", z.string().min(1)])],
  `one of ${measures.join(", ")}, or kpi:<name>`,
);

const gate = z.strictObject({ component: name, at_least: positive });

const multiplier = z.strictObject({
  /** The component whose attainment chooses. */
  by: name,
  tiers: z
    .array(
      z.strictObject({ from: tierBound, times: z.number("a number").min(0, "0 or more") }),
      "a list",
    )
    .min(1, "at least one tier"),
});

/** Which share falls due on which event; they sum to 1. */
const paid = z.strictObject({
  booking: share.default(0),
  invoice: share.default(0),
  cash: share.default(0),
});

const reversal = z.strictObject({
  returns: z.enum(["original_line", "recompute"]).default("original_line"),
  within_days: countOf("days").optional(),
  lowers_attainment: z.boolean("true or false").default(true),
});

const holdDays = "a whole number of days, 0 to 3650";

const component = z.strictObject({
  name,
  measure: measure.default("bookings"),
  credit: z.array(z.enum(creditRoles), "a list").min(1).default(["owner", "split"]),
  where: where.optional(),
  /** Taken off the measured figure first: overhead, off a margin. */
  less_share_of_amount: share.default(0),
  /** Of a person's variable pay. */
  target_share: share.optional(),
  /** A year's. */
  target_pay: dated.optional(),
  /** Of a measure period; that of plans/quotas.csv unless written, whose it says. */
  quota: z
    .union(
      [z.literal("none"), z.strictObject({ of: z.enum(quotaHolders) }), dated],
      `a number, a list of { from, amount }, none, or { of: ${quotaHolders.join(" | ")} }`,
    )
    .optional(),
  period: z.enum(grains).default("year"),
  prorate: z.boolean("true or false").default(true),
  rate: rateSchema,
  rates_above_one: z.boolean("true or false").default(false),
  threshold: positive.optional(),
  gates: z.array(gate, "a list").default([]),
  multipliers: z.array(multiplier, "a list").default([]),
  caps: z
    .strictObject({ line: positive, period: positive, year: positive, attainment: positive })
    .partial()
    .default({}),
  weights: z
    .array(z.strictObject({ where, times: z.number("a number").min(0, "0 or more") }), "a list")
    .default([]),
  paid: paid.default({ booking: 1, invoice: 0, cash: 0 }),
  hold_days: z.number(holdDays).int(holdDays).min(0, holdDays).max(3650, holdDays).default(0),
  reversal: reversal.prefault({}),
  budget: z
    .strictObject({
      amount: positive,
      use: z.enum(["first_come", "pro_rata"]).default("first_come"),
    })
    .optional(),
  pool: z.strictObject({ share_by: z.enum(["even", "earnings", "credit"]) }).optional(),
});

const draw = z.strictObject(
  {
    kind: z.enum(["recoverable", "non_recoverable"]),
    /** Of a pay period. */
    amount,
    until: date.optional(),
    /** Of service, after which it ends. */
    months: countOf("months", 120).optional(),
  },
  {
    error: ({ input }) =>
      `{ kind: recoverable | non_recoverable, amount: ${typeof input === "number" ? input : "…"} }`,
  },
);

const code = "a currency's code of three capitals, such as EUR";
const month = "a month, 1 to 12";

/** `plans/compensation/<name>.yaml` as written, once `spelledOut`; every key it may have stands here. */
export const planSchema = z.strictObject({
  plan: name,
  covers: z
    .strictObject({ roles: names, teams: names, people: names, except: names })
    .partial()
    .default({}),
  effective_from: date,
  effective_until: date.optional(),
  recorded_on: date.optional(),
  /** Pays people beside the plan that they are under: a SPIF with a file of its own. */
  supplements: z.boolean("true or false").default(false),
  currency: z
    .string(code)
    .refine((text) => /^[A-Z]{3}$/.test(text), { error: code, params: { isAsked: true } })
    .optional(),
  fiscal_year_starts: z.number(month).int(month).min(1, month).max(12, month).optional(),
  /** Currency → what one of it is worth in the plan's. */
  exchange_rates: z.record(z.string(), dated).default({}),
  on_target_earnings: positive.optional(),
  variable_share: share.optional(),
  pays: z.enum(grains).default("month"),
  draw: draw.optional(),
  negative_pay: z.enum(["carried", "floored"]).default("carried"),
  caps: z.strictObject({ period: positive, year: positive }).partial().default({}),
  leavers: z
    .strictObject({
      pay: z.enum(["earned", "booked_by_last_day", "nothing"]).default("booked_by_last_day"),
      recover_draw: z.boolean("true or false").default(true),
    })
    .prefault({}),
  split_total: z.enum(["exact", "at_most", "any"]).default("exact"),
  components: z
    .array(component, "a list")
    .min(1, "at least one component, such as [{ name: Bookings, rate: 0.05 }]"),
});

export type PlanEntry = z.infer<typeof planSchema>;
export type ComponentEntry = PlanEntry["components"][number];

/** What may be written short, at length: `rate: 0.1`, `paid: cash`, `reversal: recompute`. */
export function spelledOut(value: unknown): unknown {
  if (!isMap(value) || !Array.isArray(value.components)) return value;
  return { ...value, components: value.components.map(componentAtLength) };
}

function componentAtLength(value: unknown): unknown {
  if (!isMap(value)) return value;
  const { rate, paid, reversal } = value;
  const isRate = typeof rate === "number" || rate === "target";
  return {
    ...value,
    ...(isRate ? { rate: { rule: "flat", rate } } : {}),
    ...(typeof paid === "string" ? { paid: { [paid]: 1 } } : {}),
    ...(typeof reversal === "string" ? { reversal: { returns: reversal } } : {}),
  };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
