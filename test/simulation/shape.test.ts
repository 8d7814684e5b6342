import { describe, expect, it } from "vitest";
import { latest, simulateFiles } from "./company.ts";

const files = simulateFiles({ accounts: 350, reps: 20, years: 5, seed: 3 });
const opportunities = [...latest(files.object("Opportunity")).values()];
const truths = files.rows("truth/opportunities.csv");
const share = <T>(rows: readonly T[], test: (row: T) => boolean) =>
  rows.filter(test).length / rows.length;
const won = opportunities.filter(({ IsWon }) => IsWon === "true");

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const daysOf = (from = "", to = "") =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;

describe("the shape of sales", () => {
  it("wins a fifth to a third of new business and most renewals", () => {
    const closed = (type: string) =>
      opportunities.filter(({ Type, IsClosed }) => Type === type && IsClosed === "true");
    const winRate = (type: string) => share(closed(type), ({ IsWon }) => IsWon === "true");
    expect(winRate("New Business")).toBeGreaterThan(0.18);
    expect(winRate("New Business")).toBeLessThan(0.33);
    expect(winRate("Renewal")).toBeGreaterThan(0.78);
    expect(winRate("Existing Business - Expansion")).toBeGreaterThan(0.35);
  });

  it("signs far more in the last two weeks of a fiscal quarter than in two others", () => {
    const ends =
      /-(04-(1[7-9]|2\d|30)|07-(1[89]|2\d|3[01])|10-(1[89]|2\d|3[01])|01-(1[89]|2\d|3[01]))$/;
    expect(share(won, ({ CloseDate = "" }) => ends.test(CloseDate))).toBeGreaterThan(0.3);
  });

  it("sells most in the last quarter of the fiscal year", () => {
    const complete = won.filter(({ CloseDate = "" }) => CloseDate < "2026-02-01");
    const last = share(complete, ({ CloseDate = "" }) => /-(11|12|01)-/.test(CloseDate));
    expect(last).toBeGreaterThan(0.26);
  });

  it("takes longer after the change of regime", () => {
    const { regimeChange } = JSON.parse(files.text("truth/parameters.json"));
    const kinds = latest(files.object("Opportunity"));
    const cycles = (isAfter: boolean) =>
      truths
        .filter(
          ({ opportunity_id = "", outcome }) =>
            outcome === "won" && kinds.get(opportunity_id)?.Type === "New Business",
        )
        .filter(({ begun_on = "" }) => begun_on >= regimeChange === isAfter)
        .map(({ begun_on, closed_on }) => daysOf(begun_on, closed_on));
    expect(median(cycles(true)) / median(cycles(false))).toBeGreaterThan(1.08);
  });

  it("wins as often as the true probabilities say, in each fifth of them", () => {
    const sorted = [...truths].sort(
      (a, b) => Number(a.win_probability) - Number(b.win_probability),
    );
    const fifth = Math.floor(sorted.length / 5);
    for (let band = 0; band < 5; band++) {
      const rows = sorted.slice(band * fifth, (band + 1) * fifth);
      const expected = rows.reduce((sum, row) => sum + Number(row.win_probability), 0) / fifth;
      // four standard errors, and what the regime, the ramp and the year's end move after the start
      const allowed = 4 * Math.sqrt((expected * (1 - expected)) / fifth) + 0.03;
      expect(Math.abs(share(rows, ({ outcome }) => outcome === "won") - expected)).toBeLessThan(
        allowed,
      );
    }
  });

  it("draws a frailty of mean 1 and variance 1 / 2.2", () => {
    const values = truths.map(({ frailty }) => Number(frailty));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.06);
    expect(Math.abs(variance - 1 / 2.2)).toBeLessThan(0.09);
  });

  it("is dirty in a small share of rows", () => {
    const rows = files.object("Opportunity");
    const unparsable = share(rows, ({ Amount }) => Amount === "n/a" || Amount === "1.2.3");
    expect(unparsable).toBeLessThan(0.002);
    expect(share(truths, ({ dirt }) => dirt !== "")).toBeGreaterThan(0.01);
    expect(share(truths, ({ dirt }) => dirt !== "")).toBeLessThan(0.06);
  });

  it("logs late signatures on the next day in UTC", () => {
    const late = won.filter(
      ({ CloseDate = "", SystemModstamp = "" }) => SystemModstamp.slice(0, 10) > CloseDate,
    );
    expect(late.length).toBeGreaterThan(0);
  });

  it("dirties nothing when told so", () => {
    const clean = simulateFiles({ dirt: 0 });
    expect(clean.rows("truth/opportunities.csv").every(({ dirt }) => dirt === "")).toBe(true);
  });
});
