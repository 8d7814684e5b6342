import {
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatPlural,
  formatRate,
} from "../format.ts";
import { type Answer, type Currency, formatAmount, type MoneyRange } from "./answer.ts";
import { roleWords } from "./role.ts";

/** What somebody or a team has booked in the quarter in progress, whole minor units. */
export interface QuarterStanding {
  readonly label: string;
  readonly is_over: boolean;
  readonly booked_cents: number | null;
  readonly quota_cents: number | null;
}

/** Attainment of the quarter by the active reps who hold a role, the rep among them. */
export interface PeerAttainment {
  readonly median: number;
  readonly n: number;
}

export interface OpenDeals {
  readonly deals: number;
  /** Those of them whose amount isn't known; they add nothing to the sum. */
  readonly without_amount: number;
  readonly cents: number;
  /** Longer in their stage than three in four deals were, or past their close date. */
  readonly late: number;
}

export interface RepFacts extends Currency {
  readonly name: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly hired_on: string | null;
  readonly left_on: string | null;
  readonly is_active: boolean;
  /** Null when nothing was ever booked under the name. */
  readonly quarter: QuarterStanding | null;
  /** Null where too few peers have a quota. */
  readonly peers: PeerAttainment | null;
  readonly open: OpenDeals;
}

/** How a rep stands, in a sentence or two. */
export function repSentence(facts: RepFacts): string {
  const { name, role, team_id, hired_on, left_on, is_active, open } = facts;
  const [one] = roleWords(role);
  const team = team_id === "unassigned" ? "" : ` in ${team_id}`;
  if (!is_active) {
    const left = left_on === null ? "is no longer active" : `left on ${formatDate(left_on)}`;
    return `${name}, ${one}${team}, ${left}; ${openWords(open, facts)}.`;
  }
  const since = hired_on === null ? "" : `, hired ${formatDate(hired_on)}`;
  return `${name}, ${one}${team}${since}, ${bookedWords(facts)}${peerWords(facts)}; ${openWords(open, facts)}.`;
}

function peerWords({ role, quarter, peers }: RepFacts): string {
  if (peers === null || !quarter?.quota_cents) return "";
  const [, many] = roleWords(role);
  return `, where the median of ${formatCount(peers.n)} ${many} is ${formatRate(peers.median)}`;
}

function bookedWords(facts: Currency & { readonly quarter: QuarterStanding | null }): string {
  const { quarter, currency_digits } = facts;
  if (quarter === null || quarter.booked_cents === null) return "has no bookings on record";
  const { label, is_over, booked_cents, quota_cents } = quarter;
  const when = `in ${formatPeriod(label)}${is_over ? "" : " so far"}`;
  const amount = formatAmount(booked_cents, facts);
  if (quota_cents === null || quota_cents <= 0) {
    return `has booked ${amount} ${when}, without a quota of that quarter on file`;
  }
  return `has booked ${amount} of ${formatMoney(quota_cents, currency_digits)} quota ${when}, ${formatRate(booked_cents / quota_cents)}`;
}

function openWords({ deals, without_amount, cents, late }: OpenDeals, money: Currency): string {
  if (deals === 0) return "no deal is open";
  const amount = formatMoney(cents, money.currency_digits);
  const of =
    without_amount === 0
      ? ` worth ${amount}`
      : without_amount === deals
        ? " without an amount"
        : ` worth ${amount} (${without_amount} of them without an amount)`;
  const worth = `${formatPlural(deals, "deal")}${of} ${deals === 1 ? "is" : "are"} open`;
  if (deals === 1)
    return `${worth}, ${late === 0 ? "neither stale nor overdue" : "stale or overdue"}`;
  return `${worth}, ${late === 0 ? "none" : late} of them stale or overdue`;
}

export interface TeamFacts extends Currency {
  readonly team_id: string;
  readonly manager: string | null;
  readonly count_active: number;
  readonly quarter: QuarterStanding | null;
  readonly expected: MoneyRange | null;
  readonly open: OpenDeals;
}

/** How a team stands, in a sentence or two. */
export function teamSentence(facts: TeamFacts): string {
  const { team_id, manager, count_active, open, expected, currency_digits } = facts;
  if (count_active === 0) {
    return `Nobody is in ${team_id} today; ${openWords(open, facts)}.`;
  }
  const under = manager === null ? "" : ` led by ${manager}`;
  const read = (cents: number) => formatMoney(cents, currency_digits);
  const landing =
    expected === null
      ? ""
      : `, and is expected to end at ${read(expected.mean_cents)} (80 %: ${read(expected.lower_80_cents)} to ${read(expected.upper_80_cents)})`;
  return `${team_id}, ${formatPlural(count_active, "person", "people")}${under}, ${bookedWords(facts)}${landing}; ${openWords(open, facts)}.`;
}

const staleMethod =
  "A deal is stale when it has been in its stage for longer than three in four deals of the company were before they left that stage, and overdue when its close date has passed.";

/** Answers what the page of reps holds before one is chosen. */
export const repsAnswer = (people: number, active: number, history: string | null): Answer => ({
  sentence:
    people === 0
      ? "Nobody is on record yet: no export and no roster names a rep."
      : `${formatPlural(people, "person is", "people are")} on record, ${active === people ? "all" : `${active} of them`} active today: choose one to see how they stand.`,
  details: [],
  figures: [],
  method: [
    "Peers are the active reps who hold the same role today; a median is shown where at least three of them have a figure. Figures are the rep’s own, whatever team the rep was in.",
    staleMethod,
    "Nobody’s pay is on this site.",
    ...(history === null ? [] : [history]),
  ],
});

/** Answers what the page of teams holds before one is chosen. */
export const teamsAnswer = (teams: number, active: number, history: string | null): Answer => ({
  sentence:
    teams === 0
      ? "No team is on record yet: neither an export nor the roster names one."
      : `${formatPlural(teams, "team is", "teams are")} on record, ${active === teams ? "all" : `${active} of them`} with people today: choose one to see how it stands.`,
  details: [],
  figures: [],
  method: [
    "“It was” puts what a rep did into the team the rep was in on that day, “It is” into the team the rep is in today. Medians are over all teams that have people today, by the reps who are in them today.",
    staleMethod,
    ...(history === null ? [] : [history]),
  ],
});
