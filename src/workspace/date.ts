import { z } from "zod";
import { isPlainDate } from "../calendar.ts";

/** A plain date in a file that people write. */
export const date = z.string("a date, written as YYYY-MM-DD").refine(isPlainDate, {
  message: "a date, written as YYYY-MM-DD",
});
