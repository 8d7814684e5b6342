import type { PlainDate } from "../calendar.ts";
import type { Holder, HolderOf } from "./holder.ts";
import {
  dayOf,
  type Ends,
  isClosed,
  isDated,
  isInPipeline,
  type Span,
  type Version,
} from "./state.ts";
import type { Change, Term } from "./term.ts";
import type { Valuation } from "./valuation.ts";

/** How one opportunity changed the pipeline between two dates. */
export interface Movement {
  readonly opportunity_id: string;
  /** Null where the opportunity wasn't in the pipeline at the first date, its `cents` without an amount. */
  readonly opening: Place | null;
  readonly closing: Place | null;
  /** Whom it counts for at the later date: every change but a transfer is theirs. */
  readonly holder: Holder;
  /** All changes but transfers, which depend on whose pipeline is looked at. */
  readonly changes: readonly Change[];
}

/** An opportunity in the pipeline at one date. */
export interface Place {
  readonly holder: Holder;
  readonly cents: number | null;
}

/** What movements are measured with. */
export interface Measure {
  readonly from: PlainDate;
  /** Not before `from`. */
  readonly to: PlainDate;
  readonly span: Span;
  readonly value: Valuation;
  readonly holderOf: HolderOf;
}

/**
 * Splits one opportunity's change over the terms by its state at the two dates alone, so that
 * opening + changes = closing to the cent. In this order:
 *
 * 1. An opportunity that wasn't in the opening pipeline enters it. One that didn't exist is
 *    **created**, at its amount on the later date, since there is no earlier one. One dated
 *    elsewhere is **pulled in**, one closed or deleted **reopened**, at the amount it had.
 * 2. One that was in it is revalued: **currency** is what the opening amount changed by rates
 *    alone. Rates don't touch what enters, since it wasn't held over the time.
 * 3. The amount changes, at the later date's rate: **increased** or **decreased**. An amount
 *    that is filled in is an increase, one that is emptied a decrease.
 * 4. One that isn't in the closing pipeline leaves at its latest amount, so that **won** is what
 *    was booked; where that is missing, at the amount it had. **Removed** when deleted, **pushed
 *    out** when dated elsewhere, also when it closed after the span, otherwise **won** or **lost**.
 *
 * What was created, pulled in or reopened and closed within the span between the two dates is in
 * neither pipeline and carries both: it enters and leaves. What came and was deleted, or was
 * dated elsewhere at both ends, isn't shown. A closed opportunity is valued at the rate of its
 * close date, as everywhere, so its currency term runs to that day.
 *
 * @returns null for an opportunity that the pipeline never held
 */
export function movementOf([before, after]: Ends, measure: Measure): Movement | null {
  if (after === undefined) return null;
  const { from, to, span, value, holderOf } = measure;
  const opened = before !== undefined && isInPipeline(before, span) ? before : undefined;
  const stays = isInPipeline(after, span);
  if (!opened && !stays && !passedThrough(before, after, span)) return null;
  const holder = holderOf(after, to);
  const opening = opened && { holder: holderOf(opened, from), cents: value(opened, from) };
  const base = opened ?? entering(before, after, stays);
  const end = stays || after.amount_minor !== null ? after : base;
  const on = dayOf(after, to);
  const start = opening ? revalued(opening.cents, value(base, on)) : value(base, on);
  const last = value(end, on);
  const changes: Change[] = [
    ...(opening
      ? differing("currency", opening.cents, start)
      : [{ term: entryOf(before), cents: start }]),
    ...amountChange(start, last),
    ...(stays ? [] : [{ term: exitOf(after, span), cents: negated(last) }]),
  ];
  return {
    opportunity_id: after.opportunity_id,
    opening: opening ?? null,
    closing: stays ? { holder, cents: last } : null,
    holder,
    changes,
  };
}

/** Whether it came and was closed in the span between the dates, or was closed otherwise than before. */
const passedThrough = (before: Version | undefined, after: Version, span: Span) =>
  isClosed(after) && isDated(after, span) && after.status !== before?.status;

/** The state at whose amount an opportunity enters. */
function entering(before: Version | undefined, after: Version, stays: boolean): Version {
  const isKnown = before !== undefined && before.amount_minor !== null;
  // staying without an amount it adds nothing to the closing pipeline, so it enters with nothing
  return isKnown && !(stays && after.amount_minor === null) ? before : after;
}

function entryOf(before: Version | undefined): Term {
  if (before === undefined) return "created";
  return before.status === "open" ? "pulled_in" : "reopened";
}

function exitOf(after: Version, span: Span): Term {
  if (after.status === "deleted") return "removed";
  if (after.status === "open") return "pushed_out";
  const isLater = span !== null && after.close_date !== null && after.close_date > span.end;
  return isLater ? "pushed_out" : after.status;
}

/** An opening amount at the later rate; where a rate is missing it stays what it was. */
const revalued = (opening: number | null, later: number | null) =>
  opening === null || later === null ? opening : later;

function differing(term: Term, before: number | null, after: number | null): Change[] {
  // a missing amount adds nothing, and no rate changes it
  if (before === null || after === null || before === after) return [];
  return [{ term, cents: after - before }];
}

function amountChange(before: number | null, after: number | null): Change[] {
  // an amount filled in or emptied changes the pipeline by all of it
  const cents = (after === null ? 0 : after) - (before === null ? 0 : before);
  return cents === 0 ? [] : [{ term: cents > 0 ? "increased" : "decreased", cents }];
}

const negated = (cents: number | null) => (cents === null || cents === 0 ? cents : -cents);
