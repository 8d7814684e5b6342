import { dynamics } from "./dynamics.ts";
import type { Feed, Layout } from "./feed.ts";
import { hubspot } from "./hubspot.ts";
import type { ObjectName } from "./objects.ts";
import { pipedrive } from "./pipedrive.ts";
import { salesforce } from "./salesforce.ts";

/** The CRMs whose exports are known without a mapping, by the `kind` that names them. */
export const layouts: Readonly<Record<string, Layout>> = {
  salesforce,
  hubspot,
  dynamics,
  pipedrive,
};

/** A company's own columns for an object, canonical name → headings, instead of the CRM's. */
export type ColumnOverrides = Readonly<
  Partial<Record<ObjectName, Readonly<Record<string, readonly string[]>>>>
>;

/** The layout with a company's own columns put first. */
export function withOverrides(layout: Layout, overrides: ColumnOverrides): Layout {
  const feeds = layout.feeds.map((feed) => overrideFeed(feed, overrides[feed.object] ?? {}));
  return { ...layout, feeds };
}

/** A column that the company maps is read as it says, without the CRM's rules for it. */
function overrideFeed(feed: Feed, overrides: Readonly<Record<string, readonly string[]>>): Feed {
  const others = <Rule>(rules: Readonly<Record<string, Rule>> = {}) =>
    Object.fromEntries(Object.entries(rules).filter(([column]) => !(column in overrides)));
  return {
    ...feed,
    columns: { ...feed.columns, ...overrides },
    fallbacks: others(feed.fallbacks),
    joined: others(feed.joined),
    constants: others(feed.constants),
    gathered: others(feed.gathered),
    homeAmounts: others(feed.homeAmounts),
    values: others(feed.values),
  };
}
