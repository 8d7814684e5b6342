/** What was found of one thing that must hold. */
export interface Verdict {
  readonly holds: boolean;
  readonly text: string;
}

/** A part of what is printed. */
export interface Chapter {
  readonly lines: readonly string[];
  readonly verdicts: readonly Verdict[];
}

export const formatVerdict = ({ holds, text }: Verdict): string =>
  `${holds ? "holds" : "FAILS"}  ${text}`;
