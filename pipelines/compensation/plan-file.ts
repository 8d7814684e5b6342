import { existsSync, readFileSync, statSync } from "node:fs";
import type { Places } from "../../src/compensation/places.ts";
import type { PlaceOf } from "../../src/compensation/plan/mistake.ts";
import type { PlanDefaults } from "../../src/compensation/plan/read.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError } from "../../src/errors.ts";
import { readPlan, type WrittenPlan } from "../../src/scenario/plan-text.ts";

/**
 * Reads a plan file.
 *
 * @throws InputError where it isn't there, InputErrors with every mistake, each with its line
 */
export function readPlanFile(file: string, defaults: PlanDefaults): WrittenPlan {
  if (!existsSync(file) || !statSync(file).isFile()) {
    const remedy = "Name a compensation plan: a YAML file with the keys plan and components.";
    throw new InputError(`missing file: ${file}`, { remedy });
  }
  return readPlan(readFileSync(file, "utf8"), file, defaults);
}

/** Where the components of a plan stand in its file. */
export const componentPlaces =
  (terms: PlanTerms, placeOf: PlaceOf): Places["ofComponent"] =>
  (name) =>
    placeOf(["components", terms.components.findIndex((component) => component.name === name)]);
