import { formatDate } from "../format.ts";
import { listWords } from "./answer.ts";

/** How far back deals' past states are known, and of which sources only successive drops tell them. */
export interface KnownHistory {
  readonly first_known: string | null;
  /** Sources that give no history of deals. */
  readonly drop_sources: readonly string[];
}

/** How the waterfall is made, a paragraph each. */
export function pipelineMethod(): string[] {
  return [
    "The waterfall compares the ends of two days: opening ± exported later + created + pulled in + reopened + transferred in + increased − decreased − transferred out − pushed out − removed − lost − won ± currency = closing, to the cent, for the company and for every region, team, rep and segment.",
    "A new deal is created at its latest amount. One that moves between periods or owners takes along what it was worth on the first day, and what changes afterwards counts where it went; so teams and periods sum to the company, and what moved between them cancels. Won is what was booked in the period, also of deals that came in between; lost is the amount that a deal had last. A deal that came and was lost in between is in both bars.",
    "As known today, both days are as all exports tell them, and nothing is exported later. As known then, each day is as the exports dated up to it had told it: what had changed since the last of them isn’t in it, and comes in as exported later, beside corrections to the past. Owners’ teams and exchange rates are in both as they are known today.",
    "Owners and teams are those of each day. Amounts are the deals’ own at each day’s rate, a closed deal’s at the rate of its close date; currency is what rates alone changed. A deal without an amount counts as a deal and adds nothing. Coverage counts bookings, by the measure the company books in, and no deal whose close date has passed; the waterfall counts amounts, of overdue deals too.",
  ];
}

/** Where deals' past states come from, and since when they are known. */
export function historyAside({ first_known, drop_sources }: KnownHistory): string {
  if (first_known === null) {
    return "No history of deals is on file, so nothing can be compared between dates.";
  }
  const since = formatDate(first_known);
  if (drop_sources.length === 0) {
    return `Deals’ past states are those of the CRM’s own history, known since ${since}.`;
  }
  return `${listWords(drop_sources)} ${drop_sources.length === 1 ? "gives" : "give"} no history of deals: what a deal was is taken from the difference of successive exports, a change has the date that the export which first showed it gives, and nothing is compared before ${since}.`;
}
