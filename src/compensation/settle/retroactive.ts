import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { Late, PayLine, Reason } from "../line.ts";
import { type Change, changesOf, type SealedLine } from "./changes.ts";
import type { Transfer } from "./passage.ts";
import { type DealsKnown, reasonFinder, type SealedCredit } from "./reason.ts";

/** Pay of a closed period that comes out otherwise today: paid or taken back in an open one. */
interface RetroactiveLine
  extends Pick<
    SealedLine,
    "repId" | "component" | "creditId" | "opportunityId" | "of" | "amountCents"
  > {
  readonly cause: `retroactive: ${Reason}`;
  /** Null of what comes of rounding, as is its period. */
  readonly late: Late | null;
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
 * What pay of closed periods comes to today against what they paid: by person, component, period, and
 * credit or else the rule that made it, nothing where it is the same. What only comes of rounding is one
 * line a person and component.
 */
export function retroactiveLines(
  lines: readonly PayLine[],
  creditsNow: readonly SealedCredit[],
  sealed: Sealed,
): RetroactiveLine[] {
  const closed = lines.filter((line) => isClosed(line, sealed)).map(sealable);
  const changes = changesOf(closed, sealed.lines);
  const reasonOf = reasons(sealed, creditsNow);
  const told = changes
    .filter(({ isRounding }) => !isRounding)
    .map(({ head, rule, paidCents, amountCents }) => {
      const { repId, component, creditId, opportunityId, of } = head;
      const cause = `retroactive: ${reasonOf(head)}` as const;
      const late = { paidCents, rule };
      return { repId, component, creditId, opportunityId, of, amountCents, cause, late };
    });
  return [...told, ...roundingLines(changes.filter(({ isRounding }) => isRounding))];
}

function roundingLines(changes: readonly Change[]): RetroactiveLine[] {
  const keyOf = ({ head }: Change) => [head.repId, head.component].join("\u0000");
  const groups = grouped(changes, keyOf);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      const amountCents = own.reduce((sum, one) => sum + one.amountCents, 0);
      if (first === undefined || amountCents === 0) return [];
      const { repId, component } = first.head;
      const none = { creditId: null, opportunityId: null, of: null, late: null };
      return [{ repId, component, ...none, amountCents, cause: "retroactive: earlier change" }];
    });
}

const sealable = ({ payPeriod, rate, ...line }: PayLine): SealedLine => ({
  ...line,
  rate: rate === null ? null : rate.valueOf(),
  of: payPeriod.periodStart,
  lateRule: null,
});

/** Whether a line's pay period is closed. */
export const isClosed = ({ payPeriod }: Pick<PayLine, "payPeriod">, { through }: Sealed): boolean =>
  payPeriod.periodEnd <= through;

function reasons({ credits, deals, plan }: Sealed, now: readonly SealedCredit[]) {
  if (plan === "new") return (): Reason => "changed plan";
  const usual = plan === "same" ? "earlier change" : "changed plan";
  return reasonFinder({ before: credits, now, deals, usual });
}
