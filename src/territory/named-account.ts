import { grouped } from "../statistics/grouped.ts";
import { plain } from "./condition.ts";
import type { TerritoryAccount } from "./plan.ts";

/** Finds the account that a plan names, by id, else by a name that one account alone bears. */
export function accountFinder(
  accounts: readonly TerritoryAccount[],
): (name: string) => TerritoryAccount | undefined {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const byName = grouped(accounts, ({ name }) => plain(name ?? ""));
  return (name) => {
    const bearers = byName.get(plain(name)) ?? [];
    return byId.get(name) ?? (bearers.length === 1 ? bearers[0] : undefined);
  };
}
