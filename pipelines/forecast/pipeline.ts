import type { PlainDate } from "../../src/calendar.ts";
import type { PipelineMonths } from "../../src/forecast/combined/months.ts";
import { type Cell, cellIn, type Hierarchy, type Seller } from "../../src/forecast/hierarchy.ts";
import type { Pipeline } from "../../src/forecast/ways.ts";
import { type DrawOptions, drawBookings, type NewWins } from "../../src/opportunity/draws/draw.ts";
import type { Fitted } from "../../src/opportunity/hazard/fit.ts";
import { pipelineMonths } from "../../src/opportunity/hazard/month.ts";
import type { DealOutlook } from "../deals/outlook.ts";
import { deals } from "../deals.ts";
import { runMarts } from "../lineage.ts";
import type { Run } from "../run.ts";
import { comingMonths, type NewMonths } from "./coming-months.ts";
import { type OpenMonths, openMonths, type RepMonths } from "./open-months.ts";

/** What deals not yet created are foreseen by. */
const arrivalMarts = ["deal_arrival", "deal_conversion", "deal_place"] as const;

/** From so many draws 10 and 90 % quantiles are known to about three hundredths of the draws. */
const countDraws = 200;

/** With the model of deals at each cutoff. */
export interface FittedPipeline extends Pipeline {
  readonly fits: ReadonlyMap<PlainDate, Fitted>;
}

/**
 * What open deals, and deals not yet created, are expected to bring at every cutoff of which it is
 * known which deals were open. Writes the tables of the stage `deals`.
 */
export async function pipelineOf(
  run: Run,
  sellers: readonly Seller[],
  visit: (outlook: DealOutlook) => void = () => undefined,
): Promise<FittedPipeline> {
  const open = new Map<PlainDate, OpenMonths>();
  const fits = new Map<PlainDate, Fitted>();
  await deals(run, (outlook) => {
    visit(outlook);
    open.set(outlook.cutoff, openMonths(outlook));
    fits.set(outlook.cutoff, outlook.fitted);
  });
  await runMarts(run, arrivalMarts);
  const coming = new Map<PlainDate, readonly NewMonths[]>();
  for (const cutoff of open.keys()) {
    coming.set(cutoff, await comingMonths(run, { cutoff, from: cutoff, takers: sellers }));
  }
  return {
    fits,
    cells: [...[...open.values()].flatMap(({ months }) => months), ...[...coming.values()].flat()],
    at: (cutoff, hierarchy) => {
      const [known, fresh] = [open.get(cutoff), coming.get(cutoff)];
      // nothing open and nothing to come means that no deals are on file, not that none will be won
      if (!known || !fresh || known.months.length + fresh.length === 0) return undefined;
      return {
        ...byCell([...known.months, ...fresh], hierarchy),
        draws: drawBookings(drawn(known, fresh, hierarchy)),
      };
    },
  };
}

/** Minor units by cell, and in it by month. */
export function byCell(
  rows: readonly RepMonths[],
  hierarchy: Pick<Hierarchy, "sellers" | "segments">,
): Omit<PipelineMonths, "draws"> {
  const cellOf = knownCell(hierarchy);
  const count = hierarchy.sellers.length * hierarchy.segments.length;
  const sums = new Float64Array(count * pipelineMonths);
  for (const row of rows) {
    const start = cellOf(row) * pipelineMonths;
    for (const [month, value] of row.cents.entries()) {
      sums[start + month] = (sums[start + month] ?? Number.NaN) + value;
    }
  }
  return { months: pipelineMonths, byCell: sums };
}

/** What is drawn for every entity. */
function drawn(
  { months, deals, places }: OpenMonths,
  fresh: readonly NewMonths[],
  hierarchy: Hierarchy,
): DrawOptions {
  const cellOf = knownCell(hierarchy);
  const cells = months.map(cellOf);
  const entitiesOf = entitiesByCell(hierarchy);
  return {
    deals: { ...deals, cells: places.map((place) => cells[place] ?? Number.NaN) },
    arrivals: fresh.flatMap((row) => newWins(cellOf(row), row)),
    months: pipelineMonths,
    entitiesOf: (cell) => entitiesOf[cell] ?? [],
    countEntities: hierarchy.entities.length,
    count: countDraws,
  };
}

function newWins(cell: number, { cents, wins, variance }: NewMonths): NewWins[] {
  return [...wins].flatMap((count, month) => {
    if (!(count > 0)) return [];
    const mean = (cents[month] ?? Number.NaN) / count;
    return [{ cell, month, wins: count, mean, square: (variance[month] ?? Number.NaN) / count }];
  });
}

function entitiesByCell({ entities, sellers, segments }: Hierarchy): number[][] {
  const byCell = Array.from({ length: sellers.length * segments.length }, () => [] as number[]);
  for (const [entity, { cells }] of entities.entries()) {
    for (const cell of cells) byCell[cell]?.push(entity);
  }
  return byCell;
}

function knownCell(hierarchy: Pick<Hierarchy, "sellers" | "segments">) {
  const cellOf = cellIn(hierarchy);
  return ({ repId, segment }: Cell): number => {
    const cell = cellOf(repId, segment);
    if (cell === undefined) throw new RangeError(`unknown cell: ${repId}, ${segment}`);
    return cell;
  };
}
