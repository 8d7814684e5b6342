import { memoised } from "../../statistics/memoised.ts";
import { hashOf, uniformStream } from "../../statistics/random.ts";
import { standardNormal } from "../../statistics/variates.ts";
import type { Cutoff } from "../cutoff.ts";
import { spreadAbout } from "../error-paths.ts";
import type { SpreadIn } from "../outlook.ts";
import type { Errors } from "../track.ts";
import type { PipelineDraws, PipelineShare } from "./months.ts";

export interface Simulated {
  readonly cutoff: Cutoff;
  readonly draws: PipelineDraws;
  /** What all deals' chances and amounts are typically off by together, as a share of the expected. */
  readonly common: number;
  /** Of the series forecast. */
  readonly errors: Errors;
  readonly share: PipelineShare;
}

/**
 * How far pipeline and series together may be off, by simulation of both: each draw takes what deals
 * bring in it, about their mean, what all deals miss together, and the errors of the series along one
 * past path, in the shares that each has in a month. A team's draws are the sums of its reps'.
 */
export function simulatedSpread(simulated: Simulated): SpreadIn {
  const { origin } = simulated.cutoff;
  const partAt = memoised((lead: number) => simulated.share(simulated.cutoff, lead));
  const all = { missedIn: missesByLead(simulated), shared: sharedErrors(simulated), partAt };
  let known: { readonly entity: number; readonly sums: SumsUpTo } | undefined;
  return (entity, { first, last }) => {
    // periods are asked for entity by entity
    if (known?.entity !== entity) known = { entity, sums: sumsUpTo(simulated, all, entity) };
    const sums = known.sums(last - origin)?.slice() ?? new Float64Array();
    const before = known.sums(first - origin - 1);
    if (before) subtract(sums, before);
    return spreadAbout(sums);
  };
}

/** Draw by draw the sum of deviations up to a month ahead; undefined before the first. */
type SumsUpTo = (lead: number) => Float64Array | undefined;

/** What draws of all entities have in common. */
interface Shared {
  /** The pipeline's share in a month ahead. */
  readonly partAt: (lead: number) => number;
  readonly missedIn: MissesByLead;
  readonly shared: Float64Array;
}

function sumsUpTo(
  { draws, errors }: Simulated,
  { missedIn, shared, partAt }: Shared,
  entity: number,
): SumsUpTo {
  const paths = errors.pathsOf(entity);
  const unit = errors.units[entity] ?? Number.NaN;
  const months: Float64Array[] = [];
  const next = (lead: number) => {
    const part = partAt(lead);
    const own = part > 0 ? aboutMean(draws, shared, { entity, lead }) : undefined;
    const missed = missedIn(paths, lead);
    const sums = months[lead - 1]?.slice() ?? new Float64Array(draws.count);
    for (let draw = 0; draw < draws.count; draw++) {
      const deviation =
        part * (own?.[draw] ?? 0) + (1 - part) * unit * (missed[draw] ?? Number.NaN);
      sums[draw] = (sums[draw] ?? Number.NaN) + deviation;
    }
    return sums;
  };
  return (lead) => {
    while (months.length <= lead) months.push(next(months.length));
    return months[lead];
  };
}

/** By draw the error of a month ahead, in units, along the path that the draw takes. */
type MissesByLead = (paths: readonly Float64Array[], lead: number) => Float64Array;

/** All totals share their paths, and all reps theirs. */
function missesByLead({ draws: { count }, errors: { rest } }: Simulated): MissesByLead {
  const known = new Map<readonly Float64Array[], Float64Array[]>();
  const missesOf = (paths: readonly Float64Array[], lead: number) => {
    const at = lead === 0 ? rest : { lead, factor: 1 };
    return Float64Array.from({ length: count }, (_, draw) => {
      const path = paths[Math.floor((draw * paths.length) / count)];
      return at.factor * (path?.[at.lead] ?? Number.NaN);
    });
  };
  return (paths, lead) => {
    const own = known.get(paths) ?? [];
    known.set(paths, own);
    const misses = own[lead] ?? missesOf(paths, lead);
    own[lead] = misses;
    return misses;
  };
}

/** What deals bring in a month less the mean, with what all of them miss together. */
function aboutMean(
  { cents, months, count }: PipelineDraws,
  shared: Float64Array,
  { entity, lead }: { readonly entity: number; readonly lead: number },
): Float64Array {
  const start = (entity * months + lead) * count;
  const own = cents.slice(start, start + count);
  let mean = 0;
  for (const value of own) mean += value / count;
  for (let draw = 0; draw < count; draw++) {
    own[draw] = (own[draw] ?? Number.NaN) - mean * (1 - (shared[draw] ?? Number.NaN));
  }
  return own;
}

/** By draw what all deals bring too little or too much, as a share; the same whatever the entity. */
function sharedErrors({ common, draws: { count } }: Simulated): Float64Array {
  const uniform = uniformStream(hashOf("all deals"));
  return Float64Array.from({ length: count }, () => common * standardNormal(uniform()));
}

function subtract(sums: Float64Array, others: Float64Array): void {
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? Number.NaN) - (others[k] ?? 0);
}
