/** How many subjects of one age had the event, had a competing one, or were last seen without either. */
export interface AgeCount {
  readonly age: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
}

/** The shares that have had each event by an age; `lower` and `upper` bound the event's at 95 %. */
export interface IncidencePoint {
  readonly age: number;
  /** Subjects that reached the age, before its own events. */
  readonly atRisk: number;
  readonly incidence: number;
  readonly competingIncidence: number;
  readonly variance: number;
  readonly lower: number;
  readonly upper: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * The cumulative incidence of an event against a competing one, by the Aalen–Johansen estimator
 * (Aalen and Johansen 1978, https://www.jstor.org/stable/4615704): one minus Kaplan–Meier would
 * count what the competing event has ended as if it could still happen. Censoring at an age comes
 * after the events of that age.
 *
 * The variance is that of the delta method (Marubini and Valsecchi 1995, Analysing Survival Data
 * from Clinical Trials, 10.3), which is F(1 − F)/n where nobody is censored; the interval is taken
 * on the scale log(−log F) (Choudhury 2002, https://doi.org/10.1002/sim.1214) and lies within 0
 * and 1. None or all of n have Clopper and Pearson's exact bound (1934), with the n still at risk.
 *
 * @param counts one entry per age, in any order; counts are whole
 * @returns one point per age given, by age
 */
export function cumulativeIncidence(counts: readonly AgeCount[]): IncidencePoint[] {
  const ordered = counts.toSorted((a, b) => a.age - b.age);
  const walk = startOf(ordered);
  return ordered.map((count) => {
    step(walk, count);
    const variance = varianceOf(walk);
    const point = {
      age: count.age,
      atRisk: walk.atRisk,
      incidence: walk.incidence,
      competingIncidence: walk.competing,
      variance,
      ...intervalOf(walk.incidence, variance, walk.atRisk),
    };
    walk.atRisk -= count.events + count.competing + count.censored;
    return point;
  });
}

/** The state at an age, with running sums of the variance's three terms. */
interface Walk {
  atRisk: number;
  /** The share without either event so far. */
  surviving: number;
  incidence: number;
  competing: number;
  /** Σg, ΣFg and ΣF²g, where g = d / (n(n − d)) is the hazard's own variance. */
  hazard: number;
  hazardAt: number;
  hazardAtSquared: number;
  /** ΣS²d₁(n − d₁)/n³. */
  own: number;
  /** ΣSd₁/n² and ΣFSd₁/n². */
  joint: number;
  jointAt: number;
}

function startOf(counts: readonly AgeCount[]): Walk {
  const all = counts.map(({ events, competing, censored }) => events + competing + censored);
  const atRisk = all.reduce((sum, count) => sum + count, 0);
  const sums = { hazard: 0, hazardAt: 0, hazardAtSquared: 0, own: 0, joint: 0, jointAt: 0 };
  return { atRisk, surviving: 1, incidence: 0, competing: 0, ...sums };
}

function step(walk: Walk, { events, competing }: AgeCount): void {
  const { atRisk, surviving } = walk;
  const ended = events + competing;
  if (ended === 0) return;
  walk.incidence += (surviving * events) / atRisk;
  walk.competing += (surviving * competing) / atRisk;
  walk.surviving *= (atRisk - ended) / atRisk;
  // where all have ended, nothing later can differ from now: the term's factor stays zero
  if (atRisk > ended) {
    const g = ended / (atRisk * (atRisk - ended));
    walk.hazard += g;
    walk.hazardAt += walk.incidence * g;
    walk.hazardAtSquared += walk.incidence ** 2 * g;
  }
  const joint = (surviving * events) / atRisk ** 2;
  walk.own += (surviving ** 2 * events * (atRisk - events)) / atRisk ** 3;
  walk.joint += joint;
  walk.jointAt += walk.incidence * joint;
}

/** Σ(F − Fᵢ)²g + ΣS²d₁(n − d₁)/n³ − 2Σ(F − Fᵢ)Sd₁/n², multiplied out. */
function varianceOf({ incidence: f, ...walk }: Walk): number {
  const hazard = f ** 2 * walk.hazard - 2 * f * walk.hazardAt + walk.hazardAtSquared;
  const variance = hazard + walk.own - 2 * (f * walk.joint - walk.jointAt);
  // rounding leaves a trace below zero where nothing varies
  return Math.max(0, variance);
}

function intervalOf(f: number, variance: number, atRisk: number): { lower: number; upper: number } {
  const exact = 0.025 ** (1 / atRisk);
  if (f <= 0) return { lower: 0, upper: 1 - exact };
  if (f >= 1) return { lower: exact, upper: 1 };
  const width = (z * Math.sqrt(variance)) / (f * Math.abs(Math.log(f)));
  return { lower: f ** Math.exp(width), upper: f ** Math.exp(-width) };
}
