import { secondsPerDay } from "./days.ts";
import type { Person } from "./people.ts";
import { at, categorical, chance, integer, type Random } from "./random.ts";
import type { Version } from "./record.ts";
import { isClosed } from "./record.ts";
import { recordId } from "./salesforce/ids.ts";
import { omittedCategory, wonStage } from "./words/deals.ts";

/** What goes wrong in real exports, and its share of opportunities in percent. */
export const dirtShares = {
  stage_blank: 0.4,
  won_omitted: 0.5,
  blank_amount: 0.3,
  reversed_dates: 0.15,
  unknown_owner: 0.3,
  duplicate_row: 0.3,
  negative_amount: 0.05,
  unparsable_amount: 0.1,
  deleted: 0.4,
  line_break: 0.3,
} as const;
export type Dirt = keyof typeof dirtShares;

const kinds = Object.keys(dirtShares) as Dirt[];
const weights = kinds.map((kind) => dirtShares[kind]);
const total = weights.reduce((sum, weight) => sum + weight, 0) / 100;

/** The one thing that is wrong with an opportunity, mostly nothing. */
export function drawDirt(random: Random, level: number): Dirt | undefined {
  return chance(random, total * level) ? at(kinds, categorical(random, weights)) : undefined;
}

/** Kinds of dirt that line items would contradict. */
export const forbidsLines = (dirt: Dirt | undefined) =>
  dirt === "blank_amount" || dirt === "negative_amount" || dirt === "deleted";

/** Whether a record is such that this can be wrong with it. */
export function appliesTo(versions: readonly Version[], dirt: Dirt | undefined): boolean {
  const last = versions[versions.length - 1];
  if (!last) return false;
  if (dirt === "won_omitted") return last.stage === wonStage;
  return dirt !== "reversed_dates" || isClosed(last);
}

/** The record as the careless keep it. */
export function soiled(versions: Version[], dirt: Dirt | undefined, random: Random): Version[] {
  if (dirt === undefined) return versions;
  const last = at(versions, versions.length - 1);
  switch (dirt) {
    case "blank_amount":
      return versions.map((version) => ({ ...version, amount: undefined }));
    case "negative_amount":
      return versions.map((version) => ({
        ...version,
        amount: version.amount === undefined ? undefined : -version.amount,
      }));
    case "won_omitted":
      return [...versions.slice(0, -1), { ...last, category: omittedCategory }];
    case "reversed_dates":
      return [loggedAfterwards(last, random)];
    case "deleted":
      return deletedSoon(versions, random);
    default:
      return versions;
  }
}

/** A deal that is typed in only after it was closed. */
const loggedAfterwards = (last: Version, random: Random): Version => ({
  ...last,
  time: last.time + integer(random, 2, 9) * secondsPerDay,
});

/** A duplicate that somebody deletes after some days. */
function deletedSoon(versions: readonly Version[], random: Random): Version[] {
  const first = at(versions, 0);
  const time = first.time + integer(random, 1, 20) * secondsPerDay;
  return [first, { ...first, time, isDeleted: true }];
}

/** The drop that holds an amount that can't be read: the first, where a later one sets it right. */
export const garbledDrop = (dirt: Dirt | undefined, first: number, last: number) =>
  dirt === "unparsable_amount" && last > first ? first : undefined;

export const garbledAmount = (number: number) => (number % 2 === 0 ? "n/a" : "1.2.3");

/** A description, as a CSV field. */
export const descriptionOf = (dirt: Dirt | undefined) =>
  dirt === "line_break" ? '"Renewal of the 2019 frame agreement.\nCall ""Jo"" first."' : "";

/** A user who was deleted: opportunities name them, the user export doesn't. */
const deletedUserId = recordId("User", 3_977);

export const ownerIdOf = (owner: Person, dirt: Dirt | undefined) =>
  dirt === "unknown_owner" ? deletedUserId : owner.userId;
