import { isZero } from "../../src/compensation/exact.ts";
import type { PaidTerms } from "../../src/compensation/plan/terms.ts";
import { formatPlural, formatRate } from "../../src/format.ts";

/** When a component's pay falls due: `50 % when booked, 50 % as it is paid`. */
export function dueRule({ booking, invoice, cash, holdDays }: PaidTerms): string {
  const shares = [
    [booking, "when booked"],
    [invoice, "when invoiced"],
    [cash, "as it is paid"],
  ] as const;
  const told = shares
    .filter(([share]) => !isZero(share))
    .map(([share, when]) => `${formatRate(share.valueOf())} ${when}`);
  return `${told.join(", ")}${holdDays === 0 ? "" : `, ${formatPlural(holdDays, "day")} later`}`;
}
