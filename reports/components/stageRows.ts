/** Open deals of a stage. */
export interface StageRow {
  readonly stage: string;
  readonly count_open: number;
  readonly count_without_amount: number;
  readonly amount_cents: number | null;
  /** Lower quartile, median, upper quartile of the days that open deals have been in it. */
  readonly stage_days_quartiles: readonly number[] | null;
}

/** A company's figure of a stage in a complete period. */
export interface StageMetric {
  readonly metric: "stage_conversion" | "stage_days";
  readonly stage: string;
  readonly label: string;
  readonly value: number | null;
  readonly n: number;
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
  readonly status: string;
}

/** A stage's figure that may be shown; undefined where there is none, or too few deals stand behind it. */
export function stageMetric(
  metrics: readonly StageMetric[],
  metric: StageMetric["metric"],
  stage: string,
): StageMetric | undefined {
  const found = metrics.find((row) => row.metric === metric && row.stage === stage);
  return found?.status === "too_few" || found?.value === null ? undefined : found;
}
