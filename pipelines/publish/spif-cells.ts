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
  /** Whether it is of deals that were returned. */
  readonly is_returned: boolean;
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

/** What SPIFs have spent by week, and of each what was taken back of that, where it may be told. */
export function spending(rows: readonly SpendRow[], minCell: number): Spending {
  const bySpif = [...grouped(rows, ({ spif_id }) => spif_id).values()];
  return {
    spent: bySpif.flatMap((own) => {
      const points = pointsOf(own.filter(isSpent), minCell);
      return isReturnTold(own, minCell) ? points : withAll(points, own);
    }),
    returned: bySpif
      .filter(
        (own) => isReturnTold(own, minCell) && pointsOf(own.filter(isSpent), minCell).length > 0,
      )
      .map((own) => ({
        spif_id: own[0]?.spif_id ?? "",
        returned_cents: 0 - centsOf(own.filter(({ is_returned }) => is_returned)),
      })),
  };
}

interface Spending {
  readonly spent: readonly SpentPoint[];
  readonly returned: readonly { readonly spif_id: string; readonly returned_cents: number }[];
}

const isSpent = ({ is_returned }: SpendRow) => !is_returned;

const centsOf = (rows: readonly SpendRow[]) => sum(rows.map(({ amount_cents }) => amount_cents));

function isReturnTold(own: readonly SpendRow[], minCell: number): boolean {
  const people = own.filter(({ is_returned }) => is_returned).map(({ rep_id }) => rep_id);
  return new Set(people).size >= minCell;
}

/**
 * A SPIF's spending as of the weeks by which enough people were paid since the point before; the last
 * point holds all, also what few people were paid after it. Nothing where few people are paid.
 */
function pointsOf(own: readonly SpendRow[], minCell: number): SpentPoint[] {
  const points: SpentPoint[] = [];
  let [people, spent] = [new Set<string>(), 0];
  for (const [on, week] of grouped(own, ({ week_end }) => week_end)) {
    for (const { rep_id } of week) people.add(rep_id);
    spent += centsOf(week);
    if (people.size < minCell) continue;
    points.push({ spif_id: week[0]?.spif_id ?? "", on, spent_cents: spent });
    people = new Set();
  }
  return withAll(points, own);
}

/** Points of which the last comes to what rows sum to. */
function withAll(points: readonly SpentPoint[], rows: readonly SpendRow[]): SpentPoint[] {
  const last = points.at(-1);
  return last ? [...points.slice(0, -1), { ...last, spent_cents: centsOf(rows) }] : [];
}
