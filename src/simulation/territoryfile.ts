import { grouped } from "../statistics/grouped.ts";
import { createAccount, firstAccounts } from "./accounts.ts";
import type { Company } from "./company.ts";
import { type Day, dateText } from "./days.ts";
import { segments } from "./parameters.ts";
import { at } from "./random.ts";
import type { Seat, TeamKind } from "./teams.ts";
import { countries, industries } from "./words/companies.ts";

/** What a team's executives sell to, where a region has teams of several kinds. */
const sold: Readonly<Record<TeamKind, readonly string[]>> = {
  enterprise: segments.slice(0, 1),
  commercial: segments.slice(1),
  mixed: segments,
};

/** About how many employees part a team's larger accounts from its smaller ones. */
const parting: Readonly<Record<TeamKind, number>> = {
  enterprise: 4000,
  commercial: 300,
  mixed: 800,
};

/**
 * The territories from the fiscal year's beginning, as the company writes them down: executives of
 * one kind share the industries of their region, the larger accounts from the smaller ones where
 * there are more executives than industries.
 */
export function territoriesFile(company: Company): string {
  const { organisation, fiscal, market } = company;
  const from = fiscal.yearStart(fiscal.yearOf(market.asOf));
  const seats = organisation.teams.flatMap((team) =>
    team.seats.filter(({ role, opens }) => role === "account_executive" && opens <= market.asOf),
  );
  const groups = grouped(seats, ({ team }) => `${team.region} ${team.kind}`);
  const territories = [...groups.values()].flatMap((group) => territoriesOf(group));
  return [
    "# Who has which accounts: the first territory with a rule that an account meets.",
    `- effective_from: ${dateText(from)}`,
    `  recorded_on: ${dateText(from - 6)}`,
    "  territories:",
    ...territories,
    ...settled(company, from, seats),
    "  moves:",
    "    within: team",
    "    most_moves: 60",
    "    keep_incumbents: 0.0005         # what a move must take off the worst deviation",
    "",
  ].join("\n");
}

function territoriesOf(group: readonly Seat[]): string[] {
  const count = Math.min(group.length, industries.length);
  return group.flatMap((seat, index) => {
    const own = industries.filter((_, place) => place % count === index % count);
    const sharers = group.filter((_, other) => other % count === index % count);
    return territoryLines(
      seat,
      own.map(({ name }) => name),
      sharers.indexOf(seat),
      sharers.length,
    );
  });
}

function territoryLines(
  { team, occupant, index }: Seat,
  own: readonly string[],
  place: number,
  sharers: number,
): string[] {
  const size = sharers < 2 ? [] : [sizeLine(parting[team.kind], place, sharers)];
  return [
    `    - name: ${team.name} ${index + 1}`,
    `      owner: ${occupant?.id ?? "vacant"}`,
    `      team: ${team.name}`,
    "      rules:",
    `        - segment: [${sold[team.kind].join(", ")}]`,
    `          industry: [${own.join(", ")}]`,
    `          country: [${countryNames(team.region).join(", ")}]`,
    ...size,
  ];
}

/** Of those who share industries the first has the largest accounts, the last the smallest. */
function sizeLine(middle: number, place: number, sharers: number): string {
  const bound = (band: number) => Math.round(middle * 1.6 ** (sharers / 2 - band));
  const least = place === sharers - 1 ? [] : [`min_employees: ${bound(place + 1)}`];
  const most = place === 0 ? [] : [`max_employees: ${bound(place) - 1}`];
  return `          size: { ${[...least, ...most].join(", ")} }`;
}

const countryNames = (region: string) => (countries[region] ?? []).map(({ name }) => name);

/** Accounts that were settled one by one: an exception, a holdout that lasts and one that is over. */
function settled(company: Company, from: Day, seats: readonly Seat[]): string[] {
  const { options, organisation, market } = company;
  const book = { seed: options.seed, teams: organisation.teams, market };
  const known = Array.from({ length: firstAccounts }, (_, index) => createAccount(book, index))
    .filter(({ created }) => created < from)
    .map(({ name }) => JSON.stringify(name));
  if (known.length < 3) return [];
  const [first] = seats;
  const exception = first
    ? [
        "  exceptions:",
        `    - { account: ${at(known, 0)}, territory: ${first.team.name} ${first.index + 1}, reason: parent company sits there }`,
      ]
    : [];
  return [
    ...exception,
    "  holdouts:",
    `    - { account: ${at(known, 1)}, until: ${dateText(market.asOf + 90)}, reason: renewal under way }`,
    `    - { account: ${at(known, 2)}, until: ${dateText(market.asOf - 20)}, reason: tender }`,
  ];
}
