/**
 * Why a forecast isn't what it was: one thing after another is replaced by what it is now, in this
 * order, and the difference that each makes is its part. What was corrected is told apart at the
 * earlier cutoff, whose forecast is made again from what is known today.
 */
export const changeCauses = [
  "time_passed",
  "won",
  "lost",
  "created",
  "pulled_in",
  "pushed",
  "repriced",
  "odds_moved",
  "handed_over",
  "calls",
  "data_corrected",
  "model_changed",
] as const;

export type ChangeCause = (typeof changeCauses)[number];
