import { z } from "zod";
import { creditRoles } from "../credit/credit.ts";
import { measures } from "../credit/measure.ts";
import { name } from "../plan/values.ts";

const months = z.number("a number of months").int().min(1).max(600);

/** How long a contract's commission is of use: some months, the contract's term, or a customer's life. */
const benefit = z.union(
  [months, z.enum(["term", "customer_life"])],
  "a number of months, term or customer_life",
);

const capitalise = z.strictObject({
  /** A component counts where it credits people in none but these roles. */
  credit: z
    .array(z.enum(creditRoles), "a list of roles of credit")
    .default(["owner", "split", "overlay"]),
  measures: z
    .array(z.enum(measures), "a list of measures")
    .default(["bookings", "revenue", "margin", "cash", "units", "new_customers"]),
  /** Components that are expensed whatever they pay on. */
  except: z.array(name, "a list of components").default([]),
});

/** `plans/accounting.yaml` as written; what it leaves out, or all of it, is as here. */
export const policySchema = z.strictObject({
  capitalise: capitalise.prefault({}),
  /** Whether a benefit of a year or less is expensed at once. */
  expedient: z.boolean("true or false").default(true),
  renewals_commensurate: z.boolean("true or false").default(false),
  customer_life_months: months.default(60),
  /** Where a deal doesn't tell its own. */
  term_months: months.default(12),
  amortise: z
    .strictObject({
      new: benefit.optional(),
      expansion: benefit.optional(),
      renewal: benefit.optional(),
    })
    .prefault({}),
  amortise_by: z.enum(["month", "day"]).default("month"),
  amortise_from: z.enum(["contract_start", "booking"]).default("contract_start"),
  /** Days without a contract after which a customer is lost. */
  lost_after_days: z.number("a number of days").int().min(0).max(3650).default(90),
  /** Months from the end of a pay period to the one in which it is paid. */
  paid_after_months: z.number("a number of months").int().min(0).max(12).default(0),
});

export type PolicyEntry = z.infer<typeof policySchema>;
