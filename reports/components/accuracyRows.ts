/** What forecasts are of and when they were made. */
export interface Judged {
  readonly basis: "backtest" | "published";
  readonly entity_type: string;
  readonly period: string;
}

/** How often ranges of a level held what came; the bounds are a 95 % interval of the share. */
export interface HeldRow extends Judged {
  readonly horizon: number;
  readonly level: number;
  readonly n: number;
  readonly count_periods: number;
  readonly held: number;
  readonly lower: number;
  readonly upper: number;
}

/** How far forecasts of a model were off, by months from the day of the forecast to the period's end. */
export interface MissRow extends Judged {
  readonly model: string;
  readonly lead_months: number;
  readonly day: number;
  readonly n: number;
  readonly count_periods: number;
  readonly wape: number | null;
  readonly bias: number | null;
}

export interface AccuracyRow extends Judged {
  readonly entity_id: string;
  readonly model: string;
  readonly horizon: number;
  readonly third: number | null;
  readonly n: number;
  readonly count_periods: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly pinball_cents: number | null;
  readonly coverage_50: number | null;
  readonly coverage_80: number | null;
  readonly coverage_95: number | null;
}

/** How much closer one way of forecasting came than another; errors as shares of what was booked. */
export interface AddedRow extends Judged {
  readonly step: string;
  readonly category: string | null;
  readonly entity_id: string | null;
  readonly called_by: string | null;
  readonly name: string | null;
  readonly horizon: number;
  readonly n: number;
  readonly count_periods: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly added_rate: number | null;
  readonly lower_rate: number | null;
  readonly upper_rate: number | null;
}

/** How a person's calls on one entity came out. */
export interface CallRow {
  readonly called_by: string | null;
  readonly name: string | null;
  readonly level: string;
  readonly category: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly n: number;
  readonly count_periods: number;
  readonly wape: number | null;
  readonly bias: number | null;
}

const models: Readonly<Record<string, string>> = {
  published: "Our forecast",
  naive: "A year before",
  stage_weighted: "Stage-weighted",
  series: "Past bookings alone",
  pipeline: "Open pipeline alone",
  combined: "Both combined",
};

/** What readers call a model; an unknown one keeps its name, without underscores. */
export const modelName = (model: string) => models[model] ?? model.replaceAll("_", " ");

const steps: Readonly<Record<string, string>> = {
  model_over_naive: "Our forecast on a year before",
  model_over_stage_weighted: "Our forecast on stage-weighted",
  manager_over_model: "Managers on our forecast",
  rep_over_stage_weighted: "Reps on stage-weighted",
  manager_over_rep: "Managers on reps",
};

/** `Managers on our forecast, commit`. */
export const stepName = ({ step, category }: Pick<AddedRow, "step" | "category">) =>
  `${steps[step] ?? step}${category === null ? "" : `, ${callName(category)}`}`;

export const callName = (category: string) => category.replaceAll("_", " ");
