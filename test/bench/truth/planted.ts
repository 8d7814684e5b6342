import type { Evidence } from "./company/evidence.ts";
import { ranged, ratio } from "./ratio.ts";
import { table } from "./table.ts";
import type { Chapter } from "./verdicts.ts";

/**
 * Each planted effect as found: over all companies, whose interval must lie above 0, and in how many
 * of them it is in sign. Effects weaker than a company's chance scatter can't be so in each.
 */
export function plantedChapter(evidence: readonly Evidence[]): Chapter {
  const [first] = evidence;
  const found = (first?.effects ?? []).map(({ name }) => {
    const differences = evidence.flatMap(({ effects }) =>
      effects.filter((one) => one.name === name).map(({ difference }) => difference),
    );
    const right = differences.filter((difference) => difference > 0).length;
    const mean = ratio(differences.map((numerator) => ({ numerator, denominator: 1 })));
    return { name, mean, right, of: differences.length };
  });
  return {
    lines: [
      ...table([
        ["planted effects, by the last day's hazards", "mean difference of chances, %", "in sign"],
        ...found.map(({ name, mean, right, of }) => [name, ranged(mean), `${right} of ${of}`]),
      ]),
    ],
    verdicts: found.map(({ name, mean, right, of }) => ({
      holds: mean.lower > 0,
      text: `${name}: ${ranged(mean)} % more, in sign in ${right} of ${of} companies`,
    })),
  };
}
