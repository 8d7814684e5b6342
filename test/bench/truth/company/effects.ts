import type { DealOutlook } from "../../../../pipelines/deals/outlook.ts";
import { chanceAfter, incidenceOf } from "../../../../src/opportunity/hazard/incidence.ts";
import type { DealSnapshot } from "../../../../src/opportunity/hazard/snapshot.ts";
import type { Step } from "../../../../src/opportunity/hazard/step.ts";
import type { FoundEffect } from "./evidence.ts";

/** One deal in two ways, the first with the better chance by what is planted. */
interface Planted {
  readonly name: string;
  readonly better: (deal: DealSnapshot) => Partial<DealSnapshot>;
  readonly worse: (deal: DealSnapshot) => Partial<DealSnapshot>;
}

/** Steps of nine weeks, about. */
const soon = 9;

/**
 * What `src/simulation/path.ts` plants in new business, with its names in `parameters.ts`. Effort and
 * frailty are left out: activities follow how long a deal will have been open, so neither shows.
 */
const planted: readonly Planted[] = [
  {
    // an ease of 0.25
    name: "referrals are won more often",
    better: () => ({ lead_source: "Partner Referral" }),
    worse: () => ({ lead_source: "Outbound" }),
  },
  {
    // expansionEase
    name: "expansions are won more often",
    better: () => ({ deal_type: "expansion", lead_source: "Existing Customer" }),
    worse: () => ({ deal_type: "new", lead_source: "Outbound" }),
  },
  {
    // sizeEase and sizePace
    name: "large deals are won less often",
    better: ({ usual_cents }) => ({ bookings_cents: usual_cents && usual_cents / 2 }),
    worse: ({ usual_cents }) => ({ bookings_cents: usual_cents && usual_cents * 2 }),
  },
  {
    // skillEffect, which shows in a rep's record
    name: "reps who won more win more",
    better: (deal) => recordOf(deal, 1.3),
    worse: (deal) => recordOf(deal, 1 / 1.3),
  },
];

/** Forty deals, won as many times as often as the company's. */
function recordOf(deal: DealSnapshot, times: number): Partial<DealSnapshot> {
  const rate = (deal.company_won_count + 1) / (deal.company_closed_count + 4);
  return { rep_closed_count: 40, rep_won_count: Math.min(40, Math.round(40 * rate * times)) };
}

/** Each planted effect by the hazards of an outlook, on its open deals of new business. */
export function foundEffects({ fitted, deals, incidence }: DealOutlook): FoundEffect[] {
  const fresh = deals.filter(({ deal_type }) => deal_type === "new");
  const meanOf = (as: Planted["better"]) => {
    const changed = fresh.map((deal) => ({ ...deal, ...as(deal) }));
    return mean([...incidenceOf(fitted.hazards, changed, incidence.steps).wonEver]);
  };
  const features = planted.map(({ name, better, worse }) => ({
    name,
    difference: meanOf(better) - meanOf(worse),
  }));
  const inStep = (changes: Partial<Step>) => {
    const steps = incidence.steps.slice(0, 1).map((step) => ({ ...step, ...changes }));
    return mean([...incidenceOf(fitted.hazards, fresh, steps).won]);
  };
  const stageOf = (stage: string) =>
    mean([...incidence.wonEver].filter((_, row) => deals[row]?.stage === stage));
  const width = incidence.steps.length;
  // how quick a segment is shows in the age and the close date of its deals, too
  const soonOf = (segment: string) =>
    mean(
      [...deals.keys()].flatMap((row) => {
        const deal = deals[row];
        return deal?.deal_type === "new" && deal.segment === segment && isEarly(deal)
          ? [chanceAfter(incidence.won, { row, width, steps: soon })]
          : [];
      }),
    );
  // places of a quarter's weeks: its last is the twelfth
  const usual = { place: 11, yearEnd: -1 };
  return [
    ...features,
    {
      // pace: 0.66 against 1.35
      name: "early deals of small business are won sooner",
      difference: soonOf("Small Business") - soonOf("Enterprise"),
    },
    {
      name: "late stages are won more often",
      difference: stageOf("Negotiation/Review") - stageOf("Prospecting"),
    },
    {
      name: "a quarter's last week wins more",
      difference: inStep(usual) - inStep({ place: 5, yearEnd: -1 }),
    },
    {
      name: "the year's last week wins most",
      difference: inStep({ ...usual, yearEnd: 3 }) - inStep(usual),
    },
  ];
}

const isEarly = ({ stage }: DealSnapshot) => stage === "Prospecting" || stage === "Qualification";

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
