import { formatPlural } from "../format.ts";
import type { Answer, Figure } from "./answer.ts";

export interface ModellerFacts {
  readonly plans: readonly { readonly people: number }[];
  /** Plans of which nothing is told. */
  readonly kept: number;
  readonly templates: number;
}

/** Answers what can be modelled. */
export function modellerAnswer({ plans, kept, templates }: ModellerFacts): Answer {
  const from = `${formatPlural(templates, "template")} and any plan file of yours`;
  return {
    sentence:
      plans.length === 0
        ? `Start from ${from}: no plan of the workspace is told here.`
        : `${formatPlural(plans.length, "plan")} of the workspace can be changed here, and ${from}.`,
    details: [
      `Change tiers, rates, thresholds and caps: pay and cost follow at once, by the engine that settles pay.${keptWords(kept)} A plan file that you open stays in this page, with all its money.`,
    ],
    figures: figuresOf({ plans, kept, templates }),
    method,
  };
}

const keptWords = (kept: number) =>
  kept === 0
    ? ""
    : ` Of ${formatPlural(kept, "more plan")}, with too few people or with rates of money alone, nothing is told.`;

function figuresOf({ plans, kept, templates }: ModellerFacts): Figure[] {
  return [
    { label: "Plans", value: String(plans.length), note: "told without amounts" },
    { label: "Kept back", value: String(kept), note: "few people, or money alone" },
    { label: "Templates", value: String(templates), note: "of no company" },
  ];
}

const method: readonly string[] = [
  "A payout curve is what the engine pays on typical years: twelve monthly credits in the course of the season, of the mix of deals, cut into deals (at most 40 a month) where rules look at single deals or at days, priced credit by credit at attainments from 0 to 250 % and on both sides of every edge of the plan, linear between. Attainment is that of the first component that pays target pay. Pay counts when it is earned: draws that are recovered, holds and payment as cash comes in change when it is paid, and not how much; what a draw guarantees that isn't recovered is left out.",
  "Cost is counted in 500 drawn years. Attainments are resampled from those of the last complete year, which name nobody, smoothed by a normal kernel that keeps their variance, with the mean and spread that you set, and all people of a year share its luck. Draws are the same for every plan, so that two plans differ by nothing else. Budgets hold for all people of a year together.",
  "What is published of a plan is its shape: rates relative to target pay, tiers, gates, multipliers and caps by attainment, of plans with at least the least cell of people. On-target earnings, quotas, amounts and names are left out, since attainment of a person stands on other pages and a rate of money would tell that person's pay. A file that you open is read in the browser and sent nowhere. While target pay is not known in money, pay is a share of it: caps in money, budgets and components with rates of money are in no figure until you type what they need.",
];
