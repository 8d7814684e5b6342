import type { Component } from "./component.ts";
import type { Metric } from "./metric.ts";

/** What the figures of surveys divide: columns of `kpi_survey`. */
export const surveyComponents: Readonly<Record<string, Component>> = {
  net_promoter_points: { label: "100 × (promoters − detractors)", unit: "number" },
  answer_count: { label: "people who answered", unit: "count" },
  known_asked_count: { label: "people who were asked", unit: "count" },
};

/** What figures of surveys have in common. */
const survey = {
  components: "kpi_survey",
  needs: "answers to a question named eNPS, or of whether people recommend (people/surveys.csv)",
  lookbackMonths: 0,
  dateBasis: "period",
  periods: "observed",
  hasQuartiles: false,
  entityTypes: ["company", "region", "team"],
  whenEmpty: null,
  better: "up",
} as const;

export const enps: Metric = {
  ...survey,
  name: "enps",
  label: "Employee net promoter score",
  definition:
    "Promoters less detractors among those who answered whether they recommend the company, −100 to 100.",
  formula:
    "share of answers of 9 and 10 − share of answers of 0 to 6, in points; 7 and 8 count below the line",
  numerator: "net_promoter_points",
  denominator: "answer_count",
  count: "answer_count",
  unit: "points",
  nullRule: "Absent when nobody was asked, and with fewer answers than the company's minimum.",
  needsMinCell: true,
  traps: ["what a few people said is never told"],
};

export const surveyResponse: Metric = {
  ...survey,
  name: "survey_response_rate",
  label: "Survey response rate",
  definition: "The share of those asked whether they recommend the company who answered.",
  formula: "answers ÷ people asked; a blank score was asked for and not given",
  numerator: "answer_count",
  denominator: "known_asked_count",
  count: "known_asked_count",
  unit: "ratio",
  nullRule: "Absent when nobody was asked, and when every row of the survey has a score.",
  needsMinCell: true,
  traps: ["a file that holds only answers doesn't make a rate of 1"],
};

export const surveyMetrics: readonly Metric[] = [enps, surveyResponse];
