import { spelledOut } from "../../src/compensation/plan/schema.js";
import type { Path } from "../../src/workspace/yaml.js";
import { readYaml, type YamlFile } from "../../src/workspace/yaml.js";
import type { WrittenComponent } from "./component.js";

/** A plan file as it is written, short forms at length; and where its parts stand. */
export interface WrittenPlan {
  readonly components: readonly WrittenComponent[];
  readonly placeOf: YamlFile["placeOf"];
}

/** @param text of a plan that could once be read: its parts are of the right kind */
export function writtenPlan(text: string): WrittenPlan {
  const { value, placeOf } = readYaml(text, "plan");
  const { components } = spelledOut(value) as { readonly components: readonly WrittenComponent[] };
  return { components, placeOf };
}

/** The path to a part of a component. */
export const inComponent = (index: number, ...path: Path): Path => ["components", index, ...path];
