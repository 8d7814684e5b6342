import loadHighs from "highs";
import { type Ground, groundOf } from "../../src/territory/ground.ts";
import type { BalanceProblem } from "../../src/territory/problem.ts";

export interface Proof {
  readonly isProved: boolean;
  /** The least cost found, and what no allocation can be below. */
  readonly cost: number;
  readonly bound: number;
}

/**
 * The least cost of a balance by HiGHS: the mixed-integer program of who has which account. Blocks
 * its thread until the cost is within a thousandth of its bound, or the seconds are over.
 */
export async function provedBalance(problem: BalanceProblem, seconds: number): Promise<Proof> {
  const highs = await loadHighs();
  return highs.withModel({ format: "lp", data: programOf(groundOf(problem)) }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 1e-3 });
    model.run();
    return {
      isProved: model.getModelStatus() === highs.constants.modelStatus.optimal,
      cost: model.getObjectiveValue(),
      bound: Number(model.info.get("mip_dual_bound")),
    };
  });
}

/** Minimise the worst deviation z of each pool by its share, and the moves, in CPLEX's LP format. */
function programOf(ground: Ground): string {
  const { accounts, reps, width, home, poolOf, poolShares, moveCost, mostMoves } = ground;
  const worst = [...poolShares].map((share, pool) => `${share} z${pool}`);
  const leaving = [...ground.movable].map((account) => `x${account}_${home[account]}`);
  const stays = leaving.map((x) => `- ${moveCost} ${x}`).join("\n ");
  const deviations = reps.flatMap((_, rep) => [
    `${sums(width, (measure) => `+ d${rep}_${measure}`)} - z${poolOf[rep]} <= 0`,
    ...Array.from({ length: width }, (_, measure) => besides(ground, rep, measure)).flat(),
  ]);
  const placed = accounts.map((_, account) => `${sumOver(ground, account)} = 1`);
  return [
    `Minimize\n cost: ${worst.join(" + ")} ${moveCost > 0 ? stays : ""}`,
    ` + ${moveCost * leaving.length} one`,
    "Subject To",
    ...[...deviations, ...placed].map((row, index) => ` r${index}: ${row}`),
    ` few: ${leaving.map((x) => `+ ${x}`).join("\n ")} >= ${leaving.length - mostMoves}`,
    "Bounds\n one = 1",
    "Binaries",
    ...accounts.map((_, account) => ` ${places(ground, account).join(" ")}`),
    "End",
  ].join("\n");
}

const sums = (count: number, term: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => term(index)).join(" ");

/** |load − target| ≤ deviation of one rep and measure, as two rows. */
function besides(ground: Ground, rep: number, measure: number): string[] {
  const { accounts, width, loads, targets, slopes, mayTake, reps } = ground;
  const place = rep * width + measure;
  const slope = slopes[place] as number;
  const terms = accounts.flatMap((_, account) => {
    const load = loads[account * width + measure] as number;
    if (mayTake[account * reps.length + rep] === 0 || load === 0) return [];
    return [{ account, load: load * slope }];
  });
  const target = (targets[place] as number) * slope;
  const signed = (sign: "+" | "-") =>
    terms.map(({ account, load }) => `${sign} ${load} x${account}_${rep}`).join("\n ");
  return [
    `${signed("+")} - d${rep}_${measure} <= ${target}`,
    `${signed("-")} - d${rep}_${measure} <= ${-target}`,
  ];
}

function places({ takerStarts, takers }: Ground, account: number): string[] {
  const own = takers.subarray(takerStarts[account], takerStarts[account + 1]);
  return [...own].map((rep) => `x${account}_${rep}`);
}

const sumOver = (ground: Ground, account: number) =>
  places(ground, account)
    .map((x) => `+ ${x}`)
    .join(" ");
