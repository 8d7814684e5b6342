import { expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { readReport } from "../../pipelines/publish/reading.ts";
import { load } from "../workspaces/build.ts";
import { csv, small, won } from "../workspaces/small.ts";

const person = (id: string, team: string) => ({
  person_id: id,
  name: id,
  crm_user_id: id,
  role: "account_executive",
  team,
  region: "East",
  hired_on: "2024-02-01",
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
