/** What every page does for its reader: the theme switch, and a word when its data are old. */

import { formatDate, formatPlural } from "../src/format.js";

interface Feed {
  readonly source: string;
  readonly last_drop: string;
  readonly max_age_days: number | null;
}

const page = document.documentElement;
const systemTheme = matchMedia("(prefers-color-scheme: dark)");

document.querySelector("button.theme")?.addEventListener("click", switchTheme);
warnWhenStale(new Date());

/** To the other theme; back to following the system when that is the same. */
function switchTheme(): void {
  const system = systemTheme.matches ? "dark" : "light";
  const next = (page.dataset.theme ?? system) === "dark" ? "light" : "dark";
  if (next === system) {
    delete page.dataset.theme;
    localStorage.removeItem("theme");
  } else {
    page.dataset.theme = next;
    localStorage.setItem("theme", next);
  }
}

/** Says which feeds are older than they may be, by the reader's own clock. */
function warnWhenStale(now: Date): void {
  const edition = document.querySelector<HTMLElement>("[data-feeds]");
  const notice = document.querySelector<HTMLElement>(".stale");
  if (!edition || !notice) return;
  const feeds = JSON.parse(edition.dataset.feeds ?? "[]") as Feed[];
  const texts = feeds.flatMap((feed) => staleness(feed, now) ?? []);
  notice.textContent = texts.join(" ");
  notice.hidden = texts.length === 0;
}

function staleness({ source, last_drop, max_age_days }: Feed, now: Date): string | undefined {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const age = Math.floor((today - Date.parse(last_drop)) / 86_400_000);
  if (max_age_days === null || age <= max_age_days) return undefined;
  return `The ${source} export is from ${formatDate(last_drop)}, ${formatPlural(age, "day")} ago; it should be no older than ${formatPlural(max_age_days, "day")}. Ask for a new edition before relying on these figures.`;
}
