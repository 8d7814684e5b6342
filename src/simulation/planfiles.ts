import type { Campaign } from "./campaigns.ts";
import { field } from "./csv.ts";
import { dateText, monthOf, monthStart } from "./days.ts";
import type { World } from "./deal.ts";
import { quarterLabel } from "./fiscal.ts";
import { assignmentsOf, type Organisation } from "./organisation.ts";
import { hiredOn, leftOn, type Role } from "./people.ts";
import { at, createRandom, normal, uniform } from "./random.ts";
import type { Results } from "./results.ts";

export const rosterHeader =
  "person_id,name,email,crm_user_id,role,team,region,manager_id,hired_on,left_on,on_target_earnings,variable_share,currency,effective_from,recorded_on";

/** Yearly on-target earnings in the currency of the region, and the variable share of them. */
const pay: Readonly<Record<Role, readonly [number, number]>> = {
  account_executive: [220_000, 0.5],
  account_manager: [170_000, 0.35],
  sales_engineer: [190_000, 0.2],
  development_rep: [85_000, 0.3],
  manager: [280_000, 0.45],
  director: [340_000, 0.45],
  vice_president: [460_000, 0.5],
};

/** The roster: a line for each person, and a new one when team, role or manager changes. */
export function rosterLines(organisation: Organisation, seed: number): string[] {
  const lines = [rosterHeader];
  for (const person of organisation.people) {
    const random = createRandom(seed, "pay", person.index);
    const level = uniform(random, 0.88, 1.14);
    const left = leftOn(person);
    for (const { role, team, region, manager, from } of assignmentsOf(person, organisation)) {
      const [earnings, variable] = pay[role];
      const kind = team?.kind === "commercial" && role === "account_executive" ? 0.78 : 1;
      lines.push(
        [
          person.id,
          field(`${person.firstName} ${person.lastName}`),
          person.email,
          person.userId,
          role,
          team?.name ?? "",
          region,
          manager?.id ?? "",
          dateText(hiredOn(person)),
          left === undefined ? "" : dateText(left),
          Math.round((earnings * level * kind) / 1000) * 1000,
          variable,
          region === "EMEA" ? "EUR" : "USD",
          dateText(from),
          dateText(from),
        ].join(),
      );
    }
  }
  return lines;
}

/** One euro rate a month: euros for one US dollar. */
export function rateLines({ market }: World): string[] {
  const lines = market.rates.map(
    (rate, index) => `${dateText(monthStart(market.firstRateMonth + index))},EUR,${rate}`,
  );
  return ["date,currency,per_company_currency", ...lines];
}

/** A market index that falls with the change of regime, monthly. */
export function indicatorLines({ market }: World, seed: number): string[] {
  const random = createRandom(seed, "indicators");
  const lines = ["name,date,value,recorded_on"];
  for (let month = monthOf(market.start); month < monthOf(market.asOf); month++) {
    const day = monthStart(month);
    const level = 52 + 2 * normal(random) - (market.hasShock(day + 45) ? 5 : 0);
    const published = dateText(monthStart(month + 1) + 2);
    lines.push(`purchasing_managers_index,${dateText(day)},${level.toFixed(1)},${published}`);
  }
  return lines;
}

export interface BudgetOptions extends World {
  readonly organisation: Organisation;
  readonly campaigns: readonly Campaign[];
  readonly seed: number;
}

/** Planned and actual spending by quarter; marketing's actuals are the campaigns' costs and staff. */
export function budgetLines({
  fiscal,
  market,
  organisation,
  campaigns,
  seed,
}: BudgetOptions): string[] {
  const random = createRandom(seed, "budget");
  const lines = ["period,category,team,amount,currency,kind,recorded_on"];
  const first = fiscal.quarterOf(market.start);
  const last = fiscal.quarterOf(market.asOf);
  for (let quarter = first; quarter <= last - (last % 4) + 3; quarter++) {
    const start = fiscal.quarterStart(quarter);
    const end = fiscal.quarterStart(quarter + 1) - 1;
    const people = organisation.people.filter(
      (person) => hiredOn(person) <= start && (leftOn(person) ?? end) >= start,
    ).length;
    const spent = campaigns.filter((campaign) => campaign.start >= start && campaign.start <= end);
    const amounts: readonly (readonly [string, number])[] = [
      ["personnel", people * 27_500],
      ["marketing", spent.reduce((sum, { cost }) => sum + cost, 0) + people * 2_100],
      ["travel", people * 2_400],
      ["tools", people * 1_350],
      ["commission", people * 15_000],
    ];
    const label = quarterLabel(fiscal.yearOf(start), fiscal.quarterOfYear(start));
    const planned = dateText(fiscal.yearStart(fiscal.yearOf(start)) - 10);
    for (const [category, amount] of amounts) {
      const plan =
        Math.round((Math.max(amount, people * 1_000) * uniform(random, 0.94, 1.08)) / 1000) * 1000;
      lines.push(`${label},${category},,${plan},USD,budget,${planned}`);
      if (end <= market.asOf)
        lines.push(`${label},${category},,${amount},USD,actual,${dateText(end + 9)}`);
    }
  }
  return lines;
}

export interface CallOptions extends World {
  readonly company: string;
  readonly organisation: Organisation;
  readonly results: Results;
  readonly seed: number;
}

/** Managers' commit and best case in the weeks of the last eight quarters; nearer calls are better. */
export function callLines({
  fiscal,
  market,
  organisation,
  results,
  company,
  seed,
}: CallOptions): string[] {
  const random = createRandom(seed, "calls");
  const lines = ["recorded_on,entity_type,entity_id,period,category,amount,by"];
  const last = fiscal.quarterOf(market.asOf);
  for (let quarter = last - 7; quarter <= last; quarter++) {
    const start = fiscal.quarterStart(quarter);
    const label = quarterLabel(fiscal.yearOf(start), fiscal.quarterOfYear(start));
    for (let week = 2; week <= 12; week += 2) {
      const day = start + week * 7;
      if (day > market.asOf) break;
      const spread = 0.2 * (1 - week / 14);
      const call = (type: string, id: string, cents: number, by: string, bias: number) => {
        for (const [category, lift] of [
          ["commit", 0.95],
          ["best_case", 1.15],
        ] as const) {
          const amount =
            (cents / 100) * lift * (1 + bias * (1 - week / 13) + spread * normal(random));
          lines.push(
            `${dateText(day)},${type},${id},${label},${category},${Math.round(amount / 5000) * 5000},${by}`,
          );
        }
      };
      for (const team of organisation.teams) {
        const manager = at(team.managers, 0).person.id;
        const bias = team.index % 3 === 0 ? -0.1 : 0.05 * (team.index % 3);
        call("team", team.name, results.teamQuarter(team.index, quarter), manager, bias);
      }
      call(
        "company",
        company,
        results.companyQuarter(quarter),
        organisation.vicePresident.id,
        0.02,
      );
    }
  }
  return lines;
}
