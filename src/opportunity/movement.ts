import type { PlainDate } from "../calendar.ts";
import type { Holder } from "./holder.ts";
import type { Measure } from "./measure.ts";
import { type Ends, isClosed, isDated, isInPipeline, type Span, type Version } from "./state.ts";
import type { Change, Term } from "./term.ts";
import { valuesOf } from "./worth.ts";

/** How one opportunity changed the pipeline between two dates. */
export interface Movement {
  readonly opportunity_id: string;
  /** Null where the opportunity wasn't in the pipeline at the first date, its `cents` without an amount. */
  readonly opening: Place | null;
  /** The same as the drops up to the first date had told; with today's knowledge `opening` itself. */
  readonly told: Place | null;
  readonly closing: Place | null;
  /** Whom it counts for at the later date: every change but a transfer is theirs. */
  readonly holder: Holder;
  /** All changes but transfers and what was told late, which depend on whose pipeline is looked at. */
  readonly changes: readonly Change[];
}

/** An opportunity in the pipeline at one date. */
export interface Place {
  readonly holder: Holder;
  readonly cents: number | null;
}

/**
 * Splits one opportunity's change over the terms by its state at the two dates alone, so that
 * opening + changes = closing to the cent. In this order:
 *
 * 1. It enters, where it wasn't in the opening pipeline: **created** when it didn't exist, at its
 *    amount on the later date, since there is no earlier one; **reopened** when it was closed or
 *    deleted, at the amount it had; **pulled in** when it was open and dated elsewhere, at the
 *    value it had on the first date.
 * 2. **Pushed out**, when it is dated elsewhere or was won on a date elsewhere, it leaves at its
 *    opening value, and that is all. A move between periods takes the opening value along, as one
 *    between owners does, and what changes afterwards counts where it went: so periods sum to the
 *    whole, and what was pulled in and pushed out between them cancels.
 * 3. **Currency** is what rates alone changed of the value it had on the first date.
 * 4. The amount changes, at the later date's rate: **increased** or **decreased**. One that is
 *    filled in is an increase, one that is emptied a decrease.
 * 5. It leaves at its latest amount, where that is missing at the one it had: **won**, so that the
 *    bar is what was booked; **lost**, whatever date the loss has; **removed** when deleted.
 *
 * What was won, or came and was lost, between the two dates without being in the opening pipeline
 * carries both its entry and its exit. What was dated elsewhere and lost was never in this one.
 * A closed opportunity is valued at the rate of its close date, as everywhere.
 *
 * As known then, all of it is as the drops up to the later date tell; by how much the pipeline at
 * the first date differs from what the drops up to that date had told, was told late.
 *
 * @returns null for an opportunity that the pipeline never held
 */
export function movementOf({ told, before, after }: Ends, measure: Measure): Movement | null {
  if (after === undefined) return null;
  const { from, to, span, holderOf } = measure;
  const place = placeOf(before, from, measure);
  const known = told === before ? place : placeOf(told, from, measure);
  const stays = isInPipeline(after, span);
  const [holder, exit] = [holderOf(after, to), stays ? null : exitOf(after, span)];
  const movement = { opportunity_id: after.opportunity_id, told: known, opening: place, holder };
  if (!place && !stays && !passedThrough(before, after, span)) {
    // what is known by now to have been elsewhere was told late, and that is all
    return known && { ...movement, closing: null, changes: [] };
  }
  if (place && exit === "pushed_out") {
    return { ...movement, closing: null, changes: [{ term: exit, cents: negated(place.cents) }] };
  }
  const { entered, carried, start, last } = valuesOf(before, after, measure);
  const changes: Change[] = [
    ...(place ? [] : [{ term: entryOf(before), cents: entered }]),
    ...differing("currency", carried, start),
    ...amountChange(start, last),
    ...(exit ? [{ term: exit, cents: negated(last) }] : []),
  ];
  return { ...movement, closing: stays ? { holder, cents: last } : null, changes };
}

/** A version's place in the pipeline at the end of a day; null where it isn't in it. */
function placeOf(
  version: Version | undefined,
  on: PlainDate,
  { span, value, holderOf }: Measure,
): Place | null {
  if (version === undefined || !isInPipeline(version, span)) return null;
  return { holder: holderOf(version, on), cents: value(version, on) };
}

/** Whether it was won, came and was lost, or was closed otherwise than before, in the span. */
const passedThrough = (before: Version | undefined, after: Version, span: Span) =>
  isClosed(after) &&
  isDated(after, span) &&
  after.status !== before?.status &&
  !(after.status === "lost" && before?.status === "open");

function entryOf(before: Version | undefined): Term {
  if (before === undefined) return "created";
  return before.status === "open" ? "pulled_in" : "reopened";
}

function exitOf(after: Version, span: Span): Term {
  if (after.status === "deleted") return "removed";
  if (after.status === "lost") return "lost";
  return after.status === "won" && isDated(after, span) ? "won" : "pushed_out";
}

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
