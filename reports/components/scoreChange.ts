import { formatChange } from "../src/format.js";
import { judge } from "../src/narrative/verdict.js";
import type { Earlier, ScoreLine } from "./scoreLines.js";

/** How far a KPI is from an earlier period's, `+4 %, better`, and the verdict; blank where one is unknown. */
export function changeFrom(line: ScoreLine, earlier: Earlier | null) {
  const { metric, value } = line;
  if (value === null || earlier === null) return { verdict: "", words: "" };
  const then = earlier.value;
  const change = formatChange(value, then, metric.unit);
  if (metric.better === null) return { verdict: "", words: change };
  const verdict = judge(value, then, metric.better, casesOf(line, earlier));
  return { verdict, words: value === then ? change : `${change}, ${verdictWords[verdict]}` };
}

/** How many cases both shares stand on; null of what isn't a share of cases. */
const casesOf = ({ metric, cell }: ScoreLine, { n }: Earlier) =>
  metric.is_share && cell !== undefined ? { now: cell.n, before: n } : null;

const verdictWords = { better: "better", worse: "worse", same: "about the same" } as const;
