import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { parsePlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import { refuseOtherLayout } from "../src/simulation/layouts.ts";
import { type SimulationOptions, sampleOptions } from "../src/simulation/options.ts";
import { simulate } from "../src/simulation/simulate.ts";
import { createFolder } from "./simulated-folder.ts";

export interface SimulateOptions extends Partial<SimulationOptions> {
  /** Gzip the exports and the truth; finance and plan files stay plain. */
  readonly compress?: boolean;
  /** Short for `drops: "full"`. */
  readonly fullDrops?: boolean;
  /** Short for `hasDealsView: true`. */
  readonly dealsView?: boolean;
  /** Short for `hasTerritories: true`. */
  readonly territories?: boolean;
}

export interface SimulateProgress {
  step(message: string, rows?: number): void;
}

/** A file that tells our folders from others. */
const marker = "truth/parameters.json";

/**
 * Simulates a company into a folder: an empty or missing one, or one that this wrote before.
 *
 * @throws InputError when the folder holds anything else
 */
export async function simulateCommand(
  folder: string,
  { compress = true, ...options }: SimulateOptions,
  progress: SimulateProgress,
): Promise<void> {
  const company = companyOptions(options);
  refuseForeign(folder);
  const files = createFolder(folder, compress);
  for (const { accounts, opportunities } of simulate(company, files)) {
    progress.step(`simulated ${accounts} accounts`, opportunities);
    await breathe();
  }
  files.close();
}

/** The sample's company where nothing else is asked for; reps and accounts grow together. */
function companyOptions(asked: SimulateOptions): SimulationOptions {
  const { fullDrops, dealsView, territories, ...given } = asked;
  const { reps, accounts } = sampleOptions;
  const scale = given.reps ? given.reps / reps : (given.accounts ?? accounts) / accounts;
  const scaled = {
    reps: Math.max(1, Math.round(reps * scale)),
    accounts: Math.max(1, Math.round(accounts * scale)),
  };
  const options = {
    ...sampleOptions,
    ...scaled,
    ...given,
    ...(fullDrops ? { drops: "full" as const } : {}),
    ...(dealsView ? { hasDealsView: true } : {}),
    ...(territories ? { hasTerritories: true } : {}),
  };
  for (const name of ["reps", "accounts", "years"] as const) {
    if (!(Number.isSafeInteger(options[name]) && options[name] > 0)) {
      throw wrongNumber(name, options[name]);
    }
  }
  if (!Number.isSafeInteger(options.seed)) throw wrongNumber("seed", options.seed);
  parsePlainDate(options.asOf);
  refuseOtherLayout(options);
  return options;
}

const wrongNumber = (name: string, value: number) =>
  new InputError(`invalid ${name}: ${value}`, { remedy: `Give ${name} as a whole number.` });

function refuseForeign(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, marker))) return;
  throw new InputError(`folder in use: ${folder}`, {
    file: folder,
    remedy: "Name a new or empty folder; only a simulated company is written over.",
  });
}
