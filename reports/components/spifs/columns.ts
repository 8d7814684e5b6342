import { capital } from "../../src/narrative/initial.js";
import { type Column, count, date, money, text } from "../column.js";
import type { Money } from "../quarterChart.js";
import type { SpifRow, SpifTeamRow, StretchRow } from "./rows.js";

const uses = { first_come: "First come", pro_rata: "Pro rata" } as const;

export const spifColumns = ({ currency_digits: digits }: Money): Column<SpifRow>[] => [
  text<SpifRow>("SPIF", (row) => row.component),
  text("Plan", (row) => row.plan),
  text("State", (row) => capital(row.state)),
  date("From", (row) => row.from_date),
  date("Until", (row) => row.until_date),
  count("Deals", (row) => row.deals),
  count("Credits", (row) => row.credits),
  money("Budget", (row) => row.budget_cents, digits),
  text("Use", (row) => (row.budget_use === null ? "No budget" : uses[row.budget_use])),
  money("Spent", (row) => row.spent_cents, digits),
  money("Left", leftOf, digits),
  money("Cut by the budget", (row) => row.cut_cents, digits),
];

const leftOf = ({ budget_cents: budget, spent_cents: spent }: SpifRow) =>
  budget === null || spent === null ? null : budget - spent;

export const teamColumns = ({ currency_digits: digits }: Money): Column<SpifTeamRow>[] => [
  text<SpifTeamRow>("Team", (row) => row.team),
  count("People", (row) => row.people),
  money("Paid", (row) => row.paid_cents, digits),
];

const stretches = {
  year_before: "A year before",
  before: "Before",
  during: "During",
  after: "After",
} as const;

export const stretchColumns = ({ currency_digits: digits }: Money): Column<StretchRow>[] => [
  text<StretchRow>("Stretch", (row) => stretches[row.stretch]),
  date("From", (row) => row.from_date),
  date("Until", (row) => row.until_date),
  count("Days", (row) => row.days),
  count("Deals", (row) => row.count_deals),
  money("Bookings", (row) => row.bookings_cents, digits),
  money("Bookings a week", (row) => (row.bookings_cents * 7) / row.days, digits),
];
