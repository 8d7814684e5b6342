import type { Days } from "../../compensation/person.ts";
import { drawCount, drawnYears } from "../../quota/draws.ts";
import type { Production } from "../../quota/production.ts";

/** What a rep may yet book in a span, and how it falls on the twelve months of the year; weights. */
export interface RepAhead {
  readonly production: Production;
  readonly months: readonly number[];
}

/** Days of the running year that are yet to come, or to be completed. */
export interface SpanAhead extends Days {
  readonly reps: ReadonlyMap<string, RepAhead>;
  /** Relative standard deviation of what moves all reps together. */
  readonly common: number;
}

/** What a span holds for the reps whose bookings somebody's pay follows. */
export const followedAhead = ({ reps }: SpanAhead, followed: readonly string[] = []) =>
  followed.flatMap((id) => {
    const ahead = reps.get(id);
    return ahead ? [{ id, ...ahead }] : [];
  });

/** What reps book in a span on average. */
export const meanAhead = (span: SpanAhead, followed: readonly string[] | undefined): number =>
  followedAhead(span, followed).reduce((sum, { production }) => sum + production.mean, 0);

/** What reps book in a span, in each drawn course of the year. */
export function bookedAhead(
  span: SpanAhead,
  followed: readonly string[] | undefined,
): Float64Array {
  const sum = new Float64Array(drawCount);
  for (const { id, production } of followedAhead(span, followed)) {
    const drawn = drawnYears({ repId: id, production, common: span.common });
    for (let draw = 0; draw < drawCount; draw++)
      sum[draw] = (sum[draw] as number) + (drawn[draw] as number);
  }
  return sum;
}
