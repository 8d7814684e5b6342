import { InputError } from "../../src/errors.js";
import type { Linked } from "../../src/scenario/link.js";
import { parseScenario, refuseSeveralTargets } from "../../src/scenario/parse.js";
import { resolveScenario } from "../../src/scenario/resolve.js";
import { type ScenarioEntry, scenarioSchema } from "../../src/scenario/schema.js";
import { scenarioText } from "../../src/scenario/text.js";
import type { Draft } from "./draft.js";

/** Loaded when a scenario is read or written: YAML and its checks weigh more than the rest. */

/**
 * A scenario as a file says it, with what it extends of the saved ones.
 *
 * @throws InputErrors with line and remedy for what can't be read
 */
export function readDraft(
  text: string,
  file: string,
  { saved, year }: { readonly saved: readonly Draft[]; readonly year: string },
): Draft {
  const name = file.replace(/\.ya?ml$/, "");
  const own = parseScenario(text, name, file);
  const others = saved
    .filter((draft) => draft.name !== name)
    .map((draft) => ({ ...draft, file: "", placeOf: () => ({}) }));
  return { name, entry: withoutYear(resolveScenario(name, [own, ...others]), year) };
}

/** The file that the command line runs. */
export const draftText = ({ entry }: Draft, label: string): string =>
  scenarioText({ year: label, ...entry });

/**
 * The scenario of a link.
 *
 * @param linked as the link holds it; undefined where it holds none
 * @param year the planned year, which goes without saying
 * @throws InputErrors for what is no scenario, InputError for one that extends another
 */
export function linkedDraft(linked: Linked | undefined, year: string): Draft {
  const parsed = scenarioSchema.safeParse(linked?.entry);
  if (!linked || !parsed.success || parsed.data.extends !== undefined) {
    const issue = parsed.error?.issues[0];
    const what = issue ? [...issue.path.map(String), issue.message].join(": ") : "no scenario";
    throw new InputError(`unreadable link: ${linked ? what : "no scenario"}`, {
      remedy: "Ask for the link again, or for the scenario as a file.",
    });
  }
  refuseSeveralTargets(parsed.data);
  return { name: linked.name, entry: withoutYear(parsed.data, year) };
}

const withoutYear = ({ year, ...entry }: ScenarioEntry, planned: string): ScenarioEntry =>
  year === undefined || year === planned ? entry : { year, ...entry };
