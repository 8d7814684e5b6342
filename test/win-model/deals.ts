import { uniformStream } from "../../src/statistics/random.ts";

/** A deal of the table, as its cells. */
export type Cells = Readonly<Record<string, string>>;

/**
 * Deals with known truth: partners win more, large amounts less; the region does nothing. A fifth are open; a loss
 * reason is filled in for lost deals, the closing date for decided ones.
 */
export function plantedDeals(count: number, seed = 1): Cells[] {
  const random = uniformStream(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = (values: readonly string[]) => values[whole(values.length)] ?? "";
  const month = () => String(1 + whole(9)).padStart(2, "0");
  const endOf = (source: string, amount: number) => {
    const odds = (source === "Partner" ? 1.2 : -0.4) - 0.9 * Math.log(amount / 4500);
    const outcome = random() < 1 / (1 + Math.exp(-odds)) ? "Won" : "Lost";
    if (random() < 0.2) return { closed: "", loss_reason: "", outcome: "" };
    const reason = outcome === "Lost" ? pick(["Price", "Timing"]) : "";
    return { closed: `2026-${month()}-01`, loss_reason: reason, outcome };
  };
  return Array.from({ length: count }, (_, index) => {
    const source = pick(["Partner", "Web", "Event"]);
    const amount = Math.round(1000 * Math.exp(3 * random()));
    return {
      id: `D-${String(index * 7919).padStart(7, "0")}`,
      account: `Account ${whole(count / 5)}`,
      source: random() < 0.1 ? "" : source,
      region: pick(["North", "South"]),
      amount: String(amount),
      created: `2025-${month()}-15`,
      ...endOf(source, amount),
    };
  });
}

/** Deals as the text of a CSV file. */
export function csvOf(deals: readonly Cells[]): string {
  const headings = Object.keys(deals[0] ?? {});
  const lines = deals.map((deal) => headings.map((heading) => deal[heading] ?? "").join(","));
  return `${[headings.join(","), ...lines].join("\n")}\n`;
}
