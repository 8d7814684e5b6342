import { added, type Learned, lessonOf, nothingLearned } from "./lessons.ts";
import {
  bookedIn,
  fewestReps,
  meanOf,
  type PastPeriod,
  participants,
  relativeVariance,
} from "./past-period.ts";
import { type ProductionModel, productionModel } from "./production-model.ts";
import type { Records, Seller } from "./seller.ts";

/**
 * How far reps landed from their means in past periods when planned ahead of them: from nothing but
 * what was known `lead` months before each began.
 *
 * @param onPeriod told after each period how many are done
 */
export function lessonsAhead(
  records: Records,
  periods: readonly PastPeriod[],
  lead: number,
  onPeriod: (done: number) => void = () => {},
): Learned {
  const lessons = periods.map((period, done) => {
    const sellers = participants(records, period);
    const model = productionModel(records, period.month - lead);
    onPeriod(done + 1);
    return model && sellers.length >= fewestReps
      ? lessonIn(model, sellers, period)
      : nothingLearned;
  });
  return added(lessons);
}

/** How far reps landed from what a model expected of a period. */
export function lessonIn(
  model: ProductionModel,
  sellers: readonly Seller[],
  period: PastPeriod,
): Learned {
  const landed = sellers.map((seller) => ({
    mean: meanOf(model, seller, period),
    ratioVariance: relativeVariance(model, seller),
    actual: bookedIn(seller, period),
  }));
  return lessonOf(landed, model.heterogeneity.dispersion);
}
