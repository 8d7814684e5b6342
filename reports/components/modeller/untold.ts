import type { OpenFigure, Untold } from "../../src/compensation/modelling/told-plan.js";

const words: Readonly<Record<OpenFigure, string>> = {
  variable_pay: "the variable pay of a person",
  quota: "the quota of a year",
  deal_size: "the size of a deal",
};

/** What no figure of the page has in it, and what is to be typed so that they do; empty where all is told. */
export function untoldWords(untold: readonly Untold[]): string {
  const needed = [...new Set(untold.map(({ needs }) => neededWords(needs)))];
  return needed
    .map((figures) => {
      const parts = untold.filter(({ needs }) => neededWords(needs) === figures);
      return ` In no figure until you type ${figures}, below: ${parts.map(({ what }) => what).join(", ")}.`;
    })
    .join("");
}

/** `the variable pay of a person and the quota of a year`. */
const neededWords = (needs: readonly OpenFigure[]): string =>
  needs
    .map((figure) => words[figure])
    .join(", ")
    .replace(/, ([^,]*)$/, " and $1");

/** What a component needs to be told; null where it is told. */
export const needsOf = (untold: readonly Untold[], component: string): string | null => {
  const own = untold.find((one) => one.component === component);
  return own === undefined ? null : neededWords(own.needs);
};
