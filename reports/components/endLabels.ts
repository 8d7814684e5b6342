import * as Plot from "npm:@observablehq/plot";

/** What stands at the right end of a line: its name over its value. */
export interface EndLabel {
  readonly amount: number;
  readonly name: string;
  readonly fill: string;
}

/** Labels beside the last date or number, moved apart so that none covers another. */
export function endLabels(
  labels: readonly EndLabel[],
  on: Date | number,
  { top, height }: { readonly top: number; readonly height: number },
) {
  const gap = (34 / height) * top;
  return aboveAxis(spread(labels, gap), gap).map(({ place, name, fill }) =>
    Plot.text([{ on, place }], {
      x: "on",
      y: "place",
      text: () => name,
      textAnchor: "start",
      dx: 10,
      fill,
      fontWeight: 600,
    }),
  );
}

/** Moved up where one would cover what is written under the axis, which is at zero. */
function aboveAxis<Label extends { readonly place: number }>(
  placed: readonly Label[],
  gap: number,
): Label[] {
  let least = 0.3 * gap;
  return placed.map((label) => {
    const place = Math.max(label.place, least);
    least = place + gap;
    return { ...label, place };
  });
}

/** Places at least a gap apart, in order of amount, each as near to its amount as that allows. */
export function spread(labels: readonly EndLabel[], gap: number) {
  const placed = [...labels]
    .sort((a, b) => a.amount - b.amount)
    .map((label) => ({ ...label, place: label.amount }));
  for (let round = 0; round < 20; round++) {
    for (const [index, upper] of placed.entries()) {
      const lower = placed[index - 1];
      if (!lower || upper.place - lower.place >= gap) continue;
      const push = (gap - (upper.place - lower.place)) / 2;
      lower.place -= push;
      upper.place += push;
    }
  }
  return placed;
}
