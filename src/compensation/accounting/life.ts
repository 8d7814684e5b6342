import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import type { AccountingPolicy, Benefit } from "./policy.ts";

/** What accounting needs to know of a won deal. */
export interface Contract {
  readonly opportunityId: string;
  /** The type of the deal; null where it has none that is known. */
  readonly kind: string | null;
  readonly bookedOn: PlainDate;
  /** The first day of what was sold; null where nobody tells it. */
  readonly startsOn: PlainDate | null;
  readonly termMonths: number | null;
  /** When the customer was lost or had all of it back; null while it runs. */
  readonly endedOn: PlainDate | null;
}

/** The days over which the commission on a contract is of use. */
export interface Life {
  readonly from: PlainDate;
  /** The last day. */
  readonly until: PlainDate;
  readonly months: number;
  /** From this day on nothing is of use any more. */
  readonly endedOn: PlainDate | null;
  /** Too short to be capitalised. */
  readonly isExpensed: boolean;
}

/** How long the commission on a contract is of use; by month, in whole months from its first on. */
export function lifeOf(contract: Contract, policy: AccountingPolicy): Life {
  const { bookedOn, startsOn, endedOn } = contract;
  const start = policy.from === "booking" ? bookedOn : (startsOn ?? bookedOn);
  const from = policy.by === "day" ? start : `${start.slice(0, 7)}-01`;
  const months = monthsOf(benefitOf(contract, policy), contract, policy);
  return {
    from,
    until: addDays(addMonths(from, months), -1),
    months,
    endedOn,
    isExpensed: policy.isExpedient && months <= 12,
  };
}

function benefitOf({ kind }: Contract, { benefits }: AccountingPolicy): Benefit {
  if (kind === "new" || kind === "expansion" || kind === "renewal") return benefits[kind];
  return "term";
}

function monthsOf(benefit: Benefit, { termMonths }: Contract, policy: AccountingPolicy): number {
  if (typeof benefit === "number") return benefit;
  const term = Math.max(1, Math.round(termMonths ?? policy.termMonths));
  // a customer stays at least as long as the contract binds
  return benefit === "term" ? term : Math.max(term, policy.customerLifeMonths);
}
