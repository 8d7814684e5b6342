import { type ObjectName, objects } from "../../src/crm/objects.ts";
import type { Run } from "../run.ts";
import { type Input, ownSource } from "./inputs.ts";
import type { InspectedInput } from "./inspection.ts";
import { layoutOf } from "./source-layout.ts";
import type { RawFeed } from "./staging.ts";

/** Every feed of every source, also those without a file: an absent object is an empty table. */
export function rawFeeds({ workspace }: Run, inputs: readonly InspectedInput[]): RawFeed[] {
  const own = inputs.filter(({ source }) => source === ownSource);
  const fed = [
    ...latestOfEach(own).map((input) => ({ ...input, raw: rawTable(input), settings: undefined })),
    ...Object.entries(workspace.company.sources).flatMap(([source, settings]) =>
      layoutOf(source, settings).feeds.map((feed) => ({
        source,
        feed,
        settings,
        raw: rawTable({ source, feed }),
      })),
    ),
  ];
  const objectsFed = new Set(fed.map(({ feed }) => feed.object));
  const absent = (Object.keys(objects) as ObjectName[]).filter((name) => !objectsFed.has(name));
  return [...fed, ...absent.map(absentFeed)];
}

function absentFeed(object: ObjectName): RawFeed {
  const feed = { file: object, object, columns: {} };
  return { source: ownSource, feed, raw: `raw_absent__${object}`, settings: undefined };
}

/** One input of each raw table: its latest. */
export const latestOfEach = (inputs: readonly InspectedInput[]) => [
  ...new Map(inputs.map((input) => [rawTable(input), input])).values(),
];

/** The name of the table that takes a feed's text: `raw_crm__opportunity_history`. */
export function rawTable({ source, feed }: Pick<Input, "source" | "feed">): string {
  const name = feed.file.split("/").at(-1) ?? feed.file;
  const snake = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll(/\W+/g, "_");
  return `raw_${source}__${snake.toLowerCase()}`;
}
