import { teamSentence, teamsAnswer } from "../../../src/narrative/people.ts";
import { roleLabel } from "../../../src/narrative/role.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { openOf, readOpenDeals } from "../open-deals.ts";
import { type PersonRow, sharedBody } from "../people-body.ts";
import { moneyOf } from "../quarter-standing.ts";
import { readReport } from "../reading.ts";
import { readGroupScores, readRepScores, type ScoreRow, scoreTable } from "../scorecard.ts";

interface TeamRow {
  readonly team_id: string;
  readonly manager: string | null;
  readonly count_active: number;
  readonly mean_cents: number | null;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
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

function expectedOf({ mean_cents, lower_80_cents, upper_80_cents }: TeamRow) {
  if (mean_cents === null || lower_80_cents === null || upper_80_cents === null) return null;
  return { mean_cents, lower_80_cents, upper_80_cents };
}
