import type { PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import { isLate, type Late, type PayLine, type Reason } from "../line.ts";
import type { Transfer } from "./passage.ts";
import { type DealsKnown, reasonFinder, type SealedCredit } from "./reason.ts";

/** What a closed pay period paid, and of which period it is. */
export interface SealedLine {
  readonly repId: string;
  readonly component: string | null;
  readonly cause: string;
  readonly creditId: string | null;
  readonly opportunityId: string | null;
  /** The first day of the pay period that it belongs to; an earlier one where it was told late. */
  readonly of: PlainDate;
  /** Of what was told late of no credit: the rule that made it; null where nobody knows. */
  readonly lateRule: string | null;
  readonly amountCents: number;
}

/** Pay of a closed period that comes out otherwise today: paid or taken back in an open one. */
export interface RetroactiveLine
  extends Pick<
    SealedLine,
    "repId" | "component" | "creditId" | "opportunityId" | "of" | "amountCents"
  > {
  readonly cause: `retroactive: ${Reason}`;
  readonly late: Late;
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
 * credit or else the rule that made it, nothing where it is the same.
 */
export function retroactiveLines(
  lines: readonly PayLine[],
  creditsNow: readonly SealedCredit[],
  sealed: Sealed,
): RetroactiveLine[] {
  const reasonOf = reasons(sealed, creditsNow);
  return changesOf(lines.filter((line) => isClosed(line, sealed)).map(sealable), sealed.lines)
    .filter(({ amountCents }) => amountCents !== 0)
    .map(({ head, rule, paidCents, amountCents }) => {
      const { repId, component, creditId, opportunityId, of } = head;
      const cause = `retroactive: ${reasonOf(head)}` as const;
      const late = { paidCents, rule };
      return { repId, component, creditId, opportunityId, of, amountCents, cause, late };
    });
}

/** Pay of one credit or rule in a closed period, today and as it was sealed. */
interface Change extends Late {
  readonly head: SealedLine;
  readonly amountCents: number;
}

/** In one order, whatever order lines come in. */
function changesOf(now: readonly SealedLine[], then: readonly SealedLine[]): Change[] {
  const ruleOf = ruleFinder(then);
  const keyOf = (line: SealedLine) =>
    [line.of, line.repId, line.component, line.creditId, ruleOf(line)].join("\u0000");
  const [today, before] = [grouped(now, keyOf), grouped(then, keyOf)];
  const keys = [...new Set([...today.keys(), ...before.keys()])].sort();
  return keys.flatMap((key) => {
    const [own, paid] = [today.get(key) ?? [], before.get(key) ?? []];
    const head = own[0] ?? paid[0];
    if (head === undefined) return [];
    const paidCents = sum(paid);
    return [{ head, rule: ruleOf(head), paidCents, amountCents: sum(own) - paidCents }];
  });
}

/**
 * What made a line of no credit. One rule for all such lines of a component in a period of which
 * something was told late when rules weren't kept.
 */
function ruleFinder(then: readonly SealedLine[]): (line: SealedLine) => string | null {
  const keyOf = ({ of, repId, component }: SealedLine) => [of, repId, component].join("\u0000");
  const isUnnamed = (line: SealedLine) =>
    isLate(line) && line.creditId === null && line.lateRule === null;
  const unnamed = new Set(then.filter(isUnnamed).map(keyOf));
  return (line) => {
    if (line.creditId !== null || unnamed.has(keyOf(line))) return null;
    if (isLate(line)) return line.lateRule;
    return line.cause === "release" ? "hold" : line.cause;
  };
}

const sum = (lines: readonly SealedLine[]) =>
  lines.reduce((all, { amountCents }) => all + amountCents, 0);

const sealable = ({ payPeriod, ...line }: PayLine): SealedLine => ({
  ...line,
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
