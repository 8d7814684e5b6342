import { dealFindings } from "./findings-deals.ts";
import { planFindings } from "./findings-plans.ts";
import { recordFindings } from "./findings-records.ts";
import { territoryFindings } from "./findings-territories.ts";

/** What a kind of finding did to the rows behind it, and how to mend them where they come from. */
export interface FindingWords {
  readonly done: string;
  readonly remedy: string;
}

/** The words of every kind of finding that a check names. */
export const findingWords: Readonly<Record<string, FindingWords>> = {
  ...recordFindings,
  ...dealFindings,
  ...planFindings,
  ...territoryFindings,
};

/** What is said of every rejected row, whatever the reason. */
export const rejectWords: FindingWords = {
  done: "The row counts nowhere; the rest of its file does.",
  remedy: "Mend the value in the CRM or the file and export it again.",
};
