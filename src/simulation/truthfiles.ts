import { type Account, segmentName } from "./accounts.ts";
import type { CrmIds } from "./crm.ts";
import { dateText } from "./days.ts";
import type { World } from "./deal.ts";
import { dirtShares } from "./dirt.ts";
import { linesTotal } from "./lines.ts";
import type { Organisation } from "./organisation.ts";
import { monthlyDemand, segments, segmentTruth, stageTruth, truth } from "./parameters.ts";
import type { LineWriter, Sink } from "./sink.ts";
import type { Story } from "./story.ts";

export interface TruthBook {
  readonly opportunity: LineWriter;
  readonly account: LineWriter;
  readonly ids: CrmIds;
}

const opportunityHeader = [
  "opportunity_id",
  "frailty",
  "effort",
  "win_probability",
  "outcome",
  "closed_on",
  "begun_on",
  "amount_cents",
  "currency",
  "is_pulled_in",
  "dirt",
];

/** Opens the truth's large files: what no pipeline reads, for tests and benchmarks. */
export function openTruth(sink: Sink, ids: CrmIds): TruthBook {
  return {
    ids,
    opportunity: sink.table("truth/opportunities.csv", opportunityHeader.join()),
    account: sink.table("truth/accounts.csv", "account_id,segment,potential,health"),
  };
}

/** A deal's latent values and its outcome, which may lie after the as-of date. */
export function writeDealTruth(
  { opportunity, ids }: TruthBook,
  { deal, path, quote, dirt }: Story,
): void {
  opportunity(
    [
      ids.opportunity(deal),
      deal.frailty.toFixed(3),
      deal.effort.toFixed(3),
      path.winProbability.toFixed(4),
      path.isWon ? "won" : "lost",
      dateText(path.closed),
      dateText(deal.begun),
      linesTotal(quote.settled),
      deal.account.country.currency,
      path.isPulledIn,
      dirt ?? "",
    ].join(),
  );
}

export function writeAccountTruth({ account, ids }: TruthBook, of: Account): void {
  account([ids.account(of), segmentName(of), of.potential.toFixed(4), of.health.toFixed(4)].join());
}

/** The reps' latent values and the company's parameters. */
export function writeSmallTruth(sink: Sink, organisation: Organisation, { market }: World): void {
  const rep = sink.table("truth/reps.csv", "person_id,skill,ramp_months,style");
  for (const { id, skill, rampMonths, style } of organisation.people) {
    rep([id, skill.toFixed(4), rampMonths.toFixed(2), style].join());
  }
  const parameters = {
    regimeChange: dateText(market.shock),
    segments: Object.fromEntries(segments.map((name, index) => [name, segmentTruth[index]])),
    stages: stageTruth,
    monthlyDemand,
    dirtPercent: dirtShares,
    ...truth,
  };
  sink.text("truth/parameters.json", `${JSON.stringify(parameters, undefined, 2)}\n`);
}
