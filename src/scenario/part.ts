import type { Scenario } from "./parse.ts";
import type { ScenarioEntry } from "./schema.ts";

/** A part of a scenario, and where each of its keys stands. */
export type ScenarioPart = Pick<Scenario, "entry" | "placeOf">;

/** A scenario that stands in no file. */
export const unplaced = (entry: ScenarioEntry): ScenarioPart => ({ entry, placeOf: () => ({}) });
