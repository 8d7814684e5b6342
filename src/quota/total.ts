import { InputError } from "../errors.ts";
import { formatMoney } from "../format.ts";
import { type Bounds, type Carrier, earningsBound } from "./guardrails.ts";

/** What quotas have to sum to, and the digits of its currency. */
interface Total {
  readonly total: number;
  readonly currencyDigits: number;
}

/**
 * @param total what the quotas have to sum to, minor units
 * @throws InputError where it lies outside of what the bounds allow, naming the bounds
 */
export function checkTotal(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  total: Total,
): void {
  checkCarriers(carriers, total);
  checkLocked(carriers, total);
  checkFloors(carriers, bounds, total);
  checkCeilings(carriers, bounds, total);
}

function checkCarriers({ length }: readonly Carrier[], { total, currencyDigits }: Total): void {
  if (length > 0) return;
  throw new InputError(`no rep to carry the target: ${formatMoney(total, currencyDigits)}`, {
    remedy: "Give people/roster.csv a rep who is there in the year.",
  });
}

function checkLocked(carriers: readonly Carrier[], { total, currencyDigits }: Total): void {
  const locked = carriers.reduce((sum, one) => sum + (one.locked ?? 0), 0);
  if (locked <= total) return;
  const sum = formatMoney(locked, currencyDigits);
  const target = formatMoney(total, currencyDigits);
  throw new InputError(`target below the sum of locked quotas: ${target}`, {
    remedy: `Locked quotas sum to ${sum}: unlock some of them, or raise the target.`,
  });
}

function checkFloors(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  { total, currencyDigits }: Total,
): void {
  const sum = bounds.reduce((all, { lower }) => all + lower, 0);
  if (sum <= total) return;
  const against = `${formatMoney(sum, currencyDigits)} against ${formatMoney(total, currencyDigits)}`;
  const sides = bounds.map(({ lower, floor }) => ({ amount: lower, why: floor }));
  throw new InputError(`floors above the target: ${against}`, {
    remedy: `Lower the floors or raise the target; the largest are ${largest(carriers, sides, currencyDigits)}.`,
  });
}

function checkCeilings(
  carriers: readonly Carrier[],
  bounds: readonly Bounds[],
  { total, currencyDigits }: Total,
): void {
  const sum = bounds.reduce((all, { upper }) => all + upper, 0);
  if (sum >= total) return;
  const against = `${formatMoney(sum, currencyDigits)} against ${formatMoney(total, currencyDigits)}`;
  const sides = bounds.map(({ upper, ceiling }) => ({ amount: upper, why: ceiling }));
  throw new InputError(`ceilings below the target: ${against}`, {
    remedy: `Raise the ceilings or lower the target; the largest are ${largest(carriers, sides, currencyDigits)}.`,
  });
}

/** How many of the bounds that can't be met are named. */
const named = 5;

/** The largest of the bounds that hold, in words. */
function largest(
  carriers: readonly Carrier[],
  sides: readonly { readonly amount: number; readonly why: string | null }[],
  digits: number,
): string {
  return sides
    .map((side, at) => ({ ...side, at }))
    .filter(({ why }) => why !== null)
    .sort((a, b) => b.amount - a.amount || a.at - b.at)
    .slice(0, named)
    .map(({ at, amount, why }) => {
      const told = why === earningsBound ? "" : `${formatMoney(amount, digits)} `;
      return `${carriers[at]?.repId} ${told}(${why})`;
    })
    .join(", ");
}
