import type { Evidence, ForecastErrors } from "./company/evidence.ts";
import { type Figure, ranged, ratio } from "./ratio.ts";
import { table } from "./table.ts";
import type { Chapter } from "./verdicts.ts";

const kinds = ["company", "region", "team", "segment", "rep"] as const;
const levels = [50, 80, 95] as const;
type Level = (typeof levels)[number];
/** What must hold its nominal value. */
const judged: readonly Level[] = [80, 95];
const grains = { month: 4, quarter: 4, year: 2 } as const;

/** How often combined forecasts' ranges held what came, by periods ahead and kind of entity. */
export function coverageChapter(evidence: readonly Evidence[]): Chapter {
  const rows = Object.entries(grains).flatMap(([period, count]) =>
    Array.from({ length: count }, (_, ahead) => ahead).flatMap((ahead) =>
      levels.map((level) => ({
        level,
        name: `${level} %, ${period}, ${distance(ahead)}`,
        own: kinds.map((kind) => shareOf(evidence, { period, ahead, level, kind })),
        all: shareOfAll(evidence, { period, ahead, level }),
      })),
    ),
  );
  return {
    lines: [
      ...table([
        ["share of outcomes within ranges, %", ...kinds, "kinds alike"],
        ...rows.map(({ name, level, own, all }) => [
          name,
          ...[...own, all].map((share) => markedOf(share, level)),
        ]),
      ]),
      "  * the interval doesn't hold the nominal share",
    ],
    verdicts: rows
      .filter(({ level }) => judged.includes(level))
      .map(({ name, level, all }) => ({
        holds: isHeld(all, level),
        text: `ranges of ${name}: ${ranged(all)} % within`,
      })),
  };
}

const distance = (ahead: number) =>
  ahead === 0 ? "in progress" : ahead === 3 ? "3 or more ahead" : `${ahead} ahead`;

interface Place {
  readonly period: string;
  readonly ahead: number;
  readonly level: Level;
}

const isOf = (row: ForecastErrors, { period, ahead }: Place) =>
  row.model === "combined" && row.period === period && row.ahead === ahead;

const shareOf = (evidence: readonly Evidence[], place: Place & { kind: string }): Figure =>
  ratio(
    evidence.flatMap(({ forecasts }) => {
      const row = forecasts.find((one) => isOf(one, place) && one.entity_type === place.kind);
      return row
        ? [{ numerator: row[`count_in_${place.level}`], denominator: row.count_ranges }]
        : [];
    }),
  );

/** Kinds weigh alike: else reps, who are many, would speak for all. */
const shareOfAll = (evidence: readonly Evidence[], place: Place): Figure =>
  ratio(
    evidence.map(({ forecasts }) => {
      const rows = forecasts.filter((one) => isOf(one, place));
      const shares = rows.map((row) => row[`count_in_${place.level}`] / row.count_ranges);
      return { numerator: shares.reduce((a, b) => a + b, 0), denominator: shares.length };
    }),
  );

const isHeld = ({ lower, upper }: Figure, level: Level) =>
  lower <= level / 100 && level / 100 <= upper;

const markedOf = (share: Figure, level: Level): string =>
  `${ranged(share)}${isHeld(share, level) ? " " : "*"}`;
