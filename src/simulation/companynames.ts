import { pick, type Random } from "./random.ts";
import { type Country, companyRoots, type Industry, surnames } from "./words/companies.ts";

/** A company's name by its industry and country; a few numbers get names that are hard to read. */
export function companyName(
  random: Random,
  index: number,
  industry: Industry,
  country: Country,
): string {
  const quirk = quirkyNames[index];
  if (quirk !== undefined) return quirk;
  const root = pick(random, companyRoots);
  const noun = pick(random, industry.nouns);
  const form = pick(random, country.legalForms);
  const shape = random();
  if (shape < 0.6) return `${root} ${noun}${form}`;
  const surname = pick(random, surnames).replaceAll("-", " ");
  if (shape < 0.85) return `${surname} ${noun}${form}`;
  if (shape < 0.93) return `${surname} & ${pick(random, surnames).replaceAll("-", " ")}${form}`;
  return `${root} ${pick(random, companyRoots)} ${noun}${form}`;
}

/** Names that break careless readers, at fixed places. */
const quirkyNames: Readonly<Record<number, string>> = {
  4: 'Blue Ridge "Roasters", Inc.',
  9: "Müller, Schäfer & Söhne GmbH",
  15: "O'Hara's Freight; Sons\tCo.",
  21: "Łódź Precision S.A.",
};
