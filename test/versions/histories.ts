import fc from "fast-check";
import { csv, type Fields } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** The days on which a history is exported. */
export const dropDays = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] as const;

/** The fields of a deal that change. */
interface State {
  readonly stage: "Proposal" | "Closed Won" | "Closed Lost";
  readonly amount: number | null;
  readonly closed: string;
  readonly owner: "U1" | "U2";
  readonly isDeleted: boolean;
}

/** A change: so many hours after the one before it, to such a state. */
interface Change {
  readonly hours: number;
  readonly state: State;
}

/** A deal: the day it was created and everything that happened to it. */
export interface DealHistory {
  readonly created: number;
  readonly changes: readonly Change[];
}

const state: fc.Arbitrary<State> = fc.record({
  stage: fc.constantFrom("Proposal", "Proposal", "Closed Won", "Closed Lost"),
  amount: fc.option(fc.integer({ min: 0, max: 9999 })),
  closed: fc.constantFrom("2026-02-15", "2026-03-20", "2026-05-01"),
  owner: fc.constantFrom("U1", "U2"),
  isDeleted: fc.constantFrom(false, false, false, false, true),
});

export const dealHistories: fc.Arbitrary<readonly DealHistory[]> = fc.array(
  fc.record({
    created: fc.integer({ min: 0, max: 80 }),
    changes: fc.array(fc.record({ hours: fc.integer({ min: 0, max: 900 }), state }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  { minLength: 1, maxLength: 12 },
);

const start = Date.parse("2026-01-05T08:00:00Z");
const hour = 3_600_000;
const moment = (millis: number) => new Date(millis).toISOString().replace("Z", "+0000");
const day = (millis: number) => new Date(millis).toISOString().slice(0, 10);

interface Told extends State {
  readonly id: string;
  readonly at: number;
  readonly created: number;
}

/** A deal's states with the moments from which they held. */
function told({ created, changes }: DealHistory, index: number): Told[] {
  const born = start + created * 24 * hour;
  let at = born;
  return changes.map(({ hours, state: next }, change) => {
    if (change > 0) at += hours * hour;
    return { ...next, id: `D${index}`, at, created: born };
  });
}

const flags = ({ stage, isDeleted }: State) => ({
  IsClosed: String(stage !== "Proposal"),
  IsWon: String(stage === "Closed Won"),
  IsDeleted: String(isDeleted),
});

const asExported = (one: Told): Fields => ({
  Id: one.id,
  Name: one.id,
  AccountId: "A1",
  OwnerId: one.owner,
  StageName: one.stage,
  Amount: one.amount ?? "",
  CreatedDate: moment(one.created),
  CloseDate: one.closed,
  SystemModstamp: moment(one.at),
  ...flags(one),
});

const asHistory = (one: Told, index: number): Fields => ({
  Id: `H${one.id}.${index}`,
  OpportunityId: one.id,
  StageName: one.stage,
  Amount: one.amount ?? "",
  CloseDate: one.closed,
  CreatedDate: moment(one.at),
});

export interface ExportOptions {
  readonly drops: "delta" | "full";
  /** Whether the CRM exports the history of its deals. */
  readonly hasHistory: boolean;
  /** Whether rows say when they were last changed. */
  readonly hasModified: boolean;
}

const headings = asExported({
  id: "",
  at: start,
  created: start,
  stage: "Proposal",
  amount: null,
  closed: "",
  owner: "U1",
  isDeleted: false,
});
const headingLine = (fields: Fields) => `${Object.keys(fields).join(",")}\n`;

/** The exports of some deals, drop by drop: the files of each day. */
export function exportsOf(
  histories: readonly DealHistory[],
  { drops, hasHistory, hasModified }: ExportOptions,
): ReadonlyMap<string, Files> {
  const deals = histories.map(told);
  return new Map(
    dropDays.map((date, index) => {
      const before = dropDays[index - 1];
      const until = (one: Told, last: string) => day(one.at) <= last;
      const rows = deals.flatMap((states) => {
        const known = states.filter((one) => until(one, date));
        const latest = known.at(-1);
        if (!latest) return [];
        const changed = before === undefined || !until(latest, before);
        return drops === "full" || changed ? [asExported(latest)] : [];
      });
      const history = deals.flatMap((states) =>
        states.map(asHistory).filter((_, place) => {
          const one = states[place];
          return one !== undefined && until(one, date) && !(before && until(one, before));
        }),
      );
      const plain = rows.map(({ SystemModstamp, ...rest }) =>
        hasModified ? { ...rest, SystemModstamp: SystemModstamp ?? "" } : rest,
      );
      const folder = `exports/crm/${date}`;
      const opportunity = plain.length > 0 ? csv(...plain) : headingLine(headings);
      const files: Files = { [`${folder}/Opportunity.csv`]: opportunity };
      if (!hasHistory || history.length === 0) return [date, files] as const;
      return [date, { ...files, [`${folder}/OpportunityHistory.csv`]: csv(...history) }] as const;
    }),
  );
}
