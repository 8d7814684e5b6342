import { InputError } from "../errors.ts";
import type { BalanceAccount, BalanceRep } from "./problem.ts";

/** By id. @throws InputError for an id that stands twice */
export function inOrder<Item extends { readonly id: string }>(
  what: string,
  items: readonly Item[],
) {
  const ordered = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = ordered.find(({ id }, index) => id === ordered[index + 1]?.id);
  if (twice === undefined) return ordered;
  throw new InputError(`duplicate ${what}: "${twice.id}"`, { remedy: `Give each ${what} once.` });
}

/** @throws InputError for a rep without capacity */
export function checkCapacity({ id, capacity }: BalanceRep): void {
  if (capacity > 0 && Number.isFinite(capacity)) return;
  const remedy = "Give each rep to be balanced a capacity above 0, or leave the rep out.";
  throw new InputError(`invalid capacity: ${capacity} of rep "${id}"`, { remedy });
}

/** @throws InputError for a rep who isn't there, and loads that can't be */
export function checkAccount(
  { id, repId, loads }: BalanceAccount,
  width: number,
  numbers: ReadonlyMap<string, number>,
): void {
  if (!numbers.has(repId)) {
    const remedy = "Give the balance the rep who has the account, or leave the account out.";
    throw new InputError(`unknown rep: "${repId}" of account "${id}"`, { remedy });
  }
  if (loads.length === width && loads.every((load) => load >= 0 && Number.isFinite(load))) return;
  const remedy = `Give each account ${width} numbers that aren't below zero.`;
  throw new InputError(`invalid loads: ${loads.join(", ")} of account "${id}"`, { remedy });
}
