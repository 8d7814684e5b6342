import { budgetLines } from "./budget.ts";
import { callLines } from "./calls.ts";
import type { Company } from "./company.ts";
import { companyFile } from "./companyfile.ts";
import { accountingFile } from "./compensation/accountingfile.ts";
import { compensationPlans } from "./compensation/plans.ts";
import { templateFiles } from "./compensation/templates/files.ts";
import { goalsFile, initiativesFile } from "./goalfiles.ts";
import { indicatorLines, rateLines } from "./marketfiles.ts";
import { quotaLines } from "./quotas.ts";
import { rosterLines } from "./roster.ts";
import { scenarioFiles } from "./scenariofiles.ts";
import { territoriesFile } from "./territoryfile.ts";

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;

/** Writes the files that people keep: company, roster, plans, and plans to start from. */
export function writePlans(company: Company): void {
  const { sink, options, organisation, fiscal, market } = company;
  const { seed, companyName } = options;
  const named = { ...company, seed, company: companyName };
  const years = { firstYear: fiscal.yearOf(market.start), lastYear: fiscal.yearOf(market.asOf) };
  sink.text("company.yaml", companyFile(options));
  sink.text("people/roster.csv", text(rosterLines(organisation, seed, company.crm.ids)));
  sink.text("plans/quotas.csv", text(quotaLines({ ...named, ...years })));
  sink.text("plans/rates.csv", text(rateLines(company)));
  sink.text("plans/budget.csv", text(budgetLines(named)));
  sink.text("plans/calls.csv", text(callLines(named)));
  sink.text("plans/indicators.csv", text(indicatorLines(company, seed)));
  sink.text("plans/goals.yaml", goalsFile({ ...named, ...years }));
  sink.text("plans/initiatives.yaml", initiativesFile(company));
  sink.text("plans/territories.yaml", territoriesFile(company));
  for (const [name, file] of compensationPlans({ ...named, ...years })) {
    sink.text(`plans/compensation/${name}`, file);
  }
  sink.text("plans/accounting.yaml", accountingFile);
  for (const [name, file] of Object.entries(templateFiles({ fiscal, ...years }))) {
    sink.text(`docs/compensation/${name}`, file);
  }
  const scenarios = scenarioFiles({ teams: organisation.teams, fiscal, market });
  for (const [name, file] of Object.entries(scenarios)) {
    sink.text(`plans/scenarios/${name}.yaml`, file);
  }
}
