/**
 * The truth of the simulated company: what real sales would never tell. Medians in days, sizes in
 * whole US dollars a year. `truth/parameters.json` publishes these numbers for tests.
 */
export const segments = ["Enterprise", "Mid-Market", "Small Business"] as const;

export interface SegmentTruth {
  /** Median first-year value of a new deal at market start. */
  readonly dealSize: number;
  /** Multiplies the time a deal spends in each stage. */
  readonly pace: number;
  /** Shifts the log of how much longer losing takes than advancing. */
  readonly ease: number;
  /** New deals an account of median potential opens a year. */
  readonly newPerYear: number;
  /** Expansion deals a customer opens a year. */
  readonly expansionsPerYear: number;
  /** Share of accounts under contract on the first day. */
  readonly installedShare: number;
  readonly medianEmployees: number;
}

export const segmentTruth: readonly SegmentTruth[] = [
  {
    dealSize: 80_000,
    pace: 1.35,
    ease: -0.08,
    newPerYear: 1.8,
    expansionsPerYear: 1.4,
    installedShare: 0.46,
    medianEmployees: 4200,
  },
  {
    dealSize: 37_000,
    pace: 1,
    ease: 0,
    newPerYear: 1.7,
    expansionsPerYear: 1.1,
    installedShare: 0.42,
    medianEmployees: 640,
  },
  {
    dealSize: 15_000,
    pace: 0.66,
    ease: 0.1,
    newPerYear: 1.6,
    expansionsPerYear: 0.75,
    installedShare: 0.36,
    medianEmployees: 85,
  },
];

/** Open stages in order: median days to the next one, log-logistic shape, log ratio of risks. */
export const stageTruth = [
  { median: 14, shape: 1.6, logRatio: 1.3 },
  { median: 17, shape: 1.9, logRatio: 1.45 },
  { median: 19, shape: 2.1, logRatio: 1.72 },
  { median: 18, shape: 2.3, logRatio: 1.6 },
  { median: 14, shape: 1.7, logRatio: 1.9 },
] as const;

export const truth = {
  /** Gamma shape of the unobserved frailty per deal (mean 1). */
  frailtyShape: 2.2,
  /** Spread of log skill among reps. */
  skillSpread: 0.26,
  /** How log skill, frailty and effort move the log ratio of risks. */
  skillEffect: 0.75,
  frailtyEffect: 0.6,
  effortEffect: 0.4,
  /** Larger than usual deals are slower and harder: exponents on relative size. */
  sizePace: 0.12,
  sizeEase: -0.15,
  expansionEase: 0.75,
  /** A jump over a stage, a step back. */
  skipShare: 0.08,
  backShare: 0.04,
  /** From the month of the shock on: slower, harder, smaller. */
  shockAt: 0.57,
  shockPace: 1.28,
  shockEase: -0.1,
  shockSize: 0.94,
  /** Yearly growth of prices and of demand. */
  priceGrowth: 0.045,
  demandGrowth: 0.05,
  /** Share of seats open on the first day; the rest open over the years. */
  openingSeats: 0.66,
  meanTenureYears: 5.5,
  sandbaggers: 0.18,
  happyEars: 0.16,
  /** Yearly hazard scale of not renewing. */
  churn: 0.125,
  /** Contracts that run on without a renewal opportunity. */
  evergreen: 0.42,
} as const;

/** Demand by calendar month, January first: quiet summers, busy autumns. */
export const monthlyDemand = [
  0.88, 0.86, 0.93, 0.95, 1.0, 1.0, 0.84, 0.95, 1.24, 1.3, 1.2, 0.85,
] as const;
