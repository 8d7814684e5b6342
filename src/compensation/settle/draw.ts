/** What a pay period has earned, and what may be drawn against it; minor units. */
export interface Due {
  readonly earned: number;
  /** Zero where nothing is guaranteed. */
  readonly draw: number;
  readonly kind: "recoverable" | "non_recoverable";
  /** What the person owes from before, zero or more. */
  readonly owed: number;
  /** What becomes of pay under zero. */
  readonly negativePay: "carried" | "floored";
}

/** paid = earned + toppedUp + advanced − recovered; owedAfter = owed + advanced − recovered. */
export interface Settled {
  readonly paid: number;
  /** Paid beyond what was earned and never asked back. */
  readonly toppedUp: number;
  /** Paid or carried beyond what was earned, to be recovered. */
  readonly advanced: number;
  readonly recovered: number;
  readonly owedAfter: number;
}

/**
 * Settles a pay period against the balance. A recoverable draw is paid where less than it is left of
 * what was earned, and owed; a non-recoverable one is topped up to.
 */
export function settlePeriod({ earned, draw, kind, owed, negativePay }: Due): Settled {
  const forgiven = negativePay === "floored" ? Math.max(0, -earned) : 0;
  const left = earned + forgiven - owed;
  const paid = Math.max(left, draw, 0);
  const owedAfter = kind === "recoverable" ? paid - left : Math.max(0, -left);
  return balanced({ earned, owed }, { paid, owedAfter });
}

/** What is paid beyond what was earned, or less than it, told by what becomes of the balance. */
export function balanced(
  { earned, owed }: Pick<Due, "earned" | "owed">,
  { paid, owedAfter }: Pick<Settled, "paid" | "owedAfter">,
): Settled {
  const change = owedAfter - owed;
  return {
    paid,
    toppedUp: paid - earned - change,
    advanced: Math.max(0, change),
    recovered: Math.max(0, -change),
    owedAfter,
  };
}
