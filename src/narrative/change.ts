import { formatDate, formatMoney } from "../format.ts";
import { type Currency, formatAmount, listWords } from "./answer.ts";

/** What changed a pipeline between two dates, in whole minor units. */
export interface PipelineChange {
  readonly from: string;
  readonly opening_cents: number;
  readonly closing_cents: number;
  /** What of the closing is past its close date; null where nothing is, or it isn't known. */
  readonly overdue_cents: number | null;
  /** Signed, by the terms of the waterfall. */
  readonly bars: readonly { readonly bar: string; readonly cents: number }[];
}

/** How the terms of a waterfall read: their name, what they say of an amount, and what they mean. */
export const worded: Readonly<
  Record<string, { readonly label: string; readonly verb: string; readonly meaning: string }>
> = {
  opening: {
    label: "Opening",
    verb: "",
    meaning: "Open and dated in the period at the end of the first day.",
  },
  told_late: {
    label: "Exported later",
    verb: "was exported later",
    meaning:
      "By how much what exports since have told of the first day differs from what those up to it had.",
  },
  created: {
    label: "Created",
    verb: "was created",
    meaning: "New between the two days, at their latest amount.",
  },
  pulled_in: {
    label: "Pulled in",
    verb: "was pulled in",
    meaning:
      "Open before and dated elsewhere, now dated or won in the period, at the amount it had.",
  },
  reopened: {
    label: "Reopened",
    verb: "was reopened",
    meaning: "Closed or deleted before, open again or closed otherwise.",
  },
  transferred_in: {
    label: "Transferred in",
    verb: "was transferred in",
    meaning: "Taken over from others, at the opening amount.",
  },
  increased: {
    label: "Increased",
    verb: "was added to amounts",
    meaning: "Amounts that grew or were filled in.",
  },
  decreased: {
    label: "Decreased",
    verb: "was taken off amounts",
    meaning: "Amounts that shrank or were emptied.",
  },
  transferred_out: {
    label: "Transferred out",
    verb: "was transferred out",
    meaning: "Handed to others, at the opening amount.",
  },
  pushed_out: {
    label: "Pushed out",
    verb: "was pushed out",
    meaning: "Dated out of the period, or won on a date outside of it, at the opening amount.",
  },
  removed: { label: "Removed", verb: "was removed", meaning: "Deleted in the CRM." },
  lost: {
    label: "Lost",
    verb: "was lost",
    meaning: "Lost, at the amount the deal had last; not what was dated elsewhere.",
  },
  won: {
    label: "Won",
    verb: "was won",
    meaning:
      "Won in the period, at the amount that was booked, also of deals that came in between.",
  },
  currency: {
    label: "Currency",
    verb: "came from exchange rates",
    meaning: "What exchange rates alone changed of opening amounts.",
  },
  closing: {
    label: "Closing",
    verb: "",
    meaning: "Open and dated in the period at the end of the last day.",
  },
};

/** Terms that a sentence names of each direction. */
const named = 3;

/** How a pipeline got from its opening to its closing, by its largest terms. */
export function changeSentence(change: PipelineChange, money: Currency): string {
  const { from, opening_cents, closing_cents, overdue_cents, bars } = change;
  const read = (cents: number) => formatMoney(cents, money.currency_digits);
  const overdue = overdue_cents === null ? "" : ` with the ${read(overdue_cents)} of overdue deals`;
  const ends = `At the end of ${formatDate(from)} the quarter’s pipeline was ${formatAmount(opening_cents, money)}, now it is ${read(closing_cents)}${overdue}`;
  const part = (sign: 1 | -1) =>
    bars
      .filter(({ cents }) => cents * sign > 0)
      .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.bar < b.bar ? -1 : 1))
      .slice(0, named)
      .map(({ bar, cents }) => `${read(Math.abs(cents))} ${worded[bar]?.verb ?? bar}`);
  const moved = [listWords(part(1)), listWords(part(-1))].filter((text) => text !== "");
  return moved.length === 0 ? `${ends}; nothing changed.` : `${ends}: ${moved.join("; ")}.`;
}
