import { bringForward, type Forward, needOf } from "../src/forecast/need.js";
import { type NeedFacts, type NeedWords, needWords } from "../src/narrative/forecast-need.js";
import type { RangeRow } from "./forecastRows.js";
import { type ForwardDeal, type PartRow, partsOf } from "./needColumns.js";
import type { Money } from "./quarterChart.js";

interface Placed {
  readonly entity_type: string;
  readonly entity_id: string;
}

/** Open deals of an entity, and what they are expected to bring in this quarter and in the next. */
interface OpenRow extends Placed {
  readonly count_deals: number;
  readonly open_cents: number | null;
  readonly quarter_cents: number | null;
  readonly next_cents: number | null;
}

/** Deals of an entity that are won, with a close date to come, in this quarter and in the next. */
interface AheadRow extends Placed {
  readonly quarter_cents: number;
  readonly next_cents: number;
}

/** What was open as far into an earlier quarter, and won of it in that one and in the next. */
interface ShareRow extends Placed {
  readonly open_cents: number;
  readonly quarter_cents: number;
  /** Null where the quarter after isn't over. */
  readonly next_cents: number | null;
}

interface NeedData {
  readonly ahead: readonly AheadRow[];
  readonly open: readonly OpenRow[];
  readonly shares: readonly ShareRow[];
  readonly deals: readonly ForwardDeal[];
}

/** What would have to be true for a quarter's target, and what its forecast is made of. */
export interface ShownNeed {
  readonly words: NeedWords;
  readonly parts: readonly PartRow[];
  readonly forward: readonly ForwardDeal[];
}

/** @param range of the quarter in progress or the next one, with a target */
export function needFor(
  range: RangeRow,
  target_cents: number,
  data: NeedData,
  { currency_digits: digits }: Money,
): ShownNeed {
  const isOwn = (row: Placed) =>
    row.entity_type === range.entity_type && row.entity_id === range.entity_id;
  const isNow = range.is_current === 1;
  const brought = (row: Omit<ShareRow, keyof Placed | "open_cents">) =>
    isNow ? row.quarter_cents : row.next_cents;
  const row = data.open.find(isOwn);
  const open = row && openOf(row, isNow);
  const earlier = data.shares.filter(isOwn).flatMap((share) => {
    const won = brought(share);
    return won === null ? [] : [{ amount: share.open_cents, won }];
  });
  const booked = range.booked_cents ?? 0;
  const signed = data.ahead.find(isOwn);
  // an entity without such deals has no row
  const ahead = signed === undefined ? 0 : isNow ? signed.quarter_cents : signed.next_cents;
  const need = needOf(
    {
      target: target_cents,
      mean: range.mean_cents,
      booked,
      ahead,
      pipeline: range.pipeline_cents,
      open: open ?? null,
    },
    earlier,
  );
  const own = data.deals.filter((deal) => isOf(deal, range));
  const forward = isNow && need.gap > 0 ? bringForward(need.gap, own) : null;
  const facts: NeedFacts = {
    ...{ label: range.label, is_current: isNow, target_cents, booked_cents: booked },
    ...{ ...need, forward },
  };
  return {
    words: needWords(facts, digits),
    parts: partsOf(
      { range, target_cents, need, ahead, open: row && open ? { ...open, ...row } : null },
      digits,
    ),
    forward: shownDeals(forward),
  };
}

/** Where even all of them aren't enough, the list says no more than the words. */
const shownDeals = (forward: Forward<ForwardDeal> | null) =>
  forward?.isEnough ? forward.deals : [];

function openOf(row: OpenRow, isNow: boolean) {
  const expected = isNow ? row.quarter_cents : row.next_cents;
  return expected === null || row.open_cents === null
    ? undefined
    : { expected, amount: row.open_cents };
}

function isOf(deal: ForwardDeal, { entity_type, entity_id }: Placed): boolean {
  if (entity_type === "company") return true;
  const { rep_id: rep, team_id: team, region_id: region, segment } = deal;
  return new Map(Object.entries({ rep, team, region, segment })).get(entity_type) === entity_id;
}
