import { capital } from "../../src/narrative/initial.js";
import type { Option } from "../choice.js";
import type { BookRow } from "./rows.js";

export const grainOptions: readonly Option[] = [
  { value: "quarter", label: "Quarter" },
  { value: "month", label: "Month" },
  { value: "year", label: "Year" },
];

const named: Readonly<Record<string, string>> = {
  all: "All",
  none: "Of no deal or type",
  other: "Others together",
};

/** All contracts, then the types of deals that a grain tells apart. */
export function typeOptions(books: readonly BookRow[], grain: string): Option[] {
  const types = books.filter(({ period }) => period === grain).map(({ deal_type }) => deal_type);
  return [...new Set(["all", ...types])].map((value) => ({
    value,
    label: named[value] ?? capital(value),
  }));
}
