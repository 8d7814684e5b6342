import { hashOf, uniformStream } from "../statistics/random.ts";
import { type Production, productionAt } from "./production.ts";

/** How often the year is drawn: a chance is right to about 1.6 points. */
export const drawCount = 1000;

/** A rep's year, and the standard deviation of what moves all reps together, relative. */
export interface DrawnRep {
  readonly repId: string;
  readonly production: Production;
  readonly common: number;
}

const together = "all reps together";
const memory = new Map<string, Float64Array>();

/**
 * A rep's bookings in each drawn year, minor units: luck of its own and luck that all share (a
 * Gaussian copula of one factor). A rep's luck depends on its id alone, so that scenarios differ by
 * what they change and by nothing else.
 */
export function drawnYears({ repId, production, common }: DrawnRep): Float64Array {
  const { mean, variance } = production;
  const shared = variance > 0 ? Math.min(1, (common * mean) ** 2 / variance) : 0;
  const [all, own] = [Math.sqrt(shared), Math.sqrt(1 - shared)];
  const [market, luck] = [normals(together), normals(repId)];
  const years = new Float64Array(drawCount);
  for (let draw = 0; draw < drawCount; draw++) {
    const z = all * (market[draw] as number) + own * (luck[draw] as number);
    years[draw] = productionAt(production, z);
  }
  return years;
}

/** Standard normal numbers by the name of whom they are for (Box & Muller 1958). */
function normals(name: string): Float64Array {
  const known = memory.get(name);
  if (known) return known;
  const uniform = uniformStream(hashOf(`year of ${name}`));
  const drawn = Float64Array.from({ length: drawCount }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  });
  memory.set(name, drawn);
  return drawn;
}
