import { formatChance, formatMoney, formatPeriod } from "../format.ts";

/** A period's forecast as it is told, whole minor units; target and chance null where none is on file. */
export interface Landing {
  readonly label: string;
  /** Null of a period that hasn't begun. */
  readonly booked_cents: number | null;
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly target_cents: number | null;
  readonly chance: number | null;
}

/**
 * `FY27 Q2 lands at USD 18.2 M, 80 % between 16.9 M and 19.6 M; the target of 19.0 M has a chance of 27 %.`
 *
 * @param currency named before the first amount; left out where a page has named it
 */
export function landingSentence(landing: Landing, digits: number, currency?: string): string {
  const { label, mean_cents, lower_80_cents, upper_80_cents } = landing;
  const read = (cents: number) => formatMoney(cents, digits);
  const amount = currency === undefined ? read(mean_cents) : `${currency} ${read(mean_cents)}`;
  const range = `80 % between ${read(lower_80_cents)} and ${read(upper_80_cents)}`;
  return `${formatPeriod(label)} lands at ${amount}, ${range}${targetClause(landing, digits)}.`;
}

function targetClause({ target_cents, chance, booked_cents }: Landing, digits: number): string {
  if (target_cents === null || chance === null) return "";
  const target = `the target of ${formatMoney(target_cents, digits)}`;
  if (booked_cents !== null && booked_cents >= target_cents) return `; ${target} is booked already`;
  return `; ${target} has a chance of ${formatChance(chance)}`;
}
