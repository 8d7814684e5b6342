import { type Line, linesTotal } from "./lines.ts";
import type { Version } from "./record.ts";
import type { Story } from "./story.ts";

/** Line items from a version of the opportunity on. */
export interface LineState {
  readonly version: Version;
  readonly lines: readonly Line[];
}

/** The states of the line items in order: as quoted, then as settled if the price changed. */
export function lineStates({ versions, quote }: Story): LineState[] {
  const states: LineState[] = [];
  for (const version of versions) {
    if (!version.hasLines) continue;
    const lines = version.amount === linesTotal(quote.lines) ? quote.lines : quote.settled;
    if (states[states.length - 1]?.lines !== lines) states.push({ version, lines });
  }
  return states;
}
