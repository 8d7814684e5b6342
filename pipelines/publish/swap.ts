import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** A finished file or folder and the place that it takes over. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Puts finished files and folders in the places of the last ones, all or none. Two renames aren't
 * atomic, so the moves are written to a journal first: whoever finds it completes or undoes them.
 *
 * @param journal where the moves are noted while they are under way
 */
export function swap(journal: string, moves: readonly Move[]): void {
  for (const { from } of moves) {
    if (!existsSync(from)) throw new Error(`missing build: ${from}`);
  }
  const draft = `${journal}.draft`;
  writeFileSync(draft, JSON.stringify(moves), { flush: true });
  renameSync(draft, journal);
  recover(journal);
}

/**
 * Completes moves that were begun and not ended; undoes them when one can't be completed any more,
 * because its finished part is gone. Does nothing when none was begun.
 */
export function recover(journal: string): void {
  if (!existsSync(journal)) return;
  const moves = JSON.parse(readFileSync(journal, "utf8")) as Move[];
  if (moves.every(canComplete)) for (const move of moves) complete(move);
  else for (const move of moves) undo(move);
  rmSync(journal);
  for (const move of moves) rmSync(before(move), { recursive: true, force: true });
}

/** Where the last one waits until all moves are made. */
const before = ({ to }: Move) => `${to}.before`;

/** The finished part is there still, or has moved already. */
const canComplete = (move: Move) => existsSync(move.from) || existsSync(move.to);

function complete(move: Move): void {
  const { from, to } = move;
  if (!existsSync(from)) return;
  if (existsSync(to)) {
    rmSync(before(move), { recursive: true, force: true });
    renameSync(to, before(move));
  }
  rename(from, to);
}

function undo(move: Move): void {
  if (!existsSync(before(move))) return;
  rmSync(move.to, { recursive: true, force: true });
  renameSync(before(move), move.to);
}

/** Renames; between two disks it copies beside the target first, so that no half is ever in place. */
function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    const beside = `${to}.incoming`;
    rmSync(beside, { recursive: true, force: true });
    cpSync(from, beside, { recursive: true });
    renameSync(beside, to);
    rmSync(from, { recursive: true, force: true });
  }
}
