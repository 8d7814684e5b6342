import { formatDate } from "../../src/format.ts";
import { explainRows, tabled } from "../compensation/explain-words.ts";
import { lineArithmetic } from "../compensation/line-words.ts";
import type { Explanation } from "../explain.ts";
import type { StatementEdition } from "./edition.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";
import type { Payee } from "./person.ts";

/**
 * What somebody sends who thinks that a line is wrong, before the line's own evidence: a sentence to fill
 * in, and what all lines of a plan on a page share.
 */
export function sharedEvidence(
  { plan, source }: PlanPay,
  { title, closedOn }: PayPeriod,
  { name, rep_id }: Payee,
  { asOf, buildId, company }: StatementEdition,
): string {
  const state = closedOn === null ? "open" : `closed as of ${formatDate(closedOn)}`;
  const file = source === null ? "gone" : `${source.file}, SHA-256 ${source.sha256}`;
  const rows = [
    ["person", `${name} (${rep_id}), ${company}`],
    ["pay period", `${title}, ${state}`],
    ["plan", plan],
    ["plan file", file],
    ["as of", `${formatDate(asOf)}, edition ${buildId}`],
  ] as const;
  return `I dispute this line of my pay. I think that it should be ______ instead, because ______.\n\n${tabled(rows)}`;
}

/** What a line rests on that isn't the same for all of them; its cause where the arithmetic isn't all. */
export function lineEvidence(explanation: Explanation): string {
  const { line, component } = explanation;
  const isPlain = line.cause === "credit" && lineArithmetic(line, component) !== null;
  const left = new Set(["period", "plan", ...(isPlain ? ["cause"] : [])]);
  const [head, ...rows] = explainRows(explanation).filter(([name]) => !left.has(name));
  return tabled([...(head ? [head] : []), ["earned on", formatDate(line.earned_on)], ...rows]);
}
