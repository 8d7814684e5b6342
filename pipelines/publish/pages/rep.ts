import { repSentence, repsAnswer } from "../../../src/narrative/people.ts";
import { roleLabel } from "../../../src/narrative/role.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { openOf, readOpenDeals } from "../open-deals.ts";
import { peerAttainment, peopleFiles, readMedians } from "../people.ts";
import { type PersonRow, sharedBody } from "../people-body.ts";
import { moneyOf } from "../quarter-standing.ts";
import { readReport } from "../reading.ts";
import { readRepScores } from "../scorecard.ts";

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
