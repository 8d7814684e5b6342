import { grouped } from "../../statistics/grouped.ts";

/** The levels of a feature that a model tells apart; all others are rare, none is blank. */
export interface Vocabulary {
  readonly places: ReadonlyMap<string, number>;
  readonly rare: number;
  readonly blank: number;
  readonly size: number;
}

/** Fewer rows than this share the place of the rare. */
const fewest = 40;
const most = 60;

/** The most frequent levels, in the order of their names. */
export function vocabularyOf(levels: readonly (string | null)[]): Vocabulary {
  const counts = [...grouped(levels, (level) => level)].flatMap(([level, rows]) =>
    level === null || rows.length < fewest ? [] : [[level, rows.length] as const],
  );
  const names = counts
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([level]) => level)
    .sort();
  const places = new Map(names.map((level, place) => [level, place]));
  return { places, rare: names.length, blank: names.length + 1, size: names.length + 2 };
}

export const placeOf = ({ places, rare, blank }: Vocabulary, level: string | null): number =>
  level === null ? blank : (places.get(level) ?? rare);
