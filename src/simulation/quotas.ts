import { at } from "./random.ts";
import { repLines } from "./repquotas.ts";
import {
  companyTarget,
  entryLines,
  type QuotaOptions,
  quotaHeader,
  seasonal,
  sum,
  teamTargets,
} from "./targets.ts";

/** Quotas of every year for company, regions, teams and reps, by year and quarter, in whole dollars. */
export function quotaLines(options: QuotaOptions): string[] {
  const lines = [quotaHeader];
  for (let year = options.firstYear; year <= options.lastYear; year++) {
    lines.push(...yearLines(options, year));
  }
  return lines;
}

function yearLines(options: QuotaOptions, year: number): string[] {
  const { organisation, company, fiscal } = options;
  const teams = teamTargets(options, year);
  const from = fiscal.yearStart(year);
  const dates = { year, from, recorded: from - 6 };
  const regions = [...organisation.directors.keys()].flatMap((region) => {
    const own = teams.filter(({ team }) => team.region === region);
    const quarters = [0, 1, 2, 3].map((quarter) =>
      sum(own.map(({ target }) => at(seasonal(target), quarter))),
    );
    return entryLines({ type: "region", id: region, quarters, ...dates });
  });
  return [
    ...entryLines({
      type: "company",
      id: company,
      quarters: seasonal(companyTarget(options, year)),
      ...dates,
    }),
    ...regions,
    ...teams.flatMap(({ team, target }) =>
      entryLines({ type: "team", id: team.name, quarters: seasonal(target), ...dates }),
    ),
    ...repLines(options, year, teams),
  ];
}
