import type { Feed } from "../feed.ts";

/** What a forecast's amount holds: one category, or a category and all surer ones. */
const rollUps = {
  PipelineOnly: "single",
  BestCaseOnly: "single",
  MostLikelyOnly: "single",
  CommitOnly: "single",
  ClosedOnly: "single",
  OpenPipeline: "cumulative",
  BestCaseForecast: "cumulative",
  MostLikelyForecast: "cumulative",
  CommitForecast: "cumulative",
} as const;

const categories = {
  PipelineOnly: "Pipeline",
  OpenPipeline: "Pipeline",
  BestCaseOnly: "Best Case",
  BestCaseForecast: "Best Case",
  MostLikelyOnly: "Most Likely",
  MostLikelyForecast: "Most Likely",
  CommitOnly: "Commit",
  CommitForecast: "Commit",
  ClosedOnly: "Closed",
} as const;

/** Quotas and forecasts that are kept in the CRM. */
export const forecastFeeds: readonly Feed[] = [
  {
    file: "ForecastingQuota",
    object: "crm_quota",
    columns: {
      quota_id: ["Id"],
      user: ["QuotaOwnerId"],
      period: ["PeriodId"],
      start: ["StartDate"],
      amount: ["QuotaAmount"],
      currency: ["CurrencyIsoCode"],
      quota_type: ["ForecastingTypeId"],
      product_family: ["ProductFamily"],
      territory: ["Territory2Id"],
      is_amount: ["IsAmount"],
      is_deleted: ["IsDeleted"],
    },
  },
  {
    file: "ForecastingItem",
    object: "forecast_item",
    columns: {
      item_id: ["Id"],
      owner: ["OwnerId"],
      period: ["PeriodId"],
      start: ["Period.StartDate"],
      forecast_type: ["ForecastingTypeId"],
      category: ["ForecastingItemCategory", "ForecastCategoryName"],
      roll_up: ["ForecastingItemCategory"],
      amount: ["ForecastAmount"],
      amount_without_adjustments: ["AmountWithoutAdjustments"],
      amount_without_manager_adjustment: ["AmountWithoutManagerAdjustment"],
      owner_only_amount: ["OwnerOnlyAmount"],
      currency: ["CurrencyIsoCode"],
      product_family: ["ProductFamily"],
      territory: ["Territory2Id"],
      parent: ["ParentForecastingItemId"],
      is_up_to_date: ["IsUpToDate"],
    },
    fallbacks: { category: ["ForecastCategoryName"] },
    values: { category: categories, roll_up: rollUps },
  },
  {
    file: "Period",
    object: "crm_period",
    columns: { period_id: ["Id"], kind: ["Type"], start: ["StartDate"], end: ["EndDate"] },
  },
];
