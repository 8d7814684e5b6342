import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file or folder that takes the place of another. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const oldOf = ({ to }: Move) => `${to}.old`;

/**
 * Puts each `from` in the place of its `to`, all of them or none. Two renames aren't atomic, so a
 * journal says what was meant until all is done; `recover` reads it after a crash.
 *
 * @throws Error from the file system, after what was moved has been moved back
 */
export function swap(journal: string, moves: readonly Move[]): void {
  mkdirSync(dirname(journal), { recursive: true });
  for (const move of moves) {
    mkdirSync(dirname(move.to), { recursive: true });
    rmSync(oldOf(move), { recursive: true, force: true });
  }
  writeFileSync(journal, JSON.stringify(moves));
  try {
    for (const move of moves) advance(move);
  } catch (error) {
    for (const move of moves) undo(move);
    rmSync(journal);
    throw error;
  }
  finish(journal, moves);
}

/**
 * Completes a swap that a crash cut short, or undoes it where something to move in is gone.
 * Without a journal there is nothing to do.
 */
export function recover(journal: string): void {
  if (!existsSync(journal)) return;
  const moves = JSON.parse(readFileSync(journal, "utf8")) as Move[];
  const isWhole = moves.every((move) => existsSync(move.from) || isDone(move));
  for (const move of moves) {
    if (!isWhole) undo(move);
    else if (!isDone(move)) advance(move);
  }
  finish(journal, moves);
}

/** Moved in: what was to come is gone, and something stands in its place. */
const isDone = (move: Move) => !existsSync(move.from) && existsSync(move.to);

function advance(move: Move): void {
  if (existsSync(move.to)) renameSync(move.to, oldOf(move));
  renameSync(move.from, move.to);
}

function undo(move: Move): void {
  if (!existsSync(oldOf(move))) return;
  rmSync(move.to, { recursive: true, force: true });
  renameSync(oldOf(move), move.to);
}

function finish(journal: string, moves: readonly Move[]): void {
  rmSync(journal, { force: true });
  for (const move of moves) rmSync(oldOf(move), { recursive: true, force: true });
}
