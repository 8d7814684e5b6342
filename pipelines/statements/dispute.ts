import { formatDate } from "../../src/format.ts";
import { explainRows, tabled } from "../compensation/explain-words.ts";
import type { Explanation } from "../explain.ts";
import type { StatementEdition } from "./edition.ts";
import type { PayPeriod } from "./periods.ts";

/** What somebody sends who thinks that a line is wrong: its evidence, and a sentence to fill in. */
export function disputeText(
  explanation: Explanation,
  { title, closedOn }: PayPeriod,
  { asOf, buildId, company }: StatementEdition,
): string {
  const { line, plan } = explanation;
  const state = closedOn === null ? "open" : `closed as of ${formatDate(closedOn)}`;
  const rows = [
    ["person", `${line.name} (${line.rep_id}), ${company}`] as const,
    ["pay period", `${title}, ${state}`] as const,
    ...explainRows(explanation),
    ...(plan === null ? [] : [["plan file", `${plan.file}, SHA-256 ${plan.sha256}`] as const]),
    ["as of", `${formatDate(asOf)}, edition ${buildId}`] as const,
  ];
  return `I dispute this line of my pay.\n\n${tabled(rows)}\nI think that it should be ______ instead of this, because ______.\n`;
}
