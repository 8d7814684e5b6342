/** Rows of “Where we win” as the page's files hold them, and what is picked of them. */

export interface OnBoard {
  readonly span: string;
  readonly scope: string;
}

export interface ValueRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly status: "ok" | "too_few";
  readonly won_count: number;
  readonly lost_count: number;
  readonly open_count: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly pooled: number | null;
  readonly probability: number | null;
  readonly adjusted: number | null;
  readonly adjusted_lower: number | null;
  readonly adjusted_upper: number | null;
  readonly odds_ratio: number | null;
  readonly odds_lower: number | null;
  readonly odds_upper: number | null;
  readonly adjusted_probability: number | null;
  readonly is_separable: boolean | null;
  readonly won_amount_cents: number | null;
  readonly size_cents: number | null;
  readonly size_lower_cents: number | null;
  readonly size_upper_cents: number | null;
  readonly size_median_cents: number | null;
  readonly cycle_days: number | null;
  readonly cycle_lower_days: number | null;
  readonly cycle_upper_days: number | null;
  readonly velocity_cents: number | null;
  readonly activity_count: number | null;
  readonly call_count: number | null;
  readonly email_count: number | null;
  readonly meeting_count: number | null;
  readonly contact_minutes: number | null;
  readonly rep_days: number | null;
  readonly open_days: number | null;
}

export interface YieldRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly measure: string;
  readonly deal_count: number;
  readonly effort_rate: number;
  readonly value_rate: number;
  readonly yield: number;
  readonly yield_lower: number | null;
  readonly yield_upper: number | null;
  readonly probability: number | null;
}

export interface BoardRow extends OnBoard {
  readonly starts: string;
  readonly ends: string;
  readonly quarters: number | null;
  readonly won_count: number;
  readonly lost_count: number;
}

export interface KnownRow extends OnBoard {
  readonly dimension: string;
  readonly unknown_won_rate: number;
  readonly unknown_lost_rate: number;
  readonly is_comparable: boolean;
  readonly is_modelled: boolean;
}

/** A chance of a false statement below which a value is called different. */
const alpha = 0.05;

/** What may be said of a p value: that it differs, or nothing. */
export const differs = (probability: number | null): boolean =>
  probability !== null && probability < alpha;

/** Rows of one span and scope. */
export const onBoard = <Row extends OnBoard>(
  rows: readonly Row[],
  { span, scope }: OnBoard,
): Row[] => rows.filter((row) => row.span === span && row.scope === scope);

/** `more often`, `less often`, or nothing that can be told apart from chance. */
export function verdict(row: ValueRow, whole: number): string {
  if (row.status === "too_few") return "too few";
  if (row.probability === null || row.rate === null) return "not tested";
  if (!differs(row.probability)) return "as the rest";
  return row.rate > whole ? "more often" : "less often";
}

/** The same with every other dimension held fixed. */
export function adjustedVerdict(row: ValueRow): string {
  if (row.status === "too_few") return "too few";
  if (row.adjusted_probability === null || row.odds_ratio === null) return "not tested";
  if (row.is_separable !== true) return "can’t be told apart";
  if (!differs(row.adjusted_probability)) return "as the rest";
  return row.odds_ratio > 1 ? "more often" : "less often";
}

/** `more`, `less`, or as much as all deals together bring for their effort. */
export function yieldVerdict(row: YieldRow): string {
  if (row.probability === null) return "not tested";
  if (!differs(row.probability)) return "as the rest";
  return row.yield > 1 ? "more" : "less";
}

/** Decided deals that a figure of effort leaves out, or nothing; a deal of several products counts for each. */
export function effortGap(
  brought: readonly YieldRow[],
  values: readonly ValueRow[],
  effort: string,
): string {
  const gap = values.reduce((sum, row) => {
    const found = brought.find(({ value }) => value === row.value);
    return found ? sum + row.won_count + row.lost_count - found.deal_count : sum;
  }, 0);
  return gap <= 0
    ? ""
    : `${gap === 1 ? "1 decided deal is" : `${gap} decided deals are`} left out: won without an amount, or without ${effort} on file.`;
}

/** Lost deals whose stage isn't told, or nothing where every one's is. */
export function stageGap(
  stages: readonly { readonly lost_count: number }[],
  board: BoardRow | undefined,
): string {
  const told = stages.reduce((sum, { lost_count }) => sum + lost_count, 0);
  const gap = (board?.lost_count ?? told) - told;
  return gap <= 0
    ? ""
    : `${gap === 1 ? "1 lost deal is" : `${gap} lost deals are`} in none of the stages: no history tells which ${gap === 1 ? "it was" : "they were"} lost from.`;
}

/** Why rates by a dimension aren't compared, or nothing when they are. */
export function knownNote(known: KnownRow | undefined, name: string): string {
  if (known === undefined || known.is_comparable) return "";
  const percent = (rate: number) => `${Math.round(rate * 100)} %`;
  return `${name} isn’t known of ${percent(known.unknown_lost_rate)} of lost deals and of ${percent(known.unknown_won_rate)} of won ones: it is filled in as deals go well, so every value seems to win often, and none is called different.`;
}
