import type { Feed, Layout } from "./feed.ts";
import type { ObjectName } from "./objects.ts";

/** One file of a `table` source as the company file declares it. */
export interface TableFile {
  /** The file's name without its ending. */
  readonly file: string;
  /** Canonical column → headings of the export. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Any export whose columns the company file maps: one feed for each object it declares. */
export function tableLayout(files: Readonly<Partial<Record<ObjectName, TableFile>>>): Layout {
  const declared = Object.entries(files) as [ObjectName, TableFile][];
  return { feeds: declared.map(([object, file]) => tableFeed(object, file)) };
}

function tableFeed(object: ObjectName, { file, columns }: TableFile): Feed {
  const feed: Feed = { file, object, columns };
  return object === "opportunity" ? { ...feed, required: true } : feed;
}
