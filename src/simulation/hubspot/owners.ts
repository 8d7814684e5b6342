import { field } from "../csv.ts";
import { type Day, type Instant, secondsPerDay } from "../days.ts";
import { hiredOn, leftOn, type Person } from "../people.ts";
import { at } from "../random.ts";
import type { Team } from "../teams.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds, portalId } from "./ids.ts";
import { stampText, syncText } from "./moments.ts";

/** Owners are set up at 14:00 UTC, and switched off then on the day after their last. */
const setUpAt = (day: Day): Instant => day * secondsPerDay + 14 * 3600;

/** Writes an owner when they begin and leave, and the teams they belong to. */
export function writeOwner(exports: HubspotExports, person: Person): void {
  const left = leftOn(person);
  const times = [hiredOn(person), ...(left === undefined ? [] : [left])].map(setUpAt);
  exports.record("owner", times, (version) => {
    const time = at(times, version);
    return [
      hubspotIds.owner(person.index),
      syncText(time),
      stampText(at(times, 0)),
      portalId,
      "PERSON",
      stampText(time),
      person.email,
      field(person.firstName),
      field(person.lastName),
      version === 0 ? hubspotIds.user(person.index) : "",
    ].join();
  });
  writeMemberships(exports, person);
}

/** Whoever moves keeps the old team as a further one: HubSpot has no history of its teams. */
function writeMemberships(exports: HubspotExports, person: Person): void {
  const changes = new Map<Team, { time: Instant; isPrimary: boolean }[]>();
  const change = (team: Team, from: Day, isPrimary: boolean) =>
    changes.set(team, [...(changes.get(team) ?? []), { time: setUpAt(from), isPrimary }]);
  let current: Team | undefined;
  for (const { team, from } of person.posts) {
    if (!team || team === current) continue;
    if (current) change(current, from, false);
    change(team, from, true);
    current = team;
  }
  for (const [team, states] of changes) {
    const times = states.map(({ time }) => time);
    exports.record("owner_team", times, (version) => {
      const { time, isPrimary } = at(states, version);
      return [
        hubspotIds.owner(person.index),
        hubspotIds.team(team.index),
        isPrimary,
        syncText(time),
      ].join();
    });
  }
}

export function writeTeam(exports: HubspotExports, { index, name }: Team, founded: Day): void {
  const time = setUpAt(founded);
  exports.append("team", time, () => [hubspotIds.team(index), name, syncText(time)].join());
}
