import { expect, it } from "vitest";
import { latest, simulateFiles } from "../company.ts";

const files = simulateFiles({ layout: "hubspot", hasDealsView: true });
const path = "exports/hubspot_view/2026-07-03/hubspot-crm-exports-all-deals-2026-07-03.csv";
const view = latest(files.rows(path), "Record ID");
const deals = [...latest(files.object("deal"), "deal_id").values()];

it("a view holds the deals of the tables but the deleted, in their last state", () => {
  const kept = deals.filter(({ is_deleted }) => is_deleted === "false");
  expect([...view.keys()].sort()).toEqual(kept.map(({ deal_id = "" }) => deal_id).sort());
  const labels = latest(files.object("deal_pipeline_stage"), "stage_id");
  for (const deal of kept) {
    const row = view.get(deal.deal_id ?? "");
    expect(row?.["Deal Name"]).toBe(deal.property_dealname);
    expect(row?.Amount).toBe(deal.property_amount);
    expect(row?.["Deal Stage"]).toBe(labels.get(deal.deal_pipeline_stage_id ?? "")?.label);
    expect(row?.["Is Closed Won"]).toBe(
      deal.property_hs_is_closed_won === "true" ? "True" : "False",
    );
  }
});

it("a view keeps the blank at the end of a stage's label", () => {
  const stages = new Set([...view.values()].map((row) => row["Deal Stage"]));
  expect(stages).toContain("Negotiation/Review ");
});

it("a view's times in the stages add up to the deal's age", () => {
  const seconds = (text: string) => {
    const [hours = 0, minutes = 0, rest = 0] = text.split(":").map(Number);
    return (hours * 60 + minutes) * 60 + rest;
  };
  const exported = Date.UTC(2026, 6, 3, 23, 59, 59) / 1000;
  const created = latest(files.object("deal"), "deal_id");
  for (const [id, row] of view) {
    const stays = Object.entries(row).filter(([name]) => name.startsWith("Cumulative time in"));
    const total = stays.reduce((sum, [, text]) => sum + (text === "" ? 0 : seconds(text)), 0);
    const { property_createdate = "" } = created.get(id) ?? {};
    expect(total).toBe(exported - Date.parse(`${property_createdate.replace(" ", "T")}Z`) / 1000);
  }
});
