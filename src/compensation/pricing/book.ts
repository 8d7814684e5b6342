import type { Period, PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import type { PayLine } from "../line.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { mark, type Run } from "./run.ts";

/** What a line says beside whose it is and of which credit. */
type Said = Pick<PayLine, "cause" | "amountCents"> &
  Partial<Pick<PayLine, "creditCents" | "baseCents" | "tier" | "rate">>;

/** Where the lines of a component go, and what is left of its budget. */
export interface Book {
  readonly component: ComponentTerms;
  add(run: Run, credit: Credit, line: Said): void;
  /** Tells what a credit's lines and its part of others come to, at the credit that brings it about, and
   * what is credited by that. */
  attribute(run: Run, credit: Credit, cents: number, at: Credit, creditCents: number): void;
  /** Takes minor units off the budget; what exceeds it. */
  spend(cents: number): number;
  /** Gives the budget what is taken back; of pay under zero, takes it off again, be there too little left. */
  giveBack(cents: number): void;
}

/** What a book is opened with. */
export interface BookInput {
  readonly component: ComponentTerms;
  readonly payPeriodOf: (date: PlainDate) => Period;
  readonly monthEndOf: (date: PlainDate) => PlainDate;
  /** Told what each credit comes to, where that matters later. */
  readonly attribute?: Book["attribute"];
}

/** A book whose lines are kept, and with them how runs stand at the end of each month. */
export function openBook(input: BookInput, lines: PayLine[]): Book {
  const { component, payPeriodOf, monthEndOf, attribute = () => undefined } = input;
  const budget = component.budget?.use === "first_come" ? component.budget.cents : null;
  let spent = 0;
  return {
    component,
    add: (run, credit, line) => {
      lines.push({
        repId: run.holder,
        component: component.name,
        date: credit.date,
        payPeriod: payPeriodOf(credit.date),
        creditId: credit.creditId,
        opportunityId: credit.opportunityId,
        creditCents: 0,
        baseCents: 0,
        tier: null,
        rate: null,
        lateOf: null,
        ...line,
      });
      mark(run, monthEndOf(credit.date));
    },
    attribute,
    spend: (cents) => {
      if (budget === null) return 0;
      const over = Math.max(0, cents - Math.max(0, budget - spent));
      spent += cents - over;
      return over;
    },
    giveBack: (cents) => {
      spent -= cents;
    },
  };
}

/** A book for figures that are tried out: nothing of them is kept. */
export const scratchBook = (component: ComponentTerms): Book => ({
  component,
  add: () => undefined,
  attribute: () => undefined,
  spend: () => 0,
  giveBack: () => undefined,
});
