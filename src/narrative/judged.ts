import { formatCount, formatPlural, formatValue, type Unit } from "../format.ts";
import { type Currency, listWords } from "./answer.ts";
import { uncapital } from "./initial.ts";
import { type Cases, judge, type Verdict } from "./verdict.ts";

/** A KPI that is known of a period and of the same period a year before, at the same day. */
export interface ComparedKpi {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  /** The direction a company wants; null where neither is better in itself. */
  readonly better: "up" | "down" | null;
  readonly value: number;
  readonly before: number;
  /** Of a share of counted cases: how many they are. */
  readonly cases: Cases | null;
}

interface Compared extends Currency {
  readonly compared: readonly ComparedKpi[];
}

/** KPIs that say again what another one says: only one of both is judged. */
const repeated: Readonly<Record<string, string>> = {
  quota_attainment: "bookings",
  won_count: "bookings",
  deal_throughput: "bookings",
  win_rate_value: "win_rate",
  loss_share_count: "loss_share",
  push_rate_value: "push_rate",
  arr: "mrr",
};

/** The KPIs that can be judged, each thing once. */
export function judgeable({ compared }: Compared) {
  const known = new Set(compared.map(({ metric }) => metric));
  return compared.flatMap(({ better, ...kpi }) =>
    better === null || known.has(repeated[kpi.metric] ?? "") ? [] : [{ ...kpi, better }],
  );
}

const judged = (facts: Compared, verdict: Verdict) =>
  judgeable(facts).filter(
    ({ value, before, better, cases }) => judge(value, before, better, cases) === verdict,
  );

/** How many KPIs are better and worse than a year before, as the end of a sentence. */
export function tellJudged(facts: Compared): string {
  const judging = judgeable(facts);
  if (judging.length === 0) return "; nothing of the year before is known to hold it against";
  const [up, down] = [judged(facts, "better").length, judged(facts, "worse").length];
  const same = judging.length - up - down;
  const alike = same === 0 ? "" : `, ${same} about the same`;
  return `; of ${formatPlural(judging.length, "distinct KPI")} known for both, ${up} ${up === 1 ? "is" : "are"} better, ${down} worse${alike}`;
}

/** How many KPIs a sentence names. */
const mostNamed = 4;

/** The first KPIs of a verdict with both values, as a sentence; undefined where there are none. */
export function nameJudged(facts: Compared, verdict: Verdict, heading: string): string | undefined {
  const found = judged(facts, verdict);
  if (found.length === 0) return undefined;
  const words = found.slice(0, mostNamed).map(({ label, unit, value, before }) => {
    const worded = (figure: number) => formatValue(figure, unit, facts.currency_digits);
    return `${uncapital(label)} (${worded(value)} after ${worded(before)})`;
  });
  const rest = found.length - words.length;
  return `${heading}: ${listWords(rest > 0 ? [...words, `${rest} more`] : words)}.`;
}

/** How many KPIs got a verdict. */
export const countJudged = (facts: Compared, verdict: Verdict) =>
  formatCount(judged(facts, verdict).length);
