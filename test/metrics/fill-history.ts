import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Activity, Lead, TestCompany, Version } from "./company.ts";

/** Of a version, by its stage; any other is open. */
const statuses: Readonly<Record<string, string>> = {
  Won: "won",
  Lost: "lost",
  Deleted: "deleted",
};

const openEnded = "9999-12-31T00:00:00";

/** Fills what happened to deals, and leads and activities. */
export async function fillHistory(warehouse: Warehouse, company: TestCompany): Promise<void> {
  const {
    deals,
    versions = [],
    stages = ["A", "B", "C", "D"],
    leads = [],
    activities = [],
  } = company;
  const closing = [
    { stage: "Won", status: "won" },
    { stage: "Lost", status: "lost" },
  ];
  const open = stages.map((stage) => ({ stage, status: "open" }));
  const staged = [...open, ...closing].map((row, at) => ({
    ...row,
    source: "crm",
    position: at + 1,
  }));
  await warehouse.append("stage", staged);
  const repOf = new Map(deals.map(({ id, rep }) => [id, rep]));
  await warehouse.append(
    "opportunity_version",
    versions.map((version, index) => ({
      ...versionRow(version, index, versions),
      rep_id: version.rep ?? repOf.get(version.deal) ?? "unassigned",
    })),
  );
  await warehouse.append("lead", leads.map(leadRow));
  const logged = activities.map(activityRow);
  await warehouse.append("activity", logged);
  const links = logged.filter(({ opportunity_id }) => opportunity_id !== null);
  await warehouse.append("activity_link", links);
}

function versionRow(version: Version, index: number, all: readonly Version[]) {
  const { deal, on, stage, closes = null, amount = null, category = null } = version;
  const later = all.filter((other) => other.deal === deal && other.on > on);
  const next = later.map((other) => other.on).toSorted()[0];
  return {
    source: "crm",
    opportunity_id: deal,
    version: all.slice(0, index + 1).filter((other) => other.deal === deal).length,
    valid_from: `${on}T09:00:00`,
    valid_to: next === undefined ? openEnded : `${next}T09:00:00`,
    basis: stage === null ? "inferred" : "history",
    stage,
    status: statuses[stage ?? ""] ?? "open",
    amount_cents: amount,
    bookings_cents: amount,
    close_date: closes,
    forecast_category: category,
  };
}

const leadRow = ({ id, rep, from, campaign, created, converted, deal }: Lead) => ({
  lead_id: id,
  rep_id: rep ?? null,
  lead_source: from ?? null,
  campaign_id: campaign ?? null,
  created_date: created,
  converted_date: converted ?? null,
  opportunity_id: deal ?? null,
  is_converted: converted !== undefined,
});

const activityRow = ([kind, on, rep, deal]: Activity, index: number) => ({
  source: "crm",
  activity_id: `a${index}`,
  kind,
  rep_id: rep ?? "unassigned",
  opportunity_id: deal ?? null,
  activity_date: on,
});
