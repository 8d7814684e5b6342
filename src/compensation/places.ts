import type { InputPlace } from "../errors.ts";
import type { Credit } from "./credit/credit.ts";

/** Where what is priced is written, for what is said of it. */
export interface Places {
  readonly ofComponent: (name: string) => InputPlace;
  readonly ofCredit: (credit: Credit) => InputPlace;
}

/** Of plans and credits that stand in no file. */
export const unwritten: Places = { ofComponent: () => ({}), ofCredit: () => ({}) };
