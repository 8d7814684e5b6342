import { formatDate } from "../src/format.js";
import { type Column, date, text } from "./column.js";
import { repAddress, teamAddress } from "./drill.js";
import { type Assignment, type Person, type Team, unknownTeam } from "./people.js";

/** Everybody on record, to search for one. */
export const personColumns: readonly Column<Person>[] = [
  text(
    "Name",
    ({ name }) => name,
    ({ rep_id }) => repAddress(rep_id),
  ),
  text("Role", ({ role_label }) => role_label),
  text("Team", ({ team_id }) => (team_id === unknownTeam ? null : team_id), teamLink),
  text("Manager", ({ manager }) => manager),
  date("Hired", ({ hired_on }) => hired_on),
  text("Active", ({ is_active }) => (is_active ? "yes" : "no")),
];

function teamLink({ team_id }: { readonly team_id: string }): string | undefined {
  return team_id === unknownTeam ? undefined : teamAddress(team_id);
}

/** Every team, to choose one. */
export const teamColumns: readonly Column<Team>[] = [
  text("Team", ({ team_id }) => team_id, teamLink),
  text("Region", ({ region_id }) => region_id),
  text("Manager", ({ manager }) => manager),
  { heading: "People today", value: ({ count_active }) => count_active, isNumber: true },
];

/** The teams that a rep was in. */
export const moveColumns: readonly Column<Assignment>[] = [
  text("Team", ({ team_id }) => (team_id === unknownTeam ? "none" : team_id), teamLink),
  text("Region", ({ region_id }) => (region_id === unknownTeam ? "none" : region_id)),
  text("Role", ({ role }) => role?.replaceAll("_", " ")),
  text("Manager", ({ manager }) => manager),
  dayOrWord("From", ({ valid_from }) => valid_from ?? "the beginning"),
  dayOrWord("To", ({ valid_to, is_active }) => valid_to ?? (is_active ? "today" : "not on file")),
  date("Known since", ({ known_from }) => known_from),
];

/** A day, sorted as one, or the word that stands for it. */
function dayOrWord(heading: string, value: (stay: Assignment) => string): Column<Assignment> {
  const format = (found: string) => (/^\d/.test(found) ? formatDate(found) : found);
  return { ...date(heading, value), format };
}

/** Who was in a team, and when. */
export const joinedColumns: readonly Column<Assignment>[] = [
  text(
    "Name",
    ({ name }) => name,
    ({ rep_id }) => repAddress(rep_id),
  ),
  ...moveColumns.slice(2),
];
