import {
  type QuarterStanding,
  repSentence,
  repsAnswer,
  teamSentence,
  teamsAnswer,
} from "../../../src/narrative/people.ts";
import { roleWords } from "../../../src/narrative/role.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { historyNote } from "../deal-history.ts";
import type { Edition, PageContent } from "../file.ts";
import {
  moneyOf,
  openOf,
  peerAttainment,
  peopleFiles,
  quarterStandings,
  readMedians,
  readOpenDeals,
} from "../people.ts";
import { readMetrics, readReport } from "../reading.ts";
import {
  readGroupScores,
  readRepScores,
  type ScoreRow,
  scoredMetrics,
  scoreTable,
} from "../scorecard.ts";
import { goalsUnderWay } from "../standing.ts";
import { scoredPeriods } from "./performance.ts";

interface PersonRow {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly region_id: string;
  readonly hired_on: string | null;
  readonly left_on: string | null;
  readonly is_active: boolean;
  readonly first_quota: string | null;
}

interface TeamRow {
  readonly team_id: string;
  readonly manager: string | null;
  readonly count_active: number;
  readonly mean_cents: number | null;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
}

interface RecommendationRow {
  readonly rep_id: string;
  readonly label: string;
  readonly quota_cents: number;
  readonly expected_cents: number | null;
  readonly attainment_probability: number | null;
}

/** Every rep: who it is, how it stands beside peers, its deals, activities, moves and goals. */
export async function rep(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const people = await readReport<PersonRow>(warehouse, "person");
  const deals = await readOpenDeals(warehouse);
  const dealsOf = grouped(deals, (deal) => deal.rep_id);
  const shared = await sharedBody(warehouse, "rep", await readRepScores(warehouse));
  const medians = await readMedians(warehouse);
  const plans = await readReport<RecommendationRow>(warehouse, "recommendation");
  const body = {
    ...shared.body,
    people: people.map((person) => ({
      ...person,
      role_label: roleLabel(person.role),
      sentence: repSentence({
        ...moneyOf(edition),
        ...person,
        quarter: shared.standings.get(person.rep_id) ?? null,
        peers: peerAttainment(medians, person.role, shared.quarter?.period_start),
        open: openOf(dealsOf.get(person.rep_id) ?? []),
      }),
    })),
    plans: plans.map(({ rep_id, label, quota_cents, expected_cents, attainment_probability }) => ({
      rep_id,
      label,
      quota_cents,
      expected_cents,
      attainment_probability,
    })),
  };
  const active = people.filter((person) => person.is_active).length;
  return {
    path: "/rep",
    answer: repsAnswer(people.length, active, shared.body.history),
    files: [
      { name: "people.json", audience: "leadership", content: { body } },
      ...(await peopleFiles(warehouse, deals, medians)),
    ],
  };
}

/** Every team: how it stands, who is in it, its deals, activities and goals. */
export async function team(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const teams = await readReport<TeamRow>(warehouse, "team_fact");
  const dealsOf = grouped(await readOpenDeals(warehouse), (deal) => deal.team_id);
  const shared = await sharedBody(warehouse, "team", await readGroupScores(warehouse));
  const people = await readReport<PersonRow>(warehouse, "person");
  const body = {
    ...shared.body,
    people: people.map((person) => ({ ...person, role_label: roleLabel(person.role) })),
    teams: teams.map((row) => ({
      ...row,
      sentence: teamSentence({
        ...moneyOf(edition),
        ...row,
        quarter: shared.standings.get(row.team_id) ?? null,
        expected: expectedOf(row),
        open: openOf(dealsOf.get(row.team_id) ?? []),
      }),
    })),
  };
  const active = teams.filter((row) => row.count_active > 0).length;
  return {
    path: "/team",
    answer: teamsAnswer(teams.length, active, shared.body.history),
    files: [
      { name: "teams.json", audience: "leadership", content: { body } },
      {
        name: "members.arrow",
        audience: "leadership",
        content: { table: scoreTable(memberCells(await readRepScores(warehouse))) },
      },
    ],
  };
}

/** What the list of a team's members shows of each. */
const memberMetrics = ["bookings", "quota_attainment", "win_rate", "open_pipeline"];

/** Those of reps that lists of members show, in the quarters that can be chosen. */
function memberCells(rows: readonly ScoreRow[]): ScoreRow[] {
  const own = rows.filter(
    ({ metric, period }) => period === "quarter" && memberMetrics.includes(metric),
  );
  const latest = [...new Set(own.map((row) => row.period_start))].toSorted().slice(-5);
  return own.filter((row) => latest.includes(row.period_start));
}

/** What both pages hold besides: definitions, periods, moves, goals and where history comes from. */
async function sharedBody(
  warehouse: Warehouse,
  entityType: "rep" | "team",
  scores: readonly ScoreRow[],
) {
  const metrics = await readMetrics(warehouse);
  const periods = await scoredPeriods(warehouse, scores);
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current);
  const standings: ReadonlyMap<string, QuarterStanding> = quarter
    ? quarterStandings(scores, entityType, quarter)
    : new Map();
  const body = {
    metrics: scoredMetrics(metrics, scores),
    periods,
    assignments: await readReport(warehouse, "assignment"),
    goals: await goalsUnderWay(warehouse, metrics),
    history: await historyNote(warehouse),
  };
  return { body, standings, quarter };
}

function expectedOf({ mean_cents, lower_80_cents, upper_80_cents }: TeamRow) {
  if (mean_cents === null || lower_80_cents === null || upper_80_cents === null) return null;
  return { mean_cents, lower_80_cents, upper_80_cents };
}

const roleLabel = (role: string | null) =>
  role === null ? "" : roleWords(role)[0].replace(/^./, (letter) => letter.toUpperCase());
