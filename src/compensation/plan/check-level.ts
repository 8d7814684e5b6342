import { isLevel } from "../credit/measure.ts";
import type { Mistake } from "./mistake.ts";
import type { ComponentEntry } from "./schema.ts";

/** What a component says that is for sums of credits, where it measures a level; paths from the component. */
export function levelMistakes(entry: ComponentEntry): Mistake[] {
  if (!isLevel(entry.measure)) return [];
  const { measure, quota, paid } = entry;
  const beside = {
    where: entry.where !== undefined,
    weights: entry.weights.length > 0,
    less_share_of_amount: entry.less_share_of_amount > 0,
    pool: entry.pool !== undefined,
    budget: entry.budget !== undefined,
    paid: paid.booking < 1,
  };
  const mistakes = Object.entries(beside)
    .filter(([, isSaid]) => isSaid)
    .map(([key]) => ({
      path: [key],
      what: `unsupported ${key} of a level: ${measure}`,
      remedy: `Leave ${key} out: ${measure} is a level at the end of a period, no sum of deals.`,
    }));
  const isTargeted = typeof quota === "number" || Array.isArray(quota) || quota === "none";
  if (isTargeted || (quota === undefined && measure === "objectives")) return mistakes;
  const remedy = "Give the level that is aimed at as quota: 0.95 for 95 %.";
  return [...mistakes, { path: ["quota"], what: `missing target level: ${entry.name}`, remedy }];
}
