import type { Day } from "./days.ts";
import type { Fiscal } from "./fiscal.ts";
import { at, chance, createRandom, integer, lognormal, pick, uniform } from "./random.ts";
import { recordId } from "./salesforce/ids.ts";

const campaignKinds = ["Webinar", "Trade Show", "Paid Search", "Content", "Email"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export interface Campaign {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly start: Day;
  readonly end: Day;
  /** Whole US dollars. */
  readonly budget: number;
  readonly cost: number;
}

/** What each kind is called, runs for, and costs a company of 45 reps at the start. */
const kinds: Readonly<Record<CampaignKind, { days: number; cost: number; themes: string[] }>> = {
  Webinar: {
    days: 21,
    cost: 9_000,
    themes: ["Product Tour", "Customer Panel", "Data Governance 101", "What's New"],
  },
  "Trade Show": {
    days: 4,
    cost: 95_000,
    themes: ["Data & Cloud Expo", "Operations Summit", "Industry 4.0 Fair", "CFO Forum"],
  },
  "Paid Search": { days: 90, cost: 110_000, themes: ["Search - Platform", "Search - Brand"] },
  Content: {
    days: 75,
    cost: 38_000,
    themes: ["Benchmark Report", "Buyer's Guide", "ROI Calculator"],
  },
  Email: { days: 30, cost: 7_000, themes: ["Nurture", "Win-back", "Launch Announcement"] },
};

export interface CampaignOptions {
  readonly seed: number;
  readonly reps: number;
  readonly fiscal: Fiscal;
  readonly start: Day;
  readonly asOf: Day;
}

/** Six campaigns a quarter, from the quarter before the first day on. */
export function createCampaigns({ seed, reps, fiscal, start, asOf }: CampaignOptions): Campaign[] {
  const random = createRandom(seed, "campaigns");
  const campaigns: Campaign[] = [];
  for (let quarter = fiscal.quarterOf(start) - 1; quarter <= fiscal.quarterOf(asOf); quarter++) {
    for (const kind of [...campaignKinds, "Webinar" as const]) {
      const { days, cost, themes } = kinds[kind];
      const first =
        fiscal.quarterStart(quarter) + (kind === "Paid Search" ? 0 : integer(random, 3, 62));
      const growth = 1.06 ** ((first - start) / 365);
      const budget = Math.round((lognormal(random, cost, 0.2) * growth * reps) / 4500) * 100;
      if (first > asOf) continue;
      campaigns.push({
        index: campaigns.length,
        id: recordId("Campaign", 700 + campaigns.length),
        name: campaignName(pick(random, themes), kind, fiscal, first),
        kind,
        start: first,
        end: first + days,
        budget,
        cost: Math.round((budget * uniform(random, 0.9, 1.12)) / 10) * 10,
      });
    }
  }
  return campaigns;
}

function campaignName(theme: string, kind: CampaignKind, fiscal: Fiscal, day: Day): string {
  const year = String(fiscal.yearOf(day) % 100).padStart(2, "0");
  return `FY${year} Q${fiscal.quarterOfYear(day) + 1} ${kind === "Webinar" ? "Webinar: " : ""}${theme}`;
}

/** The lead sources that campaigns feed. */
const fedBy: Readonly<Record<string, CampaignKind>> = {
  Webinar: "Webinar",
  "Trade Show": "Trade Show",
  "Paid Search": "Paid Search",
  Web: "Content",
};

/** Finds the campaign that a lead of a day would be put down to, by binary search over starts. */
export function campaignFinder(campaigns: readonly Campaign[]) {
  const byKind = new Map<CampaignKind, Campaign[]>();
  for (const kind of campaignKinds) {
    const list = campaigns.filter((campaign) => campaign.kind === kind);
    byKind.set(
      kind,
      list.sort((a, b) => a.start - b.start || a.index - b.index),
    );
  }
  return (source: string, day: Day, random: () => number): Campaign | undefined => {
    const kind = source === "Web" && chance(random, 0.4) ? "Email" : fedBy[source];
    const list = kind ? byKind.get(kind) : undefined;
    const found = list && latest(list, day);
    return found && day - found.start < 120 ? found : undefined;
  };
}

function latest(list: readonly Campaign[], day: Day): Campaign | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(list, middle).start <= day) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? list[low - 1] : undefined;
}
