import { z } from "zod";
import { isPlainDate } from "../../calendar.ts";

/** A name may be written as a number: `people: [1042]`. */
export const name = z
  .union([z.string().trim().min(1), z.number()], "a name")
  .transform((one) => String(one));
export const names = z
  .union([name, z.array(name).min(1)], "a name, or a list of names")
  .transform((one) => [one].flat());

const dateForm = "a date, written as YYYY-MM-DD";
export const date = z.string(dateForm).refine(isPlainDate, { message: dateForm });

/** More than any plan pays, and few enough digits to be exact. */
const largest = 1e12;
const upTo = `${largest} at most`;
export const amount = z.number("a number").min(0, "0 or more").max(largest, upTo);
export const positive = z.number("a number").gt(0, "more than 0").max(largest, upTo);

/** A whole number of days, months or credits. */
export const countOf = (what: string, most = 36_500) => {
  const message = `a whole number of ${what}, 1 or more`;
  return z.number(message).int(message).min(1, message).max(most, `${most} ${what} at most`);
};
export const share = z.number("a number").min(0, "a share, 0 to 1").max(1, "a share, 0 to 1");

const steps = z.array(z.strictObject({ from: date, amount: positive })).min(1);

/** A number, or numbers that each hold from a day on. */
export const dated = z.union([positive, steps], "a number, or a list of { from, amount }");

export type DatedEntry = z.infer<typeof dated>;

/** Which credits count; all that it says must hold. */
export const where = z
  .strictObject({
    types: names,
    products: names,
    not_products: names,
    /** Of the whole deal. */
    min_amount: amount,
    max_amount: amount,
    from: date,
    until: date,
    /** Only so many credits of a person in a measure period. */
    first: countOf("credits"),
  })
  .partial();

export type WhereEntry = z.infer<typeof where>;
