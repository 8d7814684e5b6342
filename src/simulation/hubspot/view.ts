import type { PlainDate } from "../../calendar.ts";
import { field, moneyText } from "../csv.ts";
import { type Instant, secondsPerDay, utcDay } from "../days.ts";
import { nameOf } from "../dealnames.ts";
import type { Market } from "../market.ts";
import { at } from "../random.ts";
import { isClosed, isLost, type Version } from "../record.ts";
import { recurringOf } from "../recurring.ts";
import type { LineWriter, Sink } from "../sink.ts";
import type { Story } from "../story.ts";
import { stagePercents, wonStage } from "../words/deals.ts";
import { amountText } from "./deal.ts";
import { hubspotIds } from "./ids.ts";
import { closeInstant, durationText, viewText } from "./moments.ts";
import { viewHeader } from "./viewheader.ts";
import { categoryLabels, dealTypes, pipelineLabel, stageLabels, trafficSources } from "./words.ts";

export interface View {
  readonly write: LineWriter;
  readonly market: Market;
}

/** Opens the file that exporting the view "All deals" on a day gives. */
export function openView(sink: Sink, date: PlainDate, market: Market): View {
  const path = `exports/hubspot_view/${date}/hubspot-crm-exports-all-deals-${date}.csv`;
  return { write: sink.table(path, viewHeader.join()), market };
}

/** Views are exported in the evening of the as-of date, and show no deleted deals. */
const exportedAt = ({ asOf }: Market): Instant => (asOf + 1) * secondsPerDay - 1;

/** Writes a deal as the view shows it, with what HubSpot derives; the view names no currency. */
export function writeViewRow({ write, market }: View, story: Story, companyName: string): void {
  const known = story.versions.filter(({ time }) => time <= exportedAt(market));
  const version = known[known.length - 1];
  if (!version || version.isDeleted) return;
  const { amount, stage } = version;
  const created = at(known, 0).time;
  const close = closeInstant(version.close, story.deal.number);
  const home = homeAmount(story, version, market);
  write(
    [
      hubspotIds.deal(story.deal.number),
      field(nameOf(story.deal)),
      at(stageLabels, stage),
      pipelineLabel,
      amountText(amount),
      amountText(home),
      viewText(close),
      viewText(created),
      viewText(version.time),
      lastActivity(story, market),
      ownerName(story, version),
      dealTypes[story.deal.kind][1],
      rate(stage),
      at(categoryLabels, version.category),
      weighted(amount, stage),
      rate(stage),
      weighted(amount, stage),
      weighted(home, stage),
      flags(version),
      Math.max(0, Math.floor((close - created) / secondsPerDay)),
      "",
      trafficSources[story.deal.leadSource],
      field(companyName),
      field(companyName),
      recurringCells(story, amount),
      `,,${story.deal.termMonths}`,
      stageDurations(known, exportedAt(market)),
    ].join(),
  );
}

const ownerName = ({ dirt }: Story, { owner }: Version) =>
  dirt === "unknown_owner" ? "" : field(`${owner.firstName} ${owner.lastName}`);

const rate = (stage: number) => at(stagePercents, stage) / 100;

const weighted = (amount: number | undefined, stage: number) =>
  amount === undefined ? "" : moneyText(Math.round((amount * at(stagePercents, stage)) / 100));

/** Cents of the company's currency, at the rate of the close date or, while open, of the as-of. */
function homeAmount({ deal }: Story, version: Version, market: Market) {
  const { amount, close } = version;
  if (amount === undefined || deal.account.country.currency === "USD") return amount;
  return Math.round(amount / market.euros(isClosed(version) ? close : market.asOf));
}

function flags(version: Version): string {
  const isOver = isClosed(version);
  return [
    word(version.stage === wonStage),
    word(isLost(version)),
    word(isOver),
    isOver ? 1 : 0,
    isOver ? 0 : 1,
  ].join();
}

const word = (value: boolean) => (value ? "True" : "False");

/** Annual contract value, annual and monthly recurring revenue, total contract value. */
function recurringCells(story: Story, amount: number | undefined): string {
  const recurring = recurringOf(story, amount);
  const monthly = recurring === undefined ? undefined : Math.round(recurring / 12);
  return [recurring, recurring, monthly, amount].map(amountText).join();
}

function lastActivity({ activities }: Story, market: Market): string {
  const known = activities.filter(({ time }) => utcDay(time) <= market.asOf);
  const last = known[known.length - 1];
  return last ? viewText(last.time) : "";
}

/** Time in each stage, all stays together; blank for a stage that was never entered. */
function stageDurations(versions: readonly Version[], until: Instant): string {
  const seconds: (number | undefined)[] = stageLabels.map(() => undefined);
  versions.forEach(({ stage, time }, index) => {
    const left = versions[index + 1]?.time ?? until;
    const before = seconds[stage];
    seconds[stage] = left - time + (before === undefined ? 0 : before);
  });
  return seconds.map((value) => (value === undefined ? "" : durationText(value))).join();
}
