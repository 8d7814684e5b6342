import { type HeadingMatch, headingFinder, matchHeadings } from "../../src/crm/headings.ts";
import { InputError, nearest } from "../../src/errors.ts";
import type { ColumnSource } from "../../src/warehouse/statement.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { dateColumns } from "./dates.ts";
import type { InspectedInput } from "./inspection.ts";

type MissingColumn = HeadingMatch["missing"][number];

/** Checks a file's headings against its feed: where each canonical column's text stands. */
export function mapColumns(
  input: InspectedInput,
): readonly (readonly [from: ColumnSource, column: string])[] {
  const { matched, missing, unused } = matchHeadings(input.feed, input.headings);
  const [first] = missing;
  if (first) {
    throw new InputError(`missing column: ${first.expected} in ${input.path}`, {
      file: input.path,
      line: 1,
      remedy: remedyFor(input, first),
    });
  }
  const [unknown] = unused.filter((heading) => heading.trim() !== "");
  if (input.feed.strict && unknown !== undefined) {
    const meant = nearest(unknown, Object.keys(input.feed.columns));
    throw new InputError(`unknown column: ${unknown} in ${input.path}`, {
      file: input.path,
      line: 1,
      column: unknown,
      remedy: meant
        ? `Did you mean "${meant}"?`
        : `Remove it; a column is one of ${Object.keys(input.feed.columns).join(", ")}.`,
    });
  }
  return matched.map(([from, column]) => [inZone(input, from, column), column] as const);
}

/** Values of a history are moments too, when the field that they are of is one. */
const valuesOfFields = ["old_value", "new_value"];

/** Where a column of moments stands, read in UTC where the feed's notation says so. */
function inZone({ feed }: InspectedInput, from: ColumnSource, column: string): ColumnSource {
  if (typeof from !== "string" || !feed.notation?.utc?.test(from)) return from;
  const isMoment = dateColumns(feed.object).includes(column) || valuesOfFields.includes(column);
  return isMoment ? { utc: from } : from;
}

function remedyFor({ feed }: InspectedInput, { column, expected, near }: MissingColumn): string {
  if (feed.strict) return near ? `Rename "${near}" to ${expected}.` : `Add a column ${expected}.`;
  return near
    ? `Map it in company.yaml (${column}: ${near}) or export it again.`
    : `Export it again with ${expected}, or map ${column} in company.yaml.`;
}

/**
 * A heading that the company file names must stand in some file of its object; older drops may
 * lack it.
 *
 * @throws InputError for a heading that none has: its column would silently be blank
 */
export function refuseUnknownMappings({ company }: Workspace, inputs: readonly InspectedInput[]) {
  for (const [source, { columns }] of Object.entries(company.sources)) {
    for (const [object, headings] of Object.entries(columns)) {
      const files = inputs.filter(
        (input) => input.source === source && input.feed.object === object,
      );
      for (const [column, named] of Object.entries(headings)) refuseUnfound(files, column, named);
    }
  }
}

function refuseUnfound(
  files: readonly InspectedInput[],
  column: string,
  named: readonly string[],
): void {
  const latest = files.at(-1);
  const has = ({ feed, headings }: InspectedInput) =>
    headingFinder(feed, headings)(named) !== undefined;
  const [heading] = named;
  if (!latest || heading === undefined || files.some(has)) return;
  const near = nearest(heading, latest.headings);
  const meant = near ? `did you mean "${near}"?` : "mend the mapping or export it again.";
  throw new InputError(`missing column: ${heading} in ${latest.path}`, {
    file: latest.path,
    line: 1,
    remedy: `company.yaml maps ${column} to it: ${meant}`,
  });
}
