import type { PlanTerms } from "../../plan/terms.ts";
import type { Measured } from "../credit.ts";
import { isAllowed, type Share, splitCents, sumOf } from "../split.ts";
import type { CreditRow, Wrong } from "./credit-row.ts";

/** A row with what of its deal is the person's. */
export interface Shared {
  readonly row: CreditRow;
  readonly amountCents: number;
  readonly creditCents: number;
  readonly margin: Measured | null;
  readonly quantity: Measured | null;
}

/** Rows that share one deal; a row without a share, or of who is credited beside the sale, is one by itself. */
export function dealOf(row: CreditRow): string {
  if (!isShared(row)) return `row ${row.line}`;
  const { opportunityId, lineId, date, dealCents, product, type, reverses } = row;
  return JSON.stringify([opportunityId, lineId, date, dealCents, product, type, reverses]);
}

/** Whether a row is a share of a sale. */
export const isShared = (row: CreditRow): boolean =>
  (row.split !== null || row.paySplit !== null) && !isBeside(row);

const isBeside = ({ role }: CreditRow) => role !== null && role !== "owner" && role !== "split";

/** Shares a deal among its rows, to the cent. */
export function shareDeal(rows: readonly CreditRow[], plan: PlanTerms, wrong: Wrong): Shared[] {
  const [first] = rows;
  if (first === undefined) return [];
  const isPart = first.split !== null || first.paySplit !== null;
  if (isPart && first.opportunityId === null) {
    wrong(first, "opportunity_id", "missing opportunity_id", "Name the deal that is shared.");
  }
  const shares = new Map(rows.map((row) => [shareOf(row), row]));
  if (!isBeside(first)) checkSum(first, [...shares.keys()], plan, wrong);
  const parts = (cents: number | null) => partsOf(cents, [...shares.keys()]);
  const [deal, margin, quantity] = [first.dealCents, first.marginCents, first.quantity].map(parts);
  return [...shares].map(([share, row]) => ({
    row,
    amountCents: deal?.get(share)?.amount ?? 0,
    creditCents: deal?.get(share)?.credit ?? 0,
    margin: margin?.get(share) ?? null,
    quantity: quantity?.get(share) ?? null,
  }));
}

/** Each person's part of a figure of a deal; undefined where it has no such figure. */
function partsOf(cents: number | null, shares: readonly Share[]): Map<Share, Measured> | undefined {
  if (cents === null) return undefined;
  const [pay, credit] = [splitCents(cents, shares, "pay"), splitCents(cents, shares, "credit")];
  const of = (share: Share) => ({ amount: pay.get(share) ?? 0, credit: credit.get(share) ?? 0 });
  return new Map(shares.map((share) => [share, of(share)]));
}

/** All of a deal is the person's where nothing else is said. */
function shareOf({ repId, split, paySplit }: CreditRow): Share {
  return { repId, credit: split ?? paySplit ?? 1, pay: paySplit ?? split ?? 1 };
}

function checkSum(row: CreditRow, shares: readonly Share[], plan: PlanTerms, wrong: Wrong): void {
  if (isAllowed(shares, plan.splitTotal)) return;
  const sums = (["credit", "pay"] as const).map((of) => sumOf(shares, of).mul(100).toString());
  const told = [...new Set(sums)].join(" % and ");
  const remedy =
    plan.splitTotal === "exact"
      ? "Let the shares of a deal sum to 1, or say split_total in the plan."
      : "Let the shares of a deal sum to 1 at most, or say split_total: any in the plan.";
  wrong(row, "split", `shares of ${row.opportunityId ?? "a deal"} sum to ${told} %`, remedy);
}
