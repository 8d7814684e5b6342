import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** A finished file or folder and the place that it takes over. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A move as the journal notes it: whether anything stood in its place when it began. */
interface NotedMove extends Move {
  readonly hadPrevious: boolean;
}

/**
 * Puts finished files and folders in the places of the last ones, all or none. Two renames aren't
 * atomic, so the moves are written to a journal first: whoever finds it completes or undoes them.
 *
 * @param journal where the moves are noted while they are under way
 * @throws Error from the file system, after what was moved has been moved back
 */
export function swap(journal: string, moves: readonly Move[]): void {
  for (const { from, to } of moves) {
    if (!existsSync(from)) throw new Error(`missing build: ${from}`);
    mkdirSync(dirname(to), { recursive: true });
  }
  const noted = moves.map((move) => ({ ...move, hadPrevious: existsSync(move.to) }));
  const draft = `${journal}.draft`;
  writeFileSync(draft, JSON.stringify(noted), { flush: true });
  renameSync(draft, journal);
  try {
    recover(journal);
  } catch (error) {
    for (const move of noted) undo(move);
    rmSync(journal, { force: true });
    throw error;
  }
}

/**
 * Completes moves that were begun and not ended; undoes them when one can't be completed any more,
 * because its finished part is gone. Does nothing when none was begun.
 */
export function recover(journal: string): void {
  if (!existsSync(journal)) return;
  const moves = JSON.parse(readFileSync(journal, "utf8")) as NotedMove[];
  if (moves.every((move) => existsSync(move.from) || isMoved(move))) {
    for (const move of moves) complete(move);
  } else for (const move of moves) undo(move);
  rmSync(journal);
  for (const move of moves) rmSync(before(move), { recursive: true, force: true });
}

/** Where the last one waits until all moves are made. */
const before = ({ to }: Move) => `${to}.before`;

/** The finished part stands in its place; the last one, if there was one, waits beside it. */
const isMoved = (move: NotedMove) =>
  !existsSync(move.from) && existsSync(move.to) && existsSync(before(move)) === move.hadPrevious;

function complete(move: Move): void {
  const { from, to } = move;
  if (!existsSync(from)) return;
  if (existsSync(to)) {
    rmSync(before(move), { recursive: true, force: true });
    renameSync(to, before(move));
  }
  rename(from, to);
}

function undo(move: NotedMove): void {
  if (!move.hadPrevious && !existsSync(move.from)) {
    rmSync(move.to, { recursive: true, force: true });
  } else if (existsSync(before(move))) {
    rmSync(move.to, { recursive: true, force: true });
    renameSync(before(move), move.to);
  }
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
