import type { QuotaOptions } from "../../targets.ts";
import { accountManagerTemplate } from "./account-manager.ts";
import { exampleCredits } from "./credits.ts";
import { templateDates } from "./dates.ts";
import { developmentTemplate } from "./development.ts";
import { engineerTemplate } from "./engineer.ts";
import { executiveTemplate } from "./executive.ts";
import { managerTemplate } from "./manager.ts";
import { templatesReadme } from "./readme.ts";

/** Plans to start from, deals to try them with and how to go about it: texts by file name. */
export function templateFiles({
  fiscal,
  lastYear,
}: Pick<QuotaOptions, "fiscal" | "lastYear">): Readonly<Record<string, string>> {
  const year = lastYear + 1;
  const dates = templateDates(fiscal, year);
  return {
    "README.md": templatesReadme(dates, year),
    "credits.csv": exampleCredits(dates),
    "account_executive.yaml": executiveTemplate(dates),
    "account_manager.yaml": accountManagerTemplate(dates),
    "sales_engineer.yaml": engineerTemplate(dates),
    "manager.yaml": managerTemplate(dates),
    "development_rep.yaml": developmentTemplate(dates),
  };
}
