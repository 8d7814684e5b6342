import { type Period, parsePeriod } from "../../src/calendar.ts";
import { InputError } from "../../src/errors.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { commandLine } from "../command-line.ts";
import { closedLine, readSeals } from "./seals.ts";

/** A day after all others: every seal counts, whenever it was made. */
const ever = "9999-12-31";

/**
 * A pay period that is still open.
 *
 * @param label such as `2026-06` or `FY27-Q1`
 * @throws InputError for what is no period, or a closed one
 */
export function openPeriod(workspace: Workspace, label: string): Period {
  const period = parsePeriod(label, workspace.company.calendar);
  const seal = readSeals(workspace, ever).find((one) => one.label === period.label);
  if (!seal) return period;
  throw new InputError(`closed period: ${period.label}`, {
    file: `state/pay/${seal.label}.json`,
    line: closedLine(seal),
    remedy: `It was closed as of ${seal.closed_on} and doesn't change; what comes late is paid in the first open period. Its lines: ${commandLine("query", workspace.folder)} "from commission_line"`,
  });
}
