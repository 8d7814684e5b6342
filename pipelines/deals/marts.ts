/** What is known of deals at each cutoff, in the order in which the statements run. */
export const snapshotMarts = [
  "forecast_cutoff",
  "deal_cutoff",
  "cutoff_span",
  "cutoff_day",
  "deal_state",
  "deal_outcome",
  "deal_contact",
  "deal_record",
  "deal_size",
  "deal_snapshot",
] as const;
