import { formatMoney } from "../format.ts";

/** What a page says before any picture: one sentence with its numbers, and the headline figures. */
export interface Answer {
  /** Answers the page's question with computed numbers and their range. */
  readonly sentence: string;
  /** What qualifies or extends the answer; may be empty. */
  readonly details: readonly string[];
  readonly figures: readonly Figure[];
  /** How the main numbers are made, a paragraph each, under "How this was computed". */
  readonly method?: readonly string[];
  /** A remark that the page places itself. */
  readonly aside?: string;
}

/** The money that a page's amounts are in. */
export interface Currency {
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of its major unit. */
  readonly currency_digits: number;
}

/** `USD 7.9 M`: how the first amount of a sentence reads; those after it go without the currency. */
export function formatAmount(cents: number, { currency, currency_digits }: Currency): string {
  return `${currency} ${formatMoney(cents, currency_digits)}`;
}

/** A headline figure: its name, its value in a reader's format, and what to hold it against. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** A forecast of money with its 80 % range, whole minor units. */
export interface MoneyRange {
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
}

/** A ratio with the counts it was made of; `value` is null when there is nothing to divide by. */
export interface CountedRate {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

/** Words joined as a reader lists them: `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
