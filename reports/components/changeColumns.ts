import type { ChangedDeal } from "./changedDeals.js";
import type { CauseRow } from "./changeRows.js";
import type { ChangeWords } from "./changeTitles.js";
import { type Column, count, date, exportRow, money, prose, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";

/** Causes of a changed forecast, with what each means. */
export const causeColumns = (
  words: ChangeWords,
  { currency_digits }: Money,
): Column<CauseRow>[] => [
  text("Cause", ({ cause }) => words[cause]?.label ?? cause),
  money("Part", (row) => row.cents, currency_digits),
  count("Deals", ({ count_deals }) => (count_deals === 0 ? null : count_deals)),
  prose("What it is", ({ cause }) => words[cause]?.meaning),
];

/** The deals behind a cause, as they are now. */
export const changedDealColumns = ({ currency_digits }: Money): Column<ChangedDeal>[] => [
  text("Deal", (deal) => deal.name ?? deal.opportunity_id),
  money("Part", (deal) => deal.cents, currency_digits),
  money("Amount", (deal) => deal.bookings_cents, currency_digits),
  text("Account", (deal) => deal.account),
  text<ChangedDeal>("Owner", (deal) => deal.owner, ownerLink),
  text("Stage now", (deal) => deal.stage),
  date("Closes or closed", (deal) => deal.close_date),
  exportRow(),
];

const ownerLink = ({ rep_id }: ChangedDeal) =>
  rep_id === "unassigned" ? undefined : repAddress(rep_id);
