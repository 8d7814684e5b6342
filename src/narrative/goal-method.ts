/** How much history a chance needs. */
export interface ChanceMinimum {
  readonly forecasts: number;
  readonly stretches: number;
}

/** How goals are followed, a paragraph each: value, pace and status, chance, cascade. */
export const goalMethod = ({ forecasts, stretches }: ChanceMinimum): string[] => [
  "Value: what adds up, such as bookings, is counted from the goal's first day. A rate is taken over as many trailing months as the goal lasts, from 3 to 12, so that on the due date it is the rate of the goal's own span; months whose cohort is still undecided count for nothing. Quota attainment is held against the plan of the whole span. Teams and regions are taken as they were when each deal closed.",
  "Pace: a goal's path runs from the baseline, or from nothing where figures add up, through its milestones to the target; what adds up follows the season of the same months in up to three earlier years, everything else the days. A goal is on track while it lags its path by no more than a tenth of the way asked by now, at risk up to three tenths, off track beyond; 5 and 10 points of the whole way are always allowed. A rate that is only to be held is on track at its bound or better, at risk up to a twentieth off it. Whether a goal was reached is decided on its due date, but a sum that has got to its target is reached at once, and one that has passed its bound is missed at once.",
  `Chance: what is still to come is forecast from the KPI's last twelve months and its longer mean, a sum with its season, and the same forecast is replayed from every earlier month (rolling origin, Tashman 2000). The errors of those replays give the chance and the 80 % range, by a predictive Student-t with a degree of freedom for each stretch without overlap but one (Geisser 1993). None is stated with fewer than ${forecasts} replays or ${stretches} such stretches, nor for a figure that is known for today alone. It knows the past and not the plans: what was never done before looks unlikely. The forecast page's ranges come from another model and differ a little.`,
  "Cascade: children on their parent's metric are added up, rates as their mean weighted by what they are divided by in the last twelve months; the buffer is how far that is above the parent's target. Entities that sell and have no goal under the parent are named. A child due after its parent, or on another metric, is a finding on the data page.",
];
