/** How long work tells what it is doing. Nothing of it is ever published. */
export interface Progress {
  /** A stage begins; the one before has ended. */
  stage(name: string): void;
  /** What the stage has done, with the number of rows where it has one. */
  step(message: string, rows?: number): void;
  /** The whole is done, or has failed. */
  end(outcome: "done" | "failed"): void;
}

/** Where progress goes and how time is told: parameters, so that tests see both. */
export interface ProgressOutput {
  readonly write: (text: string) => void;
  /** Milliseconds on a steady clock. */
  readonly now: () => number;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const counted = (rows: number | undefined) =>
  rows === undefined ? "" : `  ${rows.toLocaleString("en-US")} rows`;

/** One JSON object a line: `{"event":"step","stage":"ingest","message":…,"rows":…,"elapsed_ms":…}`. */
export function jsonProgress({ write, now }: ProgressOutput): Progress {
  const start = now();
  let stage = "";
  const line = (event: string, fields: object) =>
    write(
      `${JSON.stringify({ event, stage, ...fields, elapsed_ms: Math.round(now() - start) })}\n`,
    );
  return {
    stage: (name) => {
      stage = name;
      line("stage", {});
    },
    step: (message, rows) => line("step", { message, ...(rows === undefined ? {} : { rows }) }),
    end: (outcome) => line("end", { outcome }),
  };
}

/** A plain line for each stage and step, for logs and pipes. */
export function plainProgress({ write, now }: ProgressOutput): Progress {
  const start = now();
  return {
    stage: (name) => write(`${seconds(now() - start).padStart(8)}  ${name}\n`),
    step: (message, rows) => write(`${" ".repeat(12)}${message}${counted(rows)}\n`),
    end: (outcome) => write(`${seconds(now() - start).padStart(8)}  ${outcome}\n`),
  };
}

const clearLine = "\r\u001B[2K";

/** One line a stage on a terminal, with its rows in all; the running one is redrawn at each step. */
export function terminalProgress({ write, now }: ProgressOutput): Progress {
  const start = now();
  let name = "";
  let begun = start;
  let rows: number | undefined;
  const close = (mark: string) => {
    if (name === "") return;
    const elapsed = seconds(now() - begun).padStart(8);
    write(`${clearLine}${mark} ${name.padEnd(12)}${elapsed}${counted(rows)}\n`);
  };
  return {
    stage: (next) => {
      close("✓");
      [name, begun, rows] = [next, now(), undefined];
      write(`${clearLine}… ${name}`);
    },
    step: (message, count) => {
      if (count !== undefined) rows = (rows ?? 0) + count;
      const elapsed = seconds(now() - begun).padStart(8);
      write(`${clearLine}… ${name.padEnd(12)}${elapsed}${counted(rows)}  ${message}`.slice(0, 110));
    },
    end: (outcome) => {
      close(outcome === "done" ? "✓" : "✗");
      write(`${outcome} in ${seconds(now() - start)}\n`);
    },
  };
}

/** Says nothing; for callers that show progress in another way. */
export const silentProgress: Progress = { stage: () => {}, step: () => {}, end: () => {} };
