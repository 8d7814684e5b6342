import type { PlainDate } from "../../src/calendar.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { readLevels } from "./levels.ts";
import type { PayInputs } from "./rows.ts";

/** The tables that pay is settled from, made by the stage. */
export const payMarts = [
  "rep_pay",
  "commission_deal",
  "commission_payment",
  "commission_refund",
  "commission_share",
  "commission_overlay",
  "commission_quota",
] as const;

/** What the tables of pay are made from, for their lineage. */
export const payReads = [
  ...payMarts,
  "territory_account",
  "rep_assignment",
  "rep_stint",
  "known_person",
  "known_place",
  "product",
  "currency_rate",
  "kpi",
] as const;

/** All that pay is settled from, every list in one order. */
export const readPayInputs = async (
  workspace: Workspace,
  asOf: PlainDate,
  warehouse: Warehouse,
): Promise<PayInputs> => ({
  levels: await readLevels(workspace, asOf, warehouse),
  ...(await readDealInputs(warehouse)),
});

/** What pay of deals is settled from, every list in one order. */
export const readDealInputs = async (warehouse: Warehouse): Promise<Omit<PayInputs, "levels">> => ({
  deals: await warehouse.table("commission_deal", ["close_date", "opportunity_id", "line_id"]),
  payments: await warehouse.table("commission_payment", ["opportunity_id", "paid_on"]),
  refunds: await warehouse.table("commission_refund", ["issued_on", "refund_id"]),
  shares: await warehouse.table("commission_share", [
    "opportunity_id",
    "rep_id",
    "person_id",
    "role",
  ]),
  overlays: await warehouse.table("commission_overlay", ["opportunity_id", "rep_id"]),
  territories: await warehouse.table("territory_account", ["account_id"]),
  assignments: await warehouse.table("rep_assignment", ["rep_id", "valid_from"]),
  people: await warehouse.table("known_person", ["person_id"]),
  places: await warehouse.table("known_place", ["role", "team_id"]),
  products: await warehouse.table("product", ["product_id"]),
  stints: await warehouse.table("rep_stint", ["rep_id", "stint"]),
  pay: await warehouse.table("rep_pay", ["rep_id", "valid_from"]),
  rates: await warehouse.table("currency_rate", ["currency", "valid_from"]),
  quotas: await warehouse.table("commission_quota", [
    "entity_type",
    "entity_id",
    "measure",
    "period",
    "period_start",
  ]),
});
