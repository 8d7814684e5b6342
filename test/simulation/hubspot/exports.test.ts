import { describe, expect, it } from "vitest";
import { groupBy, latest, type Row, simulateFiles } from "../company.ts";

const files = simulateFiles({ layout: "hubspot", hasDealsView: true });
const deals = latest(files.object("deal"), "deal_id");
describe("a simulated company in HubSpot", () => {
  it("has the same bytes for the same seed", () => {
    const again = simulateFiles({ layout: "hubspot", hasDealsView: true });
    expect(again.paths).toEqual(files.paths);
    expect(again.paths.every((path) => again.text(path) === files.text(path))).toBe(true);
  });

  it("has every table in its first drop and nothing of Salesforce", () => {
    const first = files.paths.filter((path) => path.startsWith("exports/hubspot/2024-02-29/"));
    expect(first).toHaveLength(24);
    expect(files.paths.filter((path) => path.includes("salesforce"))).toEqual([]);
    expect(files.text("company.yaml")).not.toMatch(/salesforce|__c/i);
  });

  it("replays from deltas to the state of the last full drop", () => {
    const full = simulateFiles({ layout: "hubspot", drops: "full" });
    for (const [table, id] of [
      ["deal", "deal_id"],
      ["company", "id"],
      ["contact", "id"],
      ["owner", "owner_id"],
      ["line_item", "id"],
      ["engagement_call", "engagement_id"],
    ] as const) {
      const replayed = latest(files.object(table), id);
      const last = full.rows(`exports/hubspot/2026-07-03/${table}.csv`);
      expect(latest(last, id).size).toBe(replayed.size);
      for (const row of last) {
        const { drop, property_notes_last_updated, ...state } = row;
        expect(replayed.get(row[id] ?? "")).toMatchObject(state);
      }
    }
  });

  it("gives each engagement one row of its type", () => {
    const kinds = ["call", "email", "meeting", "task", "note"];
    const own = kinds.flatMap((kind) => files.object(`engagement_${kind}`));
    expect(new Set(own.map((row) => row.engagement_id)).size).toBe(own.length);
    expect(own.length).toBe(files.object("engagement").length);
  });

  it("puts nothing into a drop that happened after its day", () => {
    // a close date and a task's due date may lie ahead; 2050 is the connector's open end
    const ahead = /^(property_closedate|_fivetran_end)$/;
    const tables = [
      ...new Set(files.paths.flatMap((path) => /hubspot\/.*\/(\w+)\.csv/.exec(path)?.[1] ?? [])),
    ];
    for (const table of tables) {
      const late = files
        .object(table)
        .flatMap(({ drop = "", ...row }) =>
          Object.entries(row).filter(
            ([column, value]) =>
              /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(value) &&
              value.slice(0, 10) > drop &&
              !ahead.test(column) &&
              !(table === "engagement_task" && column === "property_hs_timestamp") &&
              !(
                table === "deal_property_history" &&
                row.name === "closedate" &&
                column === "value"
              ),
          ),
        );
      expect([table, late]).toEqual([table, []]);
    }
  });

  it("replays each deal's property history to the deal's own state", () => {
    const histories = groupBy(files.object("deal_property_history"), "deal_id");
    expect(histories.size).toBe(deals.size);
    for (const [id, deal] of deals) {
      const rows = histories.get(id) ?? [];
      const stamps = rows.map(({ timestamp = "" }) => timestamp);
      expect(stamps).toEqual([...stamps].sort());
      const state: Row = Object.fromEntries(rows.map(({ name = "", value = "" }) => [name, value]));
      expect({ amount: "", hs_next_step: "", ...state }).toEqual({
        dealstage: deal.deal_pipeline_stage_id,
        amount: deal.property_amount,
        closedate: deal.property_closedate,
        hubspot_owner_id: deal.owner_id,
        hs_manual_forecast_category: deal.property_hs_manual_forecast_category,
        hs_deal_stage_probability: deal.property_hs_deal_stage_probability,
        hs_next_step: deal.property_hs_next_step,
      });
    }
  });

  it("puts stages end to end, the last one open", () => {
    const stays = groupBy(
      latest(
        files
          .object("deal_stage")
          .map((row) => ({ ...row, key: `${row.deal_id} ${row._fivetran_start}` })),
        "key",
      ).values(),
      "deal_id",
    );
    expect(stays.size).toBe(deals.size);
    const millisecond = (stamp = "") => Date.parse(`${stamp.replace(" ", "T")}Z`);
    for (const [id, rows] of stays) {
      expect(rows.map((row) => row._fivetran_active === "TRUE")).toEqual(
        rows.map((_, index) => index === rows.length - 1),
      );
      rows.slice(1).forEach((row, index) => {
        expect(millisecond(row._fivetran_start)).toBe(millisecond(rows[index]?._fivetran_end) + 1);
      });
      expect(rows.at(-1)?.value).toBe(deals.get(id)?.deal_pipeline_stage_id);
    }
  });

  it("sums line items to the amount", () => {
    const items = latest(files.object("line_item"), "id");
    const lines = groupBy(files.object("line_item_deal"), "deal_id");
    expect(lines.size).toBeGreaterThan(100);
    const cents = (text = "") => Math.round(Number(text) * 100);
    for (const [id, links] of lines) {
      const amounts = links.map(({ line_item_id = "" }) => items.get(line_item_id));
      const sum = amounts.reduce((total, item) => total + cents(item?.property_amount), 0);
      expect(sum).toBe(cents(deals.get(id)?.property_amount));
      for (const item of amounts) {
        const unit = cents(item?.property_price) - cents(item?.property_discount);
        expect(unit * Number(item?.property_quantity)).toBe(cents(item?.property_amount));
      }
    }
  });

  it("gives everybody on a team one primary team, the last they joined", () => {
    const memberships = files
      .object("owner_team")
      .map((row) => ({ ...row, key: `${row.owner_id} ${row.team_id}` }));
    const primary = [...latest(memberships, "key").values()].filter(
      ({ is_team_primary }) => is_team_primary === "true",
    );
    const teams = latest(files.object("team"), "id");
    const roster = new Map(
      files.rows("people/roster.csv").map(({ crm_user_id, team }) => [crm_user_id, team]),
    );
    const named = primary.map(({ owner_id, team_id = "" }) => [owner_id, teams.get(team_id)?.name]);
    expect(named.length).toBeGreaterThan(10);
    expect(new Map(named as [string, string][])).toEqual(
      new Map([...roster].filter(([, team]) => team !== "")),
    );
  });
});
