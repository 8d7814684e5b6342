import { type Activity, activitiesOf } from "./activities.ts";
import type { Deal, Path, World } from "./deal.ts";
import { appliesTo, type Dirt, drawDirt, forbidsLines, soiled } from "./dirt.ts";
import { linesOf, repriced, settlement } from "./lines.ts";
import { movesOf, type Quote } from "./moves.ts";
import { pathOf } from "./path.ts";
import { at, categorical, chance, pick } from "./random.ts";
import { recordOf, type Version } from "./record.ts";
import { competitors, lossReasons, lossWeights } from "./words/deals.ts";

/** All there is to tell about one deal: the truth, and what the CRM knows. */
export interface Story {
  readonly deal: Deal;
  readonly path: Path;
  readonly quote: Quote;
  /** The opportunity's states up to the as-of date. */
  readonly versions: readonly Version[];
  readonly activities: readonly Activity[];
  readonly dirt: Dirt | undefined;
  readonly lossReason: string;
  readonly competitor: string;
}

/** Plays a deal to its end and writes the CRM's record of it. */
export function storyOf(deal: Deal, world: World, dirtLevel: number): Story {
  const { random } = deal;
  const drawn = drawDirt(random, dirtLevel);
  const path = pathOf(deal, world);
  const quote = quoteOf(deal, path, drawn);
  const clean = recordOf(deal, path, movesOf(deal, path, quote), world);
  const dirt = appliesTo(clean, drawn) ? drawn : undefined;
  const reason = at(lossReasons, categorical(random, lossWeights));
  const faced = reason === "Lost to competitor" || chance(random, 0.3);
  return {
    deal,
    path,
    quote,
    versions: soiled(clean, dirt, random),
    activities: dirt === "deleted" ? [] : activitiesOf(deal, path, world.market.asOf),
    dirt,
    lossReason: path.isWon ? "" : reason,
    competitor: faced ? pick(random, competitors) : "",
  };
}

function quoteOf(deal: Deal, path: Path, dirt: Dirt | undefined): Quote {
  const { random, kind } = deal;
  const lines = linesOf(deal);
  const factor = kind === "renewal" ? 1 : settlement(random, path.isPulledIn);
  const settled = factor === 1 ? lines : repriced(lines, factor);
  return { lines, settled, hasLines: chance(random, 0.9) && !forbidsLines(dirt) };
}
