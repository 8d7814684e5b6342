/** Takes one CSV line, without its line break. */
export type LineWriter = (line: string) => void;

/** Where the simulation's files go: files by their path in the workspace. */
export interface Sink {
  /** Begins a CSV file with its header line. */
  table(path: string, header: string): LineWriter;
  /** Writes a whole small file. */
  text(path: string, content: string): void;
}
