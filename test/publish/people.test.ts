import { expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { quarterStandings } from "../../pipelines/publish/quarter-standing.ts";
import { readKpi, readReport } from "../../pipelines/publish/reading.ts";
import type { ScoreRow } from "../../pipelines/publish/scorecard.ts";
import { load } from "../workspaces/build.ts";
import { csv, lost, small, won } from "../workspaces/small.ts";

const person = (id: string, team: string) => ({
  person_id: id,
  name: id,
  crm_user_id: id,
  role: "account_executive",
  team,
  region: "East",
  hired_on: "2024-02-01",
});

test("a region, a team and a territory of one name have each their own quarter", () => {
  const cell = (entity_type: string, value: number) =>
    ({
      metric: "bookings",
      entity_type,
      entity_id: "EMEA",
      period: "quarter",
      period_start: "2026-04-01",
      view: "as_is",
      value,
      target: null,
    }) as ScoreRow;
  const cells = [cell("region", 900), cell("team", 300), cell("territory", 500)];
  const quarter = { period_start: "2026-04-01", label: "FY26-Q2", is_complete: false };
  expect(quarterStandings(cells, "team", quarter).get("EMEA")).toMatchObject({ booked_cents: 300 });
});

test("a rep without a team makes no team among the peers of teams", async () => {
  const { run } = await load({
    ...small,
    "people/roster.csv": csv(
      person("a", "North"),
      person("b", "South"),
      person("c", "West"),
      person("d", ""),
    ),
    "exports/crm/2026-06-30/Opportunity.csv": csv(
      won("W1", { OwnerId: "a", CloseDate: "2026-05-02", Amount: "100" }),
      won("W2", { OwnerId: "b", CloseDate: "2026-05-02", Amount: "200" }),
      won("W3", { OwnerId: "c", CloseDate: "2026-05-02", Amount: "600" }),
      won("W4", { OwnerId: "d", CloseDate: "2026-05-02", Amount: "9000" }),
    ),
  });
  await metrics(run);
  const rows = await readReport<{ metric: string; entity_type: string; period_start: string }>(
    run.warehouse,
    "peer_median",
  );
  const teams = rows.filter(
    ({ metric, entity_type, period_start }) =>
      metric === "bookings" && entity_type === "team" && period_start === "2026-04-01",
  );
  // of 1, 2 and 6 hundred dollars the one in the middle
  expect(teams).toEqual([expect.objectContaining({ median: 20_000, n: 3 })]);
});

test("a rep with too few deals has no figure of a running quarter and no part in its median", async () => {
  const wins = ["a", "b", "c"].flatMap((id) =>
    [1, 2, 3, 4, 5].map((day) => won(`${id}${day}`, { OwnerId: id, CloseDate: `2026-05-0${day}` })),
  );
  const { run } = await load({
    "company.yaml": small["company.yaml"] ?? "",
    "people/roster.csv": csv(...["a", "b", "c", "d"].map((id) => person(id, "North"))),
    "exports/crm/2026-06-15/Opportunity.csv": csv(
      ...wins,
      lost("D", { OwnerId: "d", CloseDate: "2026-05-02" }),
    ),
  });
  await metrics(run);
  const rates = await readKpi(run.warehouse, "win_rate", "quarter", "rep");
  expect(rates.map(({ entity_id, status }) => `${entity_id} ${status}`)).toEqual([
    "a partial",
    "b partial",
    "c partial",
    "d too_few",
  ]);
  const rows = await readReport<Record<string, unknown>>(run.warehouse, "peer_median");
  expect(
    rows.filter(({ metric, among }) => metric === "win_rate" && among === "team"),
  ).toMatchObject([{ period_start: "2026-04-01", median: 1, n: 3 }]);
});

interface Stay {
  readonly rep_id: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly is_active: boolean;
}

test("a stay in a team begins with the hiring and ends with the leaving", async () => {
  const { run } = await load({
    ...small,
    "people/roster.csv": csv(
      { ...person("a", "North"), left_on: "2026-03-05" },
      { ...person("b", "South"), left_on: "" },
      { ...person("c", "South"), hired_on: "", left_on: "" },
    ),
  });
  const stays = await readReport<Stay>(run.warehouse, "assignment");
  const told = stays.map(({ rep_id, valid_from, valid_to, is_active }) => [
    rep_id,
    valid_from,
    valid_to,
    is_active,
  ]);
  expect(told).toEqual([
    ["a", "2024-02-01", "2026-03-05", false],
    ["b", "2024-02-01", null, true],
    ["c", null, null, true],
  ]);
});
