import { describe, expect, test } from "vitest";
import {
  type PipelineFacts,
  pipelineAnswer,
  type QuarterCoverage,
} from "../../src/narrative/pipeline.ts";

const quarter = {
  label: "FY27-Q2",
  open_cents: 1_320_000_000,
  remaining_quota_cents: 660_000_000,
  count_open: 181,
  coverage: 2,
  needed: 1.8,
};

const facts: PipelineFacts = {
  currency: "USD",
  currency_digits: 2,
  current: quarter,
  next: { ...quarter, label: "FY27-Q3", coverage: 1.8, needed: 1.5 },
  // FY25 Q3 to FY27 Q1 of the sample, from their third of the month on
  need_range: { lowest: 1.45, highest: 2.43, count_quarters: 7 },
  short_regions: [],
  open_deals: 584,
  overdue_deals: 17,
  textbook: 2.9,
  slip: { label: "FY27-Q1", value: 0.02, numerator: 4, denominator: 200 },
  push: { label: "FY27-Q1", value: 0.06, numerator: 24, denominator: 400 },
  change: {
    from: "2026-04-30",
    opening_cents: 2_670_000_000,
    closing_cents: 1_430_000_000,
    overdue_cents: 114_000_000,
    bars: [
      { bar: "created", cents: 1_610_000_000 },
      { bar: "pulled_in", cents: 180_000_000 },
      { bar: "reopened", cents: 0 },
      { bar: "increased", cents: 87_000_000 },
      { bar: "decreased", cents: -60_000_000 },
      { bar: "pushed_out", cents: -85_000_000 },
      { bar: "lost", cents: -2_180_000_000 },
      { bar: "won", cents: -790_000_000 },
      { bar: "currency", cents: 3_600_000 },
    ],
  },
  history: { first_known: "2020-08-05", drop_sources: [] },
};

const withQuarter = (changes: Partial<QuarterCoverage>) =>
  pipelineAnswer({ ...facts, current: { ...quarter, ...changes } }).sentence;

describe("whether there is enough pipeline", () => {
  test("says coverage beside what was needed, and how much is over", () => {
    // (2.0 − 1.8) × 6.6 M
    expect(pipelineAnswer(facts).sentence).toBe(
      "FY27 Q2 has USD 13.2 M of open pipeline for the 6.6 M of quota still to book, 2.0×; past quarters needed 1.8× from this day on, each of the 7 between 1.4× and 2.4×, so it is likely enough.",
    );
  });

  test("is sure that it is enough only above what every past quarter needed", () => {
    const need_range = { lowest: 1.45, highest: 1.95, count_quarters: 7 };
    // (2.0 − 1.8) × 6.6 M
    expect(pipelineAnswer({ ...facts, need_range }).sentence).toMatch(
      /so it is enough, by 1\.3 M\.$/,
    );
    const one = { lowest: 1.8, highest: 1.8, count_quarters: 1 };
    expect(pipelineAnswer({ ...facts, need_range: one }).sentence).toContain(
      "from this day on, so it is likely enough.",
    );
  });

  test("says how much is missing, and is sure of it only below what every past quarter needed", () => {
    // (2.1 − 2.0) × 6.6 M
    expect(withQuarter({ needed: 2.1 })).toContain("so 660 k of pipeline is likely missing.");
    // (1.8 − 1.0) × 6.6 M
    expect(withQuarter({ coverage: 1 })).toContain("so 5.3 M of pipeline is missing.");
  });

  test("names the regions that are short though the company isn't", () => {
    const short = ["EMEA", "Asia Pacific", "Americas", "Africa"].map((name, index) => ({
      name,
      missing_cents: (4 - index) * 1e8,
    }));
    const said = (count: number) =>
      pipelineAnswer({ ...facts, short_regions: short.slice(0, count) }).sentence;
    expect(said(1)).toMatch(/likely enough; EMEA is 4\.0 M short\.$/);
    expect(said(2)).toMatch(/; EMEA is 4\.0 M and Asia Pacific 3\.0 M short\.$/);
    expect(said(4)).toMatch(/; 4 regions are short, EMEA most, by 4\.0 M\.$/);
  });

  test("names the textbook figure where what is needed isn't known, as what it is", () => {
    expect(withQuarter({ needed: null })).toContain(
      "how much is needed isn’t known yet, and the textbook asks for 2.9×.",
    );
    const neither = pipelineAnswer({
      ...facts,
      textbook: null,
      current: { ...quarter, needed: null },
    });
    expect(neither.sentence).toContain("; how much is needed isn’t known.");
  });

  test("a quota that is reached or missing is said so and never divided by", () => {
    expect(withQuarter({ remaining_quota_cents: -1, coverage: null })).toBe(
      "FY27 Q2’s quota is reached already, and USD 13.2 M of open pipeline is still dated in it.",
    );
    expect(withQuarter({ remaining_quota_cents: null, coverage: null })).toBe(
      "FY27 Q2 has USD 13.2 M of open pipeline, and no quota is on file to hold it against.",
    );
    expect(pipelineAnswer({ ...facts, current: null, open_deals: 1 }).sentence).toBe(
      "1 deal is open, and no quota is on file to hold them against.",
    );
  });
});

describe("what changed it", () => {
  test("names the largest terms that added and that took away", () => {
    expect(pipelineAnswer(facts).details[0]).toBe(
      "At the end of 30 Apr 2026 the quarter’s pipeline was USD 26.7 M, now it is 14.3 M with the 1.1 M of overdue deals: 16.1 M was created, 1.8 M was pulled in and 870 k was added to amounts; 21.8 M was lost, 7.9 M was won and 850 k was pushed out.",
    );
  });

  test("says that nothing changed, and that nothing is known", () => {
    const change = {
      from: "2026-04-30",
      opening_cents: 1e8,
      closing_cents: 1e8,
      overdue_cents: null,
      bars: [],
    };
    expect(pipelineAnswer({ ...facts, change }).details[0]).toMatch(/; nothing changed\.$/);
    expect(pipelineAnswer({ ...facts, change: null }).details[0]).toMatch(/can’t be told/);
  });

  test("says where past states come from: the CRM's history, or the difference of exports", () => {
    expect(pipelineAnswer(facts).aside).toBe(
      "Deals’ past states are those of the CRM’s own history, known since 5 Aug 2020.",
    );
    const history = { first_known: "2026-01-31", drop_sources: ["hubspot"] };
    expect(pipelineAnswer({ ...facts, history }).aside).toMatch(
      /^hubspot gives no history of deals: .*successive exports.*nothing is compared before 31 Jan 2026\.$/,
    );
    const none = { first_known: null, drop_sources: [] };
    expect(pipelineAnswer({ ...facts, history: none }).aside).toMatch(/^No history of deals/);
  });
});

test("a share that isn't known is a dash, not zero", () => {
  const figures = pipelineAnswer({ ...facts, slip: null }).figures;
  expect(figures.find(({ label }) => label === "Slipped")?.value).toBe("–");
  expect(figures.find(({ label }) => label === "Pushed, FY27 Q1")).toMatchObject({
    value: "6.0 %",
    note: "24 of 400 deals dated in it were dated out of it",
  });
});
