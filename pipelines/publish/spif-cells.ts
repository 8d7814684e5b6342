import { grouped } from "../../src/statistics/grouped.ts";
import { folded } from "./min-cell.ts";

export interface SpifTeamRow {
  readonly spif_id: string;
  readonly team: string;
  readonly people: number;
  readonly paid_cents: number;
}

/** What a person earned of a SPIF in a week; never published itself. */
export interface SpendRow {
  readonly spif_id: string;
  readonly week_end: string;
  readonly rep_id: string;
  readonly amount_cents: number;
}

/** What was spent of a SPIF up to a day. */
export interface SpentPoint {
  readonly spif_id: string;
  readonly on: string;
  readonly spent_cents: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Pay of SPIFs by team, teams of few people together. */
export function foldedSpifTeams(rows: readonly SpifTeamRow[], minCell: number): SpifTeamRow[] {
  return [...grouped(rows, ({ spif_id }) => spif_id).values()].flatMap((own) =>
    folded(own, {
      minCell,
      sizeOf: ({ people }) => people,
      together: sum,
      merge: (some) => ({
        spif_id: some[0]?.spif_id ?? "",
        team: some.length === own.length ? "All teams" : "Smaller groups",
        people: sum(some.map(({ people }) => people)),
        paid_cents: sum(some.map(({ paid_cents }) => paid_cents)),
      }),
    }),
  );
}

/**
 * What SPIFs have spent, as of the weeks by which enough people were paid since the point before; the
 * last point holds all. Nothing of a SPIF that few people are paid.
 */
export function spentPoints(rows: readonly SpendRow[], minCell: number): SpentPoint[] {
  return [...grouped(rows, ({ spif_id }) => spif_id)].flatMap(([spif_id, own]) => {
    const points: SpentPoint[] = [];
    let [people, spent] = [new Set<string>(), 0];
    for (const [on, week] of grouped(own, ({ week_end }) => week_end)) {
      for (const { rep_id, amount_cents } of week) {
        people.add(rep_id);
        spent += amount_cents;
      }
      if (people.size < minCell) continue;
      points.push({ spif_id, on, spent_cents: spent });
      people = new Set();
    }
    const last = points.pop();
    const on = own.at(-1)?.week_end;
    return last && on !== undefined ? [...points, { spif_id, on, spent_cents: spent }] : [];
  });
}
