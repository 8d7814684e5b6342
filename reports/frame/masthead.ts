import { formatDate } from "../src/format.js";
import { readEdition } from "./edition.ts";
import { escapeHtml } from "./html.ts";

type PageLink = readonly [path: string, name: string];

/** What a reader asks about, and the pages that answer; the first is where its link leads. */
interface Section {
  readonly name: string;
  readonly pages: readonly PageLink[];
  /** Pages of one rep or team, to which tables lead. */
  readonly within?: readonly string[];
}

const sections: readonly Section[] = [
  { name: "Overview", pages: [["/index", "Overview"]] },
  {
    name: "Forecast",
    pages: [
      ["/forecast", "Outlook"],
      ["/what-changed", "What changed"],
      ["/forecast-accuracy", "Accuracy"],
    ],
  },
  {
    name: "Pipeline",
    pages: [
      ["/pipeline", "Coverage and changes"],
      ["/deals", "Open deals"],
      ["/winning", "Where we win"],
    ],
  },
  { name: "Performance", pages: [["/performance", "Performance"]], within: ["/team", "/rep"] },
  {
    name: "Plan",
    pages: [
      ["/quotas", "Quotas"],
      ["/planner", "Planner"],
      ["/territories", "Territories"],
      ["/capacity", "Capacity"],
      ["/goals", "Goals"],
    ],
  },
  {
    name: "Pay",
    pages: [
      ["/compensation", "Compensation"],
      ["/spifs", "SPIFs"],
      ["/accounting", "Accounting"],
      ["/modeller", "Plan modeller"],
    ],
  },
  {
    name: "Data",
    pages: [
      ["/data-quality", "Quality"],
      ["/methods", "Methods"],
    ],
  },
];

/** The strip over every page: company, pages, as-of date, theme switch. */
export function masthead({ path }: { path: string }): string {
  const edition = readEdition();
  return `<a class="skip" rel="external" href="#observablehq-main">Skip to the answer</a>
<div class="masthead">
<a class="brand" href="/">${escapeHtml(edition.company)}</a>
<nav class="pages" aria-label="Sections"><ul>${sections.map((section) => sectionLink(section, path)).join("")}</ul></nav>
<p class="edition" data-feeds="${escapeHtml(feedsOf(edition))}">As of <time datetime="${edition.as_of}">${formatDate(edition.as_of)}</time><span class="unit"> · ${escapeHtml(edition.currency)}</span></p>
<button class="theme" type="button" aria-label="Switch theme" title="Switch theme"><svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor"/></svg></button>
</div>
${pagesOf(path)}
<p class="stale" role="status" hidden></p>`;
}

function sectionLink(section: Section, current: string): string {
  const [first] = section.pages;
  if (!first) return "";
  const isWhole = section.pages.length === 1 && first[0] === current;
  const here = isWhole ? "page" : holds(section, current) ? "true" : undefined;
  return link([first[0], section.name], here);
}

/** The pages of the section that holds one, where there is a choice. */
function pagesOf(current: string): string {
  const pages = sections.find((section) => holds(section, current))?.pages ?? [];
  if (pages.length < 2) return "";
  const links = pages.map((page) => link(page, page[0] === current ? "page" : undefined));
  return `<nav class="pages within" aria-label="Pages of this section"><ul>${links.join("")}</ul></nav>`;
}

const holds = ({ pages, within = [] }: Section, path: string): boolean =>
  within.includes(path) || pages.some(([page]) => page === path);

function link([path, name]: PageLink, here: "page" | "true" | undefined): string {
  const mark = here === undefined ? "" : ` aria-current="${here}"`;
  return `<li><a href="${path === "/index" ? "/" : path}"${mark}>${name}</a></li>`;
}

const feedsOf = ({ feeds }: ReturnType<typeof readEdition>) =>
  JSON.stringify(
    feeds.map(({ source, last_drop, max_age_days }) => ({ source, last_drop, max_age_days })),
  );
