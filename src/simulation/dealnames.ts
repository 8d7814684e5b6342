import { dateText } from "./days.ts";
import type { Deal } from "./deal.ts";

/** Names that break careless readers, at fixed numbers. */
const quirkyNames: Readonly<Record<number, string>> = {
  40: "<img src=x onerror=alert(1)>",
  41: '=HYPERLINK("http://example.com","Renewal")',
};

/** An opportunity's name as a rep types it. */
export function nameOf({ account, kind, number, contractEnd }: Deal): string {
  const quirk = quirkyNames[number];
  if (quirk !== undefined) return quirk;
  if (kind === "renewal")
    return `${account.name} - Renewal ${dateText(contractEnd ?? 0).slice(0, 7)}`;
  return kind === "new" ? `${account.name} - Halden Platform` : `${account.name} - Expansion`;
}
