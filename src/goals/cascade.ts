import { grouped } from "../statistics/grouped.ts";

/** A goal under another one. */
export interface ChildGoal {
  readonly metric: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly target: number;
  /** What the KPI of the child's entity was divided by in the last twelve months; null if unknown. */
  readonly weight: number | null;
}

/** The goal that others serve. */
export interface ParentGoal {
  readonly metric: string;
  readonly addsUp: boolean;
  readonly better: "up" | "down";
  readonly target: number;
}

/** An entity directly or further below the parent goal's, of the type that its children have. */
export interface Part {
  readonly type: string;
  readonly id: string;
}

export interface Cascade {
  /** The entity type that is combined; null when no child is on the parent's metric. */
  readonly entityType: string | null;
  readonly combined: number;
  readonly otherMetric: number;
  readonly combinedTarget: number | null;
  /** Combined target / own target − 1. */
  readonly buffer: number | null;
  /** Whether the children together ask for enough; null while some are missing. */
  readonly isCovered: boolean | null;
  readonly missing: readonly string[];
}

const coarsestFirst = ["company", "region", "territory", "team", "rep", "segment", "product"];

/**
 * Children's goals against their parent's: what adds up is summed, a rate is the mean weighted by
 * what it is divided by. Only children on the parent's metric count, of several entity types the
 * coarsest, since the finer ones are parts of it.
 *
 * @param parts the entities below the parent's that could have a goal under it
 */
export function cascadeOf(
  parent: ParentGoal,
  children: readonly ChildGoal[],
  parts: readonly Part[],
): Cascade {
  const same = children.filter(({ metric }) => metric === parent.metric);
  const byType = grouped(same, ({ entityType }) => entityType);
  const entityType = coarsestFirst.find((type) => byType.has(type)) ?? null;
  const combined = (entityType === null ? undefined : byType.get(entityType)) ?? [];
  const target = parent.addsUp ? sum(combined.map((child) => child.target)) : weighted(combined);
  const isKnown = combined.length > 0 && target !== null;
  const missing = parts
    .filter(({ type, id }) => type === entityType && !combined.some((c) => c.entityId === id))
    .map(({ id }) => id);
  return {
    entityType,
    combined: combined.length,
    otherMetric: children.length - same.length,
    combinedTarget: isKnown ? target : null,
    buffer: isKnown && parent.target !== 0 ? target / parent.target - 1 : null,
    isCovered: isKnown && missing.length === 0 ? asksEnough(parent, target) : null,
    missing,
  };
}

const asksEnough = ({ better, target }: ParentGoal, combined: number) =>
  better === "up" ? combined >= target : combined <= target;

function weighted(children: readonly ChildGoal[]): number | null {
  let [targets, weights] = [0, 0];
  for (const { target, weight } of children) {
    if (weight === null) return null;
    targets += target * weight;
    weights += weight;
  }
  return weights > 0 ? targets / weights : null;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
