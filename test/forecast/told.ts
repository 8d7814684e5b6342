import { addDays, addMonths } from "../../src/calendar.ts";
import { csv, deal, type Fields, firstDrop, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** An opportunity and what its history tells: created two months before it is won. */
export interface Told {
  readonly row: Fields;
  readonly history: readonly Fields[];
}

export const entry = (id: string, on: string, changes: Fields): Fields => ({
  Id: `H ${id} ${on}`,
  OpportunityId: id,
  CreatedDate: `${on}T12:00:00Z`,
  StageName: "Proposal",
  Probability: "50",
  ...changes,
});

export function sold(id: string, CloseDate: string, Amount: number, OwnerId = "U1"): Told {
  const CreatedDate = addMonths(CloseDate, -2);
  const said = { CloseDate, Amount: String(Amount), OwnerId };
  return {
    row: won(id, { ...said, CreatedDate }),
    history: [
      entry(id, CreatedDate, { CloseDate, Amount: String(Amount) }),
      entry(id, CloseDate, { CloseDate, Amount: String(Amount), StageName: "Closed Won" }),
    ],
  };
}

export function open(id: string, CreatedDate: string, OwnerId = "U1"): Told {
  const said = { CloseDate: "2026-08-15", Amount: "1000" };
  return {
    row: deal(id, { ...said, CreatedDate, OwnerId }),
    history: [entry(id, CreatedDate, said)],
  };
}

/** A deal won in the middle of each of some months up to May 2026. */
export const monthly = (amounts: readonly number[]): Told[] =>
  amounts.map((amount, k) =>
    sold(`W${k}`, addDays(addMonths("2026-05-01", k + 1 - amounts.length), 14), amount),
  );

export const workspace = (told: readonly Told[]): Files => ({
  ...small,
  [`${firstDrop}/Opportunity.csv`]: csv(...told.map(({ row }) => row)),
  [`${firstDrop}/OpportunityHistory.csv`]: csv(...told.flatMap(({ history }) => history)),
});

/** Amounts of forty months. */
export const usual = Array.from({ length: 40 }, (_, k) => 1000 + 50 * (k % 7));
