import type { Period, PlainDate } from "../../calendar.ts";
import { lineOfNoCredit, type PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { Run } from "../pricing/run.ts";

/** A line of no credit, at the end of a month. */
export const lineOf = (
  { holder }: Pick<Run, "holder">,
  { name }: ComponentTerms,
  monthEnd: PlainDate,
  payPeriod: Period,
): Omit<PayLine, "cause" | "amountCents"> =>
  lineOfNoCredit({ repId: holder, component: name, date: monthEnd, payPeriod });
