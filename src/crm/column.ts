/** How the text of a column is read. `date` also takes a timestamp and keeps the company's day. */
export type ColumnKind = "text" | "amount" | "number" | "percent" | "date" | "timestamp" | "flag";

export interface Column {
  readonly kind: ColumnKind;
  /** A row without it is rejected, and an export without the column stops the rebuild. */
  readonly required?: true;
  /** An export without the column stops the rebuild, though a row may leave it blank. */
  readonly expected?: true;
}

export const text = { kind: "text" } as const;
export const expectedText = { kind: "text", expected: true } as const;
export const expectedAmount = { kind: "amount", expected: true } as const;
export const expectedDate = { kind: "date", expected: true } as const;
export const amount = { kind: "amount" } as const;
export const number = { kind: "number" } as const;
export const percent = { kind: "percent" } as const;
export const date = { kind: "date" } as const;
export const timestamp = { kind: "timestamp", required: true } as const;
export const flag = { kind: "flag" } as const;
export const id = { kind: "text", required: true } as const;

/** Canonical objects by name, each with its columns by name. */
export type ObjectColumns = Readonly<Record<string, Readonly<Record<string, Column>>>>;
