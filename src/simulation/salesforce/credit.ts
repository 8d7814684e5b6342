import { type Instant, instantText } from "../days.ts";
import type { Person } from "../people.ts";
import { at, chance, createRandom, pick, type Random } from "../random.ts";
import type { Version } from "../record.ts";
import type { Story } from "../story.ts";
import { holderOn, managerOn } from "../teams.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

export const splitHeader = [
  "Id",
  "OpportunityId",
  "SplitOwnerId",
  "SplitPercentage",
  "SplitTypeId",
  "IsDeleted",
  "CreatedDate",
  "SystemModstamp",
] as const;
export const teamMemberHeader = [
  "Id",
  "OpportunityId",
  "UserId",
  "TeamMemberRole",
  "OpportunityAccessLevel",
  "IsDeleted",
  "CreatedDate",
  "SystemModstamp",
] as const;

/** Numbers the rows over the whole simulation. */
export interface CreditNumbers {
  split: number;
  teamMember: number;
}

/** The revenue split type that every org has. */
const revenueSplitType = "149Hn000000006rIAA";
const shares = { split: 0.13, engineer: [0.4, 0.2, 0.05], sponsor: 0.35, splitFrom: 3 } as const;

/** Splits between two account executives, and those who help: on some deals that get far enough. */
export function writeCredit(
  exports: SalesforceExports,
  story: Story,
  seed: number,
  numbers: CreditNumbers,
) {
  const { deal, versions } = story;
  const random = createRandom(seed, "credit", deal.number);
  const proposed = versions.findIndex(({ stage }) => stage >= shares.splitFrom && stage <= 5);
  if (proposed < 0 || deal.kind === "renewal") return;
  const since = versions.slice(proposed);
  if (deal.account.segment < 2 && chance(random, shares.split)) {
    writeSplits(exports, story, since, numbers, random);
  }
  for (const [person, role] of members(story, at(since, 0).time, random)) {
    writeTeamMember(exports, story, at(since, 0).time, {
      person,
      role,
      number: numbers.teamMember++,
    });
  }
}

/** Two rows that sum to 100; the owner's follows the opportunity when it changes hands. */
function writeSplits(
  exports: SalesforceExports,
  { deal }: Story,
  since: readonly Version[],
  numbers: CreditNumbers,
  random: Random,
): void {
  const first = at(since, 0);
  const partner = partnerOf(deal.seat.team.seats, first, random);
  if (!partner) return;
  const percent = pick(random, [50, 60, 70, 70, 80]);
  const changes = since.filter((version, index) => since[index - 1]?.owner !== version.owner);
  const created = instantText(first.time);
  const line = (number: number, owner: Person, share: number, time: Instant) =>
    `${recordId("OpportunitySplit", number)},${deal.id},${owner.userId},${share},${revenueSplitType},false,${created},${instantText(time)}`;
  const number = numbers.split;
  numbers.split += 2;
  const times = changes.map(({ time }) => time);
  exports.record("OpportunitySplit", times, (version) => {
    const { owner, time } = at(changes, version);
    return line(number, owner, percent, time);
  });
  exports.append("OpportunitySplit", first.time, () =>
    line(number + 1, partner, 100 - percent, first.time),
  );
}

function partnerOf(
  seats: Story["deal"]["seat"]["team"]["seats"],
  { owner, time }: Version,
  random: Random,
) {
  const day = Math.floor(time / 86_400);
  const partners = seats
    .filter(({ role, opens }) => role === "account_executive" && opens <= day)
    .map((seat) => holderOn(seat, day))
    .filter((person) => person !== owner);
  return partners.length > 0 ? pick(random, partners) : undefined;
}

function members({ deal }: Story, time: Instant, random: Random): [Person, string][] {
  const { team } = deal.seat;
  const list: [Person, string][] = [];
  const engineer = team.engineers[0];
  const rep = team.developmentReps[0];
  if (engineer && chance(random, shares.engineer[deal.account.segment] ?? 0)) {
    list.push([engineer, "Sales Engineer"]);
  }
  if (rep && deal.campaign && chance(random, 0.5)) list.push([rep, "Business Development Rep"]);
  if (deal.account.segment === 0 && chance(random, shares.sponsor)) {
    list.push([managerOn(team, Math.floor(time / 86_400)), "Executive Sponsor"]);
  }
  return list;
}

interface Member {
  readonly person: Person;
  readonly role: string;
  readonly number: number;
}

function writeTeamMember(
  exports: SalesforceExports,
  { deal }: Story,
  time: Instant,
  member: Member,
): void {
  exports.append("OpportunityTeamMember", time, () =>
    [
      recordId("OpportunityTeamMember", member.number),
      deal.id,
      member.person.userId,
      member.role,
      "Edit",
      false,
      instantText(time),
      instantText(time),
    ].join(),
  );
}
