import { formatPlural, formatRate } from "../format.ts";

/** What a deal was like from a day on; null where it wasn't told. */
export interface DealState {
  readonly status: string;
  readonly stage: string | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
  readonly owner: string | null;
}

/** What changed from one state to the next, in words; empty where nothing did that a reader sees. */
export function changeWords(before: DealState | undefined, now: DealState): string {
  if (before === undefined) return "first told";
  return [
    before.status === now.status ? "" : (statuses[now.status] ?? now.status),
    before.stage === now.stage ? "" : stageWords(before.stage, now.stage),
    amountWords(before.bookings_cents, now.bookings_cents),
    dateWords(before.close_date, now.close_date),
    before.owner === now.owner ? "" : `owner was ${before.owner ?? "unknown"}`,
  ]
    .filter((words) => words !== "")
    .join("; ");
}

const statuses: Readonly<Record<string, string>> = { open: "reopened" };

const stageWords = (before: string | null, now: string | null) =>
  `stage ${before ?? "unknown"} → ${now ?? "unknown"}`;

function amountWords(before: number | null, now: number | null): string {
  if (before === now) return "";
  if (now === null) return "amount taken out";
  if (before === null || before <= 0) return "amount given";
  const change = now / before - 1;
  return `amount ${change < 0 ? "cut" : "raised"} by ${formatRate(Math.abs(change))}`;
}

function dateWords(before: string | null, now: string | null): string {
  if (before === now) return "";
  if (now === null) return "close date taken out";
  if (before === null) return "close date given";
  const days = Math.round((Date.parse(now) - Date.parse(before)) / 86_400_000);
  return `${days > 0 ? "pushed" : "pulled in"} by ${formatPlural(Math.abs(days), "day")}`;
}
