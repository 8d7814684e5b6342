import type { Earned } from "../adjust/paid.ts";
import { isDueAtOnce } from "../adjust/timing.ts";
import type { Credit } from "../credit/credit.ts";
import type { PayLine } from "../line.ts";
import { anybody, teamOn } from "../person.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import { priceComponent } from "../pricing/component.ts";
import type { Run } from "../pricing/run.ts";
import { requiredBasis } from "../target/required.ts";
import type { PayInput, PricedComponent } from "./input.ts";

/** Prices a component credit by credit, and keeps what each came to where that matters later. */
export function priceByCredit(
  { plan, credits, people, find, assigned, places }: PayInput,
  component: ComponentTerms,
): PricedComponent {
  const lines: PayLine[] = [];
  const earned = new Map<Run, Earned[]>();
  const isFollowed = !isDueAtOnce(component.paid) || component.pool?.shareBy === "credit";
  const basisOf = requiredBasis({ plan, component, assigned, places });
  const personOf = (holder: string) =>
    (component.pool === null ? people.get(holder) : undefined) ?? anybody(holder);
  const runs = priceComponent(
    {
      component,
      credits,
      places,
      basisOf: (holder, ...asked) => basisOf(personOf(holder), ...asked),
      teamOf: (repId, date) => teamOn(people.get(repId) ?? anybody(repId), date),
      periodOf: (date) => find(date, component.period),
      payPeriodOf: (date) => find(date, plan.pays),
      monthEndOf: (date) => find(date, "month").periodEnd,
      ...(isFollowed ? { attribute: (...told) => follow(earned, ...told) } : {}),
    },
    lines,
  );
  return { component, runs, earned, lines };
}

function follow(
  earned: Map<Run, Earned[]>,
  run: Run,
  credit: Credit,
  cents: number,
  at: Credit,
  creditCents: number,
): void {
  const own = earned.get(run) ?? [];
  own.push({ credit, cents, on: at.date, creditCents });
  earned.set(run, own);
}
