import type { Account } from "../accounts.ts";
import { field } from "../csv.ts";
import { type Day, type Instant, instantText, secondsPerDay } from "../days.ts";
import type { Market } from "../market.ts";
import type { Organisation } from "../organisation.ts";
import { segments } from "../parameters.ts";
import type { RegionName } from "../people.ts";
import { at, chance, createRandom, integer } from "../random.ts";
import type { TeamKind } from "../teams.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

/** The exported columns of territories and of who and what is in them. */
export const territoryHeaders = {
  Territory2: ["Id", "Name", "ParentTerritory2Id", "DeveloperName", "SystemModstamp"],
  ObjectTerritory2Association: [
    "Id",
    "ObjectId",
    "Territory2Id",
    "AssociationCause",
    "SystemModstamp",
  ],
  UserTerritory2Association: [
    "Id",
    "UserId",
    "Territory2Id",
    "IsActive",
    "RoleInTerritory2",
    "SystemModstamp",
  ],
} as const;

const regions: readonly RegionName[] = ["Americas", "EMEA", "Asia Pacific"];
/** The segment whose territory the sellers of a kind of team are in. */
const mainSegment: Readonly<Record<TeamKind, number>> = { enterprise: 0, commercial: 2, mixed: 1 };
/** Share of accounts that move to another territory of their region. */
const movingShare = 0.12;

/** Territories change at noon UTC. */
const changedAt = (day: Day): Instant => day * secondsPerDay + 12 * 3600;
const regionId = (region: RegionName) => recordId("Territory2", regions.indexOf(region) * 10);
const territoryId = (region: RegionName, segment: number) =>
  recordId("Territory2", regions.indexOf(region) * 10 + 1 + segment);

/** Writes a territory for each region, with one for each of its segments below it. */
export function writeTerritories(exports: SalesforceExports, start: Day): void {
  const time = changedAt(start - 400);
  const write = (id: string, name: string, parent: string) =>
    exports.append("Territory2", time, () =>
      [id, field(name), parent, name.replaceAll(/\W+/g, "_"), instantText(time)].join(),
    );
  for (const region of regions) {
    write(regionId(region), region, "");
    segments.forEach((segment, index) => {
      write(territoryId(region, index), `${region} ${segment}`, regionId(region));
    });
  }
}

/** Writes who is in which territory: sellers in that of their team, until they leave it. */
export function writeTerritoryUsers(exports: SalesforceExports, organisation: Organisation): void {
  let number = 0;
  for (const { userId, posts } of organisation.people) {
    for (const { role, region, team, from, to } of posts) {
      if (!team || (role !== "account_executive" && role !== "account_manager")) continue;
      const id = recordId("UserTerritory2Association", number++);
      const territory = territoryId(region, mainSegment[team.kind]);
      const times = [from, to].map(changedAt);
      exports.record("UserTerritory2Association", times, (version) =>
        [id, userId, territory, version === 0, "Sales Rep", instantText(at(times, version))].join(),
      );
    }
  }
}

/** Writes which territory an account is in: that of its region and segment, and for some another later. */
export function writeAccountTerritory(
  exports: SalesforceExports,
  { id, index, created, segment, executiveSeat: { team } }: Account,
  { start, asOf }: Market,
  seed: number,
): void {
  const random = createRandom(seed, "territory", index);
  // after a drop that tells where the account was before
  const earliest = Math.max(created, start) + 40;
  const isMoving = chance(random, movingShare) && earliest < asOf;
  const later = (segment + integer(random, 1, segments.length - 1)) % segments.length;
  const terms = [
    { from: created, segment },
    ...(isMoving ? [{ from: integer(random, earliest, asOf), segment: later }] : []),
  ];
  const times = terms.map(({ from }) => changedAt(from));
  // a move is a new association: the old one is deleted, which no row tells
  exports.record("ObjectTerritory2Association", times, (version) =>
    [
      recordId("ObjectTerritory2Association", index * 2 + version),
      id,
      territoryId(team.region, at(terms, version).segment),
      version === 0 ? "Territory2AssignmentRule" : "Territory2Manual",
      instantText(at(times, version)),
    ].join(),
  );
}
