import { formatDate } from "../src/format.js";
import { readEdition } from "./edition.ts";
import { escapeHtml } from "./html.ts";

const pages = [
  ["/index", "Overview"],
  ["/forecast", "Forecast"],
  ["/pipeline", "Pipeline"],
  ["/performance", "Performance"],
  ["/winning", "Where we win"],
  ["/quotas", "Quotas"],
  ["/goals", "Goals"],
  ["/data-quality", "Data"],
  ["/methods", "Methods"],
] as const;

/** The strip over every page: company, pages, as-of date, theme switch. */
export function masthead({ path }: { path: string }): string {
  const edition = readEdition();
  return `<a class="skip" rel="external" href="#observablehq-main">Skip to the answer</a>
<div class="masthead">
<a class="brand" href="/">${escapeHtml(edition.company)}</a>
<nav class="pages" aria-label="Pages"><ul>${pages.map((page) => link(page, path)).join("")}</ul></nav>
<p class="edition" data-feeds="${escapeHtml(feedsOf(edition))}">As of <time datetime="${edition.as_of}">${formatDate(edition.as_of)}</time><span class="unit"> · ${escapeHtml(edition.currency)}</span></p>
<button class="theme" type="button" aria-label="Switch theme" title="Switch theme"><svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor"/></svg></button>
</div>
<p class="stale" role="status" hidden></p>`;
}

function link([path, name]: readonly [string, string], current: string): string {
  const mark = path === current ? ' aria-current="page"' : "";
  return `<li><a href="${path === "/index" ? "/" : path}"${mark}>${name}</a></li>`;
}

const feedsOf = ({ feeds }: ReturnType<typeof readEdition>) =>
  JSON.stringify(
    feeds.map(({ source, last_drop, max_age_days }) => ({ source, last_drop, max_age_days })),
  );
