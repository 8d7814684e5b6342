import { formatPeriod } from "../src/format.js";
import type { Option } from "./choice.js";

/** A period that is forecast. */
export interface AheadPeriod {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_current: boolean;
}

const periodKey = ({ period, period_start }: AheadPeriod) => `${period} ${period_start}`;
const periodGroups: Readonly<Record<string, string>> = { quarter: "Quarters", year: "Years" };

/** What periods are shown by. */
export const grains: readonly Option[] = [
  { value: "quarter", label: "Quarter" },
  { value: "month", label: "Month" },
];

/** Quarters and years that can be asked for, the quarter in progress first. */
export const periodOptions = (periods: readonly AheadPeriod[]): Option[] =>
  ["quarter", "year"].flatMap((grain) =>
    periods
      .filter(({ period }) => period === grain)
      .map((row) => ({
        value: periodKey(row),
        label: formatPeriod(row.label),
        group: periodGroups[grain] ?? grain,
      })),
  );

/** The option of the period that an address asks for. */
export function askedOption(
  periods: readonly AheadPeriod[],
  asked: string | null,
): string | undefined {
  const found = askedPeriod(periods, asked);
  return found && periodKey(found);
}

/** The period that an address asks for; the first when it asks for none that is known. */
export const askedPeriod = (
  periods: readonly AheadPeriod[],
  asked: string | null,
): AheadPeriod | undefined =>
  periods.find((row) => periodKey(row) === asked) ??
  periods.find(({ period }) => period === "quarter");

/** The period of a grain in progress and the next: of those it is known what deals may bring, and what moved them. */
export function nearPeriods(periods: readonly AheadPeriod[], grain = "quarter"): AheadPeriod[] {
  const own = periods.filter(({ period }) => period === grain);
  // on a period's last day the first one ahead is the next
  return own.slice(0, own[0]?.is_current ? 2 : 1);
}

/** Whether a period is one of these. */
export const isAmong = (
  periods: readonly AheadPeriod[],
  chosen: AheadPeriod | undefined,
): chosen is AheadPeriod =>
  chosen !== undefined && periods.some((row) => periodKey(row) === periodKey(chosen));

/** Whether a row is of the period that is chosen. */
export const isIn =
  (chosen: AheadPeriod | undefined) =>
  ({ period, period_start }: Pick<AheadPeriod, "period" | "period_start">): boolean =>
    period === chosen?.period && period_start === chosen.period_start;
