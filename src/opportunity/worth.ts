import type { Measure } from "./measure.ts";
import { dayOf, isInPipeline, type Version } from "./state.ts";

/** What one opportunity is worth on its way, step by step; null where that isn't known. */
export function valuesOf(before: Version | undefined, after: Version, measure: Measure) {
  const { from, to, span, value } = measure;
  const on = dayOf(after, to);
  const stays = isInPipeline(after, span);
  const base = baseOf(before, after, stays);
  const last = value(stays || after.amount_minor !== null ? after : base, on);
  if (before?.status !== "open") {
    const start = value(base, on);
    return { entered: start, carried: start, start, last };
  }
  const carried = value(before, from);
  return { entered: carried, carried, start: revalued(carried, value(base, on)), last };
}

/** The state whose amount an opportunity has before it changes. */
function baseOf(before: Version | undefined, after: Version, stays: boolean): Version {
  if (before === undefined || before.status === "open") return before ?? after;
  // reopened without an amount on file it adds nothing, so it enters with nothing
  return before.amount_minor === null || (stays && after.amount_minor === null) ? after : before;
}

/** A value at the later rate; where a rate is missing it stays what it was. */
const revalued = (opening: number | null, later: number | null) =>
  opening === null || later === null ? opening : later;
