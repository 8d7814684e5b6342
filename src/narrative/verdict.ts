/** What differs by less, as a share of what was before, is noise: about the same. */
const leastChange = 0.03;

/** Whether a change went the way a company wants; `same` when it is about the same. */
export function judgeChange(
  value: number,
  before: number,
  better: "up" | "down",
): "better" | "worse" | "same" {
  const isNoise = Math.abs(value - before) < leastChange * Math.abs(before);
  if (value === before || isNoise) return "same";
  return value > before === (better === "up") ? "better" : "worse";
}
