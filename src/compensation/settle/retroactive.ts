import type { PlainDate } from "../../calendar.ts";
import type { PayLine, Reason } from "../line.ts";
import type { Transfer } from "./passage.ts";
import { type DealsKnown, reasonFinder, type SealedCredit } from "./reason.ts";

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
  readonly deals: DealsKnown;
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

function reasons({ credits, deals, plan }: Sealed, now: readonly SealedCredit[]) {
  if (plan === "new") return (): Reason => "changed plan";
  const usual = plan === "same" ? "earlier change" : "changed plan";
  return reasonFinder({ before: credits, now, deals, usual });
}
