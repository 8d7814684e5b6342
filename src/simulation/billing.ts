import { allocate } from "../money.ts";
import type { Account } from "./accounts.ts";
import { daysOf } from "./contracts.ts";
import type { CrmIds } from "./crm.ts";
import { moneyText } from "./csv.ts";
import { type Day, dateText, nextWorkday } from "./days.ts";
import type { Deal } from "./deal.ts";
import { linesTotal, recurringTotal } from "./lines.ts";
import { chance, createRandom, exponential, integer, type Random, uniform } from "./random.ts";
import type { LineWriter, Sink } from "./sink.ts";
import type { Story } from "./story.ts";

const invoiceHeader = "invoice_id,account_id,opportunity_id,issued_on,due_on,amount,currency,kind";
const paymentHeader = "payment_id,invoice_id,paid_on,amount,currency";
const subscriptionHeader =
  "subscription_id,account_id,opportunity_id,start,end,monthly_amount,currency";

export interface Ledger {
  readonly invoice: LineWriter;
  readonly payment: LineWriter;
  readonly subscription: LineWriter;
  readonly ids: CrmIds;
  readonly numbers: { invoice: number; payment: number; subscription: number };
}

/** The three files of the finance system, as known on the as-of date. */
export function openLedger(sink: Sink, ids: CrmIds): Ledger {
  return {
    ids,
    invoice: sink.table("finance/invoices.csv", invoiceHeader),
    payment: sink.table("finance/payments.csv", paymentHeader),
    subscription: sink.table("finance/subscriptions.csv", subscriptionHeader),
    numbers: { invoice: 0, payment: 0, subscription: 0 },
  };
}

/** A subscription's first and last day. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** Writes a won deal's subscription, yearly invoices in advance, and what is paid of them. */
export function billDeal(ledger: Ledger, story: Story, span: Span, seed: number, asOf: Day): void {
  const { deal, path, quote } = story;
  if (!path.isWon || path.closed > asOf) return;
  const random = createRandom(seed, "billing", deal.number);
  const monthly = Math.round(recurringTotal(quote.settled, deal.termMonths) / 12);
  writeSubscription(ledger, deal.account, deal, { ...span, monthly });
  const total = linesTotal(quote.settled);
  const parts = allocate(total, Array(Math.ceil(deal.termMonths / 12)).fill(1));
  for (const [year, cents] of parts.entries()) {
    const issued = nextWorkday(
      Math.max(span.start, path.closed) + daysOf(12 * year) + integer(random, 0, 4),
    );
    if (issued <= asOf) writeInvoice(ledger, { story, random, issued, cents, asOf });
  }
}

interface Subscription extends Span {
  /** Cents of the account's currency. */
  readonly monthly: number;
}

/** @param deal undefined for what was sold before the CRM began */
export function writeSubscription(
  { subscription, ids, numbers }: Ledger,
  account: Account,
  deal: Deal | undefined,
  { start, end, monthly }: Subscription,
): void {
  subscription(
    [
      `SUB-${20_001 + numbers.subscription++}`,
      ids.account(account, deal),
      deal ? ids.opportunity(deal) : "",
      dateText(start),
      dateText(end),
      moneyText(monthly),
      account.country.currency,
    ].join(),
  );
}

interface Invoice {
  readonly story: Story;
  readonly random: Random;
  readonly issued: Day;
  readonly cents: number;
  readonly asOf: Day;
}

function writeInvoice(ledger: Ledger, invoice: Invoice): void {
  const { story, random, issued, cents, asOf } = invoice;
  const { deal } = story;
  const { account } = deal;
  const due = issued + (account.segment === 0 ? 45 : 30);
  const row = (on: Day, amount: number, kind: string) => {
    const number = `INV-${100_001 + ledger.numbers.invoice++}`;
    ledger.invoice(
      [
        number,
        ledger.ids.account(account, deal),
        ledger.ids.opportunity(deal),
        dateText(on),
        dateText(due),
        moneyText(amount),
        account.country.currency,
        kind,
      ].join(),
    );
    return number;
  };
  const number = row(issued, cents, "invoice");
  const credited = chance(random, 0.015) ? Math.round(cents * uniform(random, 0.1, 1)) : 0;
  const creditedOn = nextWorkday(issued + integer(random, 10, 60));
  if (credited > 0 && creditedOn <= asOf) row(creditedOn, -credited, "credit_note");
  pay(ledger, invoice, number, due, cents - credited);
}

/** Most customers pay on time, some late, a few in parts or never. */
function pay(
  ledger: Ledger,
  { story, random, issued, asOf }: Invoice,
  number: string,
  due: Day,
  cents: number,
) {
  if (cents <= 0 || chance(random, 0.02)) return;
  const isSlow = story.deal.account.index % 6 === 1;
  const isLate = chance(random, isSlow ? 0.65 : 0.12);
  const paid = isLate
    ? due + 2 + Math.round(exponential(random, 22))
    : Math.max(issued + 3, due - integer(random, 0, 16));
  const first = chance(random, 0.025) ? Math.round(cents / 2) : cents;
  const write = (on: Day, amount: number) => {
    if (nextWorkday(on) > asOf) return;
    const id = `PAY-${500_001 + ledger.numbers.payment++}`;
    const { currency } = story.deal.account.country;
    ledger.payment([id, number, dateText(nextWorkday(on)), moneyText(amount), currency].join());
  };
  write(paid, first);
  if (first < cents) write(paid + integer(random, 20, 60), cents - first);
}
