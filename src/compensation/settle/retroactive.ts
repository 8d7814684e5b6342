import type { PlainDate } from "../../calendar.ts";
import type { PayLine, Reason } from "../line.ts";
import type { Transfer } from "./passage.ts";

/** What a closed pay period paid, and of which period it is. */
export interface SealedLine {
  readonly repId: string;
  readonly component: string | null;
  readonly creditId: string | null;
  readonly opportunityId: string | null;
  /** The first day of the pay period that it belongs to; an earlier one where it was told late. */
  readonly of: PlainDate;
  readonly amountCents: number;
}

/** What a closed period knew of a credit. */
export interface SealedCredit {
  readonly creditId: string;
  readonly opportunityId: string | null;
  readonly amountCents: number;
  readonly creditCents: number;
}

/** Pay of a closed period that comes out otherwise today: paid or taken back in an open one. */
export interface RetroactiveLine extends SealedLine {
  readonly cause: `retroactive: ${Reason}`;
}

/** What closed pay periods of a plan hold: none of it changes any more. */
export interface Sealed {
  /** The last day of the last of them. */
  readonly through: PlainDate;
  /** Without draws and balances; what was told late in one of them included. */
  readonly lines: readonly SealedLine[];
  readonly credits: readonly SealedCredit[];
  /** Person → what was owed at the end. */
  readonly owed: ReadonlyMap<string, number>;
  /** Person → what was taken over from the plan before, in sum. */
  readonly takenOver: ReadonlyMap<string, number>;
  /** Person → what was handed over to the plan after. */
  readonly handedOver: ReadonlyMap<string, readonly Transfer[]>;
  /** Whether the plan's file is the one that they were closed with, another, or wasn't there. */
  readonly plan: "same" | "changed" | "new";
}

/**
 * What pay of closed periods comes to today against what they paid: by person, component, credit and
 * period, nothing where it is the same.
 */
export function retroactiveLines(
  lines: readonly PayLine[],
  creditsNow: readonly SealedCredit[],
  sealed: Sealed,
): RetroactiveLine[] {
  const reasonOf = reasons(sealed, creditsNow);
  const sums = new Map<string, RetroactiveLine>();
  const add = (line: SealedLine, sign: 1 | -1) => {
    const key = [line.of, line.repId, line.component, line.creditId].join("\u0000");
    const { repId, component, creditId, opportunityId, of } = line;
    const amountCents = (sums.get(key)?.amountCents ?? 0) + sign * line.amountCents;
    const cause = `retroactive: ${reasonOf(line)}` as const;
    sums.set(key, { repId, component, creditId, opportunityId, of, amountCents, cause });
  };
  for (const line of lines) {
    if (isClosed(line, sealed)) add({ ...line, of: line.payPeriod.periodStart }, 1);
  }
  for (const line of sealed.lines) add(line, -1);
  return [...sums]
    .filter(([, { amountCents }]) => amountCents !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line);
}

/** Whether a line's pay period is closed. */
export const isClosed = ({ payPeriod }: Pick<PayLine, "payPeriod">, { through }: Sealed): boolean =>
  payPeriod.periodEnd <= through;

/** Why a credit's pay of a closed period is another today. */
function reasons({ credits, plan }: Sealed, creditsNow: readonly SealedCredit[]) {
  const [before, now] = [known(credits), known(creditsNow)];
  const usual: Reason = plan === "same" ? "earlier change" : "changed plan";
  return ({ creditId, opportunityId }: SealedLine): Reason => {
    if (creditId === null || plan === "new") return usual;
    const [was, is] = [before.byId.get(creditId), now.byId.get(creditId)];
    if (was && is) return isOther(was, is) ? "corrected amount" : usual;
    return lateOrGone(
      opportunityId,
      was === undefined ? before.deals : now.deals,
      was === undefined,
    );
  };
}

/** @param others deals of the side that doesn't know the credit */
function lateOrGone(
  opportunityId: string | null,
  others: ReadonlySet<string | null>,
  isLate: boolean,
): Reason {
  if (others.has(opportunityId)) return "changed split";
  return isLate ? "late deal" : "deal taken out";
}

const known = (credits: readonly SealedCredit[]) => ({
  byId: new Map(credits.map((credit) => [credit.creditId, credit])),
  deals: new Set(credits.map(({ opportunityId }) => opportunityId)),
});

const isOther = (a: SealedCredit, b: SealedCredit) =>
  a.amountCents !== b.amountCents || a.creditCents !== b.creditCents;
