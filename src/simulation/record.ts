import { firstCloseDate, nextPush, pushedTo } from "./closedates.ts";
import type { Day, Instant } from "./days.ts";
import type { Deal, Path, World } from "./deal.ts";
import { instantOn } from "./instants.ts";
import type { Move } from "./moves.ts";
import type { Person } from "./people.ts";
import { at, chance, pick } from "./random.ts";
import { lostStage, nextSteps, stageCount } from "./words/deals.ts";

/** An opportunity as the CRM shows it from a moment on. */
export interface Version {
  readonly time: Instant;
  readonly stage: number;
  readonly category: number;
  /** Cents of the deal's currency; undefined while blank. */
  readonly amount: number | undefined;
  readonly close: Day;
  readonly owner: Person;
  readonly nextStep: string;
  readonly hasLines: boolean;
  readonly isDeleted: boolean;
}

/** What a move changes; the rest stays. */
export type Change = Partial<Omit<Version, "time">>;

/** Enough for any deal that people still believe in. */
const mostVersions = 40;

/**
 * Keeps the CRM's record of a deal: the moves that really happen, and between them the close
 * dates that pass and are pushed. Ends with the closing, or after the as-of date.
 *
 * @param moves ascending by day, the first one the opportunity's creation
 */
export function recordOf(deal: Deal, path: Path, moves: readonly Move[], world: World): Version[] {
  const [creation, ...rest] = moves;
  if (!creation) return [];
  let version = createVersion(deal, creation, world);
  const versions = [version];
  let day = creation.day;
  for (const move of rest) {
    for (;;) {
      const push = Math.max(nextPush(deal, version), day + 1);
      if (push >= move.day || versions.length > mostVersions) break;
      if (push > world.market.asOf + 1) return versions;
      version = changed(deal, version, push, pushChange(deal, version, push, path, world));
      versions.push(version);
      day = push;
    }
    if (move.day > world.market.asOf + 1) return versions;
    version = changed(deal, version, move.day, move.change);
    versions.push(version);
    day = move.day;
  }
  return versions;
}

function createVersion(deal: Deal, { day, change }: Move, world: World): Version {
  const stage = change.stage ?? 0;
  return {
    time: instantOn(day, deal.account.executiveSeat.team.region, deal.random),
    category: 0,
    amount: undefined,
    close: firstCloseDate(deal, day, world),
    owner: deal.owner,
    nextStep: pick(deal.random, at(nextSteps, stage)),
    hasLines: false,
    isDeleted: false,
    ...change,
    stage,
  };
}

function changed(deal: Deal, before: Version, day: Day, change: Change): Version {
  const time = instantOn(day, deal.account.executiveSeat.team.region, deal.random);
  const after = { ...before, ...change, time: Math.max(time, before.time + 61) };
  if (change.stage !== undefined) after.nextStep = pick(deal.random, at(nextSteps, change.stage));
  return after;
}

/** A close date that has passed moves out; sometimes confidence or the amount goes with it. */
function pushChange(deal: Deal, version: Version, day: Day, path: Path, world: World): Change {
  const { random } = deal;
  const close = pushedTo(deal, version, day, path, world);
  const loses = version.category === 2 && chance(random, 0.3);
  const isTrimmed = !version.hasLines && version.amount !== undefined && chance(random, 0.06);
  return {
    close,
    ...(loses ? { category: 1 } : {}),
    ...(isTrimmed ? { amount: Math.round(((version.amount ?? 0) * 0.9) / 50_000) * 50_000 } : {}),
  };
}

export const isClosed = ({ stage }: Version) => stage >= stageCount;
export const isLost = ({ stage }: Version) => stage === lostStage;

/** The version that holds at a moment; the first one for moments before it. */
export function versionAt(versions: readonly Version[], time: Instant): Version {
  let found = at(versions, 0);
  for (const version of versions) if (version.time <= time) found = version;
  return found;
}
