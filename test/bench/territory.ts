import { balanceTerritories } from "../../src/territory/balance.ts";
import { type InstanceOptions, instance } from "../territory/instances.ts";
import { provedBalance } from "../territory/oracle.ts";

// npm run bench:territory: how near territories come to balance, in what time, beside what a solver
// of mixed-integer programs proves to be the least

const limits = { worst: 0.005, seconds: 10, beyond: 0.02 } as const;
/** The longest that a proof may take; instances that it can't prove tell nothing. */
const patience = 45;

/** Seeds of the search, of which the worst counts. */
const searches = [1, 2, 3, 4];

const proved: readonly Omit<InstanceOptions, "accounts" | "reps">[] = [1, 2, 3, 4, 5].flatMap(
  (seed) => [
    { seed, mostMoves: 10, reach: 1, kept: 0.1 },
    { seed, mostMoves: 20, reach: 1, kept: 0.1 },
    { seed, mostMoves: 30, reach: 1, kept: 0.1 },
    { seed, mostMoves: 10, reach: null, kept: 0.1 },
  ],
);

const percent = (share: number) => `${(100 * share).toFixed(3)} %`;
let failed = false;
for (const seed of [1, 2, 3]) large(seed);
for (const options of proved) await small(options);
if (failed) process.exitCode = 1;

function large(seed: number): void {
  const problem = instance({ accounts: 2000, reps: 40, seed });
  const started = performance.now();
  const { worstBefore, worstAfter } = balanceTerritories(problem, { seed: 1 });
  const seconds = (performance.now() - started) / 1000;
  const text = `2,000 accounts × 40 reps, ${seed}: the worst rep from ${percent(worstBefore)} to`;
  verdict(
    worstAfter <= limits.worst && seconds < limits.seconds,
    `${text} ${percent(worstAfter)} in ${seconds.toFixed(1)} s (limits ${percent(limits.worst)}, ${limits.seconds} s)`,
  );
}

async function small(options: Omit<InstanceOptions, "accounts" | "reps">): Promise<void> {
  const problem = instance({ accounts: 200, reps: 12, ...options });
  const started = performance.now();
  const found = searches.map((seed) => balanceTerritories(problem, { seed }).worstAfter);
  const seconds = (performance.now() - started) / 1000 / searches.length;
  const worstAfter = Math.max(...found);
  const { isProved, bound } = await provedBalance(problem, patience);
  const reach = options.reach === null ? "anywhere" : "to neighbours";
  const text = `200 × 12, ${options.seed}: ${options.mostMoves} moves ${reach}: ${percent(worstAfter)}`;
  const beyond = worstAfter / bound - 1;
  const least = `${(100 * beyond).toFixed(2)} % beyond the least at the worst seed, in ${seconds.toFixed(1)} s each`;
  if (!isProved) console.log(`open   ${text}, the least isn't below ${percent(bound)}`);
  else verdict(beyond <= limits.beyond, `${text}, ${least} (limit ${100 * limits.beyond} %)`);
}

function verdict(holds: boolean, text: string): void {
  failed ||= !holds;
  console.log(`${holds ? "holds" : "FAILS"}  ${text}`);
}
