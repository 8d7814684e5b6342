import type { PlainDate } from "../calendar.ts";
import { grouped } from "../statistics/grouped.ts";
import type { Credit } from "./credit/credit.ts";
import type { Cause, PayLine } from "./line.ts";
import type { OwnPay } from "./next-deal/own-pay.ts";
import { type BeyondOwn, reckoned } from "./next-deal/reckoned.ts";
import { pricePlan } from "./price.ts";

/** What more credit changes on a component, or over all of them. */
export interface AddedPay {
  /** Null for caps over all components. */
  readonly component: string | null;
  /** The lines of what was added. */
  readonly lines: readonly PayLine[];
  /** By what else the component's pay changes: minor units by cause. */
  readonly changes: ReadonlyMap<Cause, number>;
  /** All of it, whenever it is due. */
  readonly earnedCents: number;
  /** What of that isn't due yet; under zero where more falls due. */
  readonly heldCents: number;
  /** Whether it is paid only for as long as a budget lasts that others spend too. */
  readonly isBudgeted: boolean;
}

export interface NextDeal {
  /** In the plan's order; components that pay nothing for it left out. */
  readonly added: readonly AddedPay[];
  readonly beyond: readonly BeyondOwn[];
}

/** What settling a pay period adds is no pay for a deal. */
const balances: readonly Cause[] = ["draw", "carried", "recovered"];
const timing: readonly Cause[] = ["hold", "release"];

/**
 * What a person is paid for more credit on a plan: the difference between two runs of the engine over
 * the person's own credits, with it and without it.
 *
 * @param more credits of the person, dated on the as-of or later
 * @throws InputError where the plan needs a figure that nothing gives
 */
export const nextDeal = (own: OwnPay, more: readonly Credit[]): NextDeal => dealPricer(own)(more);

/** `nextDeal` for one deal after the other: the run without them is made once for each last day. */
export function dealPricer(own: OwnPay): (more: readonly Credit[]) => NextDeal {
  const { plan, beyond } = reckoned(own.plan);
  const names = [...plan.components.map(({ name }) => name), null];
  const budgeted = own.plan.components.filter(({ budget }) => budget !== null);
  const known = new Map<PlainDate, readonly PayLine[]>();
  const priced = (credits: readonly Credit[], through: PlainDate) => {
    const { person, assigned } = own;
    const { lines } = pricePlan({ plan, credits, people: [person], assigned, through });
    return lines.filter(({ cause }) => !balances.includes(cause));
  };
  return (more) => {
    const through = [own.asOf, ...more.map(({ date }) => date)].sort().at(-1) ?? own.asOf;
    const without = known.get(through) ?? priced(own.credits, through);
    known.set(through, without);
    const whole = priced([...own.credits, ...more], through);
    const byComponent = grouped(differences(without, whole, more), ({ line }) => line.component);
    const added = names.flatMap((name) => {
      const pay = addedPay(name, byComponent.get(name) ?? []);
      return pay === null
        ? []
        : [{ ...pay, isBudgeted: budgeted.some((one) => one.name === name) }];
    });
    return { added, beyond };
  };
}

/** A line of either run, and whether it adds or takes away. */
interface Difference {
  readonly line: PayLine;
  readonly cents: number;
  readonly isOwn: boolean;
}

function differences(
  without: readonly PayLine[],
  whole: readonly PayLine[],
  more: readonly Credit[],
): Difference[] {
  const added = new Set(more.map(({ creditId }) => creditId));
  const isOwn = ({ creditId }: PayLine) => creditId !== null && added.has(creditId);
  return [
    ...whole.map((line) => ({ line, cents: line.amountCents, isOwn: isOwn(line) })),
    ...without.map((line) => ({ line, cents: -line.amountCents, isOwn: false })),
  ];
}

function addedPay(
  component: string | null,
  parts: readonly Difference[],
): Omit<AddedPay, "isBudgeted"> | null {
  const lines = parts.filter(({ isOwn }) => isOwn).map(({ line }) => line);
  const changes = new Map<Cause, number>();
  for (const { line, cents } of parts.filter(({ isOwn }) => !isOwn)) {
    changes.set(line.cause, (changes.get(line.cause) ?? 0) + cents);
  }
  for (const [cause, cents] of changes) if (cents === 0) changes.delete(cause);
  if (lines.length === 0 && changes.size === 0) return null;
  const held = timing.reduce((sum, cause) => sum - (changes.get(cause) ?? 0), 0);
  const due = parts.reduce((sum, { cents }) => sum + cents, 0);
  return { component, lines, changes, earnedCents: due + held, heldCents: held };
}
