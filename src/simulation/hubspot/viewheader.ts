import { field } from "../csv.ts";
import { pipelineLabel, stageLabels } from "./words.ts";

/** Headings of a deals view, verbatim from a real export (rroshann/ML_midterm_project@e5b5ef40). */
const deals =
  "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Amount in company currency,Close Date,Create Date,Last Modified Date,Last Activity Date,Deal owner,Deal Type,Deal probability,Forecast category,Forecast amount,Forecast probability,Weighted amount,Weighted amount in company currency,Is Closed Won,Is closed lost,Is Deal Closed?,Is Closed (numeric),Is Open (numeric),Days to close,Deal Score,Original Traffic Source,Associated Company,Associated Company (Primary),Annual contract value,Annual recurring revenue,Monthly recurring revenue,Total contract value,Contract Start Date,Contract End Date,Contract Term (Months)";

const duration = (stage: string) =>
  field(`Cumulative time in "${stage} (${pipelineLabel})" (HH:mm:ss)`);

/** As CSV fields; each stage of the pipeline adds the time spent in it. */
export const viewHeader: readonly string[] = [...deals.split(","), ...stageLabels.map(duration)];
