import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { PayLine } from "../line.ts";
import type { Credit } from "./credit.ts";

/**
 * What the commission of people credits their managers with: a credit for each deal of each person,
 * to be priced by a component that measures commission.
 *
 * @param lines of the people's pay; those of no credit, such as draws, earn a manager nothing
 * @param managerOf who managed a person on a date; null where nobody did
 */
export function overrideCredits(
  lines: readonly PayLine[],
  managerOf: (repId: string, date: PlainDate) => string | null,
): Credit[] {
  const dealt = lines.filter(({ creditId }) => creditId !== null);
  const byCredit = grouped(dealt, ({ repId, creditId }) => `${repId} ${creditId}`);
  return [...byCredit].flatMap(([key, own]) => {
    const [first] = own;
    const manager = first === undefined ? null : managerOf(first.repId, first.date);
    const cents = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (first === undefined || manager === null) return [];
    return [
      {
        creditId: `${commissionOf}${key}`,
        repId: manager,
        date: first.date,
        opportunityId: first.opportunityId,
        lineId: null,
        product: null,
        type: null,
        role: "manager" as const,
        amountCents: cents,
        creditCents: cents,
        dealCents: cents,
        margin: null,
        quantity: null,
        invoicedOn: null,
        payments: null,
        reverses: null,
        isCommission: true,
      },
    ];
  });
}

const commissionOf = "commission of ";

/** Whether a credit is what somebody else was paid, and no part of a deal. */
export const isOfCommission = ({ creditId }: Pick<Credit, "creditId">): boolean =>
  creditId.startsWith(commissionOf);
