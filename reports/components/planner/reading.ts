import { InputError, InputErrors } from "../../src/errors.js";
import { parseScenario } from "../../src/scenario/parse.js";
import { resolveScenario } from "../../src/scenario/resolve.js";
import { type ScenarioEntry, scenarioSchema } from "../../src/scenario/schema.js";
import { scenarioText } from "../../src/scenario/text.js";
import type { Draft } from "./store.js";

/** Loaded when a scenario is read or written: YAML and its checks weigh more than the rest. */

/**
 * A scenario as a file says it, with what it extends of the saved ones.
 *
 * @throws InputErrors with line and remedy for what can't be read
 */
export function readDraft(text: string, file: string, saved: readonly Draft[]): Draft {
  const name = file.replace(/\.ya?ml$/, "");
  const own = parseScenario(text, name, file);
  const others = saved
    .filter((draft) => draft.name !== name)
    .map((draft) => ({ ...draft, file: "", placeOf: () => ({}) }));
  return { name, entry: resolveScenario(name, [own, ...others]) };
}

/** The file that the command line runs. */
export const draftText = ({ entry }: Draft, label: string): string =>
  scenarioText({ year: label, ...entry });

/** @throws InputErrors for what is no scenario */
export function checkedEntry(entry: unknown): ScenarioEntry {
  const parsed = scenarioSchema.safeParse(entry);
  if (parsed.success) return parsed.data;
  throw new InputErrors(
    parsed.error.issues.map(
      ({ path, message }) =>
        new InputError(`unreadable link: ${[...path.map(String), message].join(": ")}`, {
          remedy: "Ask for the link again, or for the scenario as a file.",
        }),
    ),
  );
}
