import type { Evidence, ForecastErrors } from "./company/evidence.ts";
import { type Figure, type Part, percent, ranged, ratio } from "./ratio.ts";
import { table } from "./table.ts";
import type { Chapter, Verdict } from "./verdicts.ts";

const kinds = ["company", "team"] as const;
const models = ["combined", "pipeline", "series", "stage_weighted", "naive"] as const;
/** What the combined forecast must be closer than. */
const rivals: readonly string[] = ["stage_weighted", "series"];
const days = [0, 30, 60] as const;
const quarters = ["the quarter in progress", "the next quarter"] as const;

/**
 * Errors of quarters in percent of what was booked (WAPE), by day of the quarter, and how much
 * larger each model's are than those of the combined one of the same quarters.
 */
export function errorChapter(evidence: readonly Evidence[]): Chapter {
  const parts = quarters.flatMap((quarter, ahead) =>
    kinds.map((kind) => {
      const rows = models.map((model) => ({
        model,
        cells: days.map((day) => cellOf(evidence, { model, kind, ahead, day })),
      }));
      const bias = days.map((day) => biasOf(evidence, { model: "combined", kind, ahead, day }));
      return {
        lines: table([
          [`WAPE of ${quarter}, ${kind}, %`, ...days.map((day) => `day ${day}`)],
          ...rows.map(({ model, cells }) => [model, ...cells.map((cell) => textOf(cell, model))]),
          ["bias of combined", ...bias.map(percent)],
        ]),
        verdicts: rows.flatMap(({ model, cells }) =>
          ahead === 0 && rivals.includes(model)
            ? cells.map((cell, k) => verdictOf(cell, `${model}, ${kind}, day ${days[k]}`))
            : [],
        ),
      };
    }),
  );
  return {
    lines: parts.flatMap(({ lines }) => lines),
    verdicts: parts.flatMap(({ verdicts }) => verdicts),
  };
}

interface Place {
  readonly model: string;
  readonly kind: string;
  readonly ahead: number;
  readonly day: number;
}

interface Cell {
  readonly wape: Figure;
  /** Over the combined model's, of the same quarters. */
  readonly more: Figure;
}

const partsOf = (
  evidence: readonly Evidence[],
  { model, kind, ahead, day }: Place,
  numerator: (row: ForecastErrors) => number,
): Part[] =>
  evidence.flatMap(({ forecasts }) => {
    const row = forecasts.find(
      (one) =>
        one.model === model &&
        one.entity_type === kind &&
        one.period === "quarter" &&
        one.ahead === ahead &&
        one.day === day,
    );
    return row ? [{ numerator: numerator(row), denominator: row.actual_cents }] : [];
  });

const cellOf = (evidence: readonly Evidence[], place: Place): Cell => ({
  wape: ratio(partsOf(evidence, place, (row) => row.error_cents)),
  more: ratio(partsOf(evidence, place, (row) => row.error_cents - row.combined_cents)),
});

const biasOf = (evidence: readonly Evidence[], place: Place): number =>
  ratio(partsOf(evidence, place, (row) => row.over_cents)).value;

function textOf({ wape, more }: Cell, model: string): string {
  if (model === "combined") return ranged(wape);
  const sign = more.value < 0 ? "" : "+";
  return `${percent(wape.value)}  ${sign}${ranged(more)}`;
}

/** Closer for certain: the interval of the difference lies on one side. */
const verdictOf = ({ wape, more }: Cell, where: string): Verdict => ({
  holds: more.lower > 0,
  text: `combined is closer than ${where}: ${percent(wape.value - more.value)} against ${percent(wape.value)} %, ${ranged(more)} more`,
});
