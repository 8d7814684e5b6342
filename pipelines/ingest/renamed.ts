import { stringify } from "yaml";
import { matchHeadings } from "../../src/crm/headings.ts";
import { InputError, nearest } from "../../src/errors.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { rawTable } from "./feeds.ts";
import { ownSource } from "./inputs.ts";
import type { InspectedInput } from "./inspection.ts";

/** A column that a feed's drop had and the next one lacks. */
interface Vanished {
  readonly column: string;
  /** The heading that it stood under. */
  readonly heading: string;
  readonly before: InspectedInput;
  readonly now: InspectedInput;
  /** Headings that feed nothing and weren't there before, the likeliest first. */
  readonly appeared: readonly string[];
  readonly isRequired: boolean;
}

/**
 * Refuses a drop in which a column is gone that its object can't do without.
 *
 * @throws InputError naming the column, what is new in its place and the mapping to write
 */
export function refuseRenamed(inputs: readonly InspectedInput[]): void {
  const gone = vanishedColumns(inputs).find(({ isRequired }) => isRequired);
  if (!gone) return;
  const { heading, now } = gone;
  throw new InputError(`renamed column: ${heading} is gone from ${now.path}`, {
    file: now.path,
    line: 1,
    remedy: `${wordsFor(gone)} Otherwise export it again with ${heading}.`,
  });
}

/** A finding for each column that a drop lacks and the one before had, when it isn't required. */
export const renamedColumns = (inputs: readonly InspectedInput[]) =>
  vanishedColumns(inputs).map((gone) => ({
    finding: "renamed_column",
    severity: "warn",
    object: gone.now.feed.object,
    entity_id: gone.heading,
    file_id: gone.now.fileId,
    line: 1,
    detail: wordsFor(gone),
  }));

function wordsFor({ column, heading, before, now, appeared }: Vanished): string {
  const had = `The drop of ${before.dropDate} had ${heading}, this one hasn't`;
  if (appeared.length === 0) return `${had}, and nothing new stands in its place.`;
  const names = stringify([appeared[0] ?? "", heading], inYaml).trim();
  const mapping = `columns: { ${now.feed.object}: { ${column}: ${names} } }`;
  return `${had}; new is ${appeared.slice(0, 5).join(", ")}. If that is it, write under sources.${now.source} in company.yaml: ${mapping}.`;
}

/** A list on one line of the company file, each heading quoted where it would be read as something else. */
const inYaml = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;

/** What vanished from one drop of a feed to the next, over all exports. */
function vanishedColumns(inputs: readonly InspectedInput[]): Vanished[] {
  const exported = inputs.filter(({ source }) => source !== ownSource);
  return [...grouped(exported, rawTable).values()].flatMap((files) => {
    const drops = [...grouped(files, ({ dropDate }) => dropDate ?? "").values()];
    return drops.slice(1).flatMap((drop, index) => vanishedIn(drops[index] ?? [], drop));
  });
}

/** Files of one drop may differ; each is held against the one that had most in common before. */
function vanishedIn(before: readonly InspectedInput[], drop: readonly InspectedInput[]) {
  const seen = before.map(({ headings }) => headings.join("\n"));
  return drop
    .filter(({ headings }) => !seen.includes(headings.join("\n")))
    .flatMap((now) => {
      const shared = (then: InspectedInput) => then.headings.filter((one) => isIn(one, now)).length;
      const [then] = before.toSorted((a, b) => shared(b) - shared(a));
      return then === undefined ? [] : between(then, now);
    });
}

const isIn = (heading: string, { headings }: InspectedInput) => headings.includes(heading);

function between(before: InspectedInput, now: InspectedInput): Vanished[] {
  const had = matchHeadings(before.feed, before.headings);
  const has = matchHeadings(now.feed, now.headings);
  const held = new Set(has.matched.map(([, column]) => column));
  const fresh = has.unused.filter((heading) => heading.trim() !== "" && !isIn(heading, before));
  return had.matched.flatMap(([text, column]) => {
    if (typeof text !== "string" || held.has(column)) return [];
    const near = nearest(text, fresh);
    const appeared = near === undefined ? fresh : [near, ...fresh.filter((one) => one !== near)];
    const isRequired = has.missing.some((missing) => missing.column === column);
    return { column, heading: text, before, now, appeared, isRequired };
  });
}
