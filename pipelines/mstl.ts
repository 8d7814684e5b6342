import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, MSTL } from "@bsull/augurs/mstl";
import type { Mstl } from "../src/forecast/series/member.ts";

let isReady = false;

/**
 * MSTL with exponential smoothing of what the season leaves (Bandara, Hyndman & Bergmeir 2021;
 * ETS chosen automatically), from augurs. Its WebAssembly is read once, from the installed package.
 */
export const mstl: Mstl = (y, season, h) => {
  if (!isReady) prepare();
  const model = MSTL.ets([season], { impute: false });
  try {
    model.fit(Float64Array.from(y));
    return model.predict(h).point;
  } catch {
    // no smoothing model fits a history that hardly changes, or one of six values
    return Array<number>(h).fill(Number.NaN);
  } finally {
    model.free();
  }
};

function prepare(): void {
  const file = createRequire(import.meta.url).resolve("@bsull/augurs/mstl");
  initSync({ module: readFileSync(file.replace(/\.js$/, "_bg.wasm")) });
  isReady = true;
}
