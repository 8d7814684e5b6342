import { type Account, openSeat } from "./accounts.ts";
import type { Contract } from "./contracts.ts";
import type { Day, Instant } from "./days.ts";
import { instantOn } from "./instants.ts";
import { createRandom } from "./random.ts";
import { handovers } from "./teams.ts";

/** When a CRM's record of an account changes: its creation, changes of hands and of standing. */
export function accountTimes(
  account: Account,
  contracts: readonly Contract[],
  seed: number,
): Instant[] {
  const random = createRandom(seed, "account rows", account.index);
  const { region } = account.executiveSeat.team;
  let last = 0;
  return changeDays(account, contracts).map((day) => {
    last = Math.max(last + 61, instantOn(day, region, random));
    return last;
  });
}

function changeDays(account: Account, contracts: readonly Contract[]): Day[] {
  const { created } = account;
  const seat = openSeat(account.executiveSeat, created, account.index);
  const days = [created, ...handovers(seat, created, 40_000).map(({ from }) => from)];
  for (const { start, end } of contracts) days.push(Math.max(start, created + 1), end + 1);
  if (account.executiveSeat.opens > created) days.push(account.executiveSeat.opens);
  return [...new Set(days)].sort((a, b) => a - b);
}

export type Standing = "customer" | "former" | "prospect";

/** Whether an account has a contract on a day, had one, or never did. */
export function standingOn(contracts: readonly Contract[], day: Day): Standing {
  if (contracts.some(({ start, end }) => start <= day && end >= day)) return "customer";
  return contracts.some(({ end }) => end < day) ? "former" : "prospect";
}
