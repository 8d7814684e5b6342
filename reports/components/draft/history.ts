/** What is shown now, what was before it, and what was taken back. */
export interface History<Step> {
  readonly past: readonly Step[];
  readonly present: Step;
  readonly future: readonly Step[];
}

/** Steps back that are kept. */
const depth = 200;

export const begun = <Step>(present: Step): History<Step> => ({ past: [], present, future: [] });

/** A further step; what was taken back before is gone. */
export const stepped = <Step>({ past, present }: History<Step>, next: Step): History<Step> => ({
  past: [...past, present].slice(-depth),
  present: next,
  future: [],
});

/** One step back; the same where there is none. */
export function undone<Step>(history: History<Step>): History<Step> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** One step forward again. */
export function redone<Step>(history: History<Step>): History<Step> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: rest };
}
