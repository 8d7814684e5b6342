import { findingWords, rejectWords } from "../../src/narrative/findings.ts";
import { type RepHygiene, untoldHygiene } from "../../src/narrative/hygiene.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import type { ReportFile } from "./file.ts";
import { readReport } from "./reading.ts";

/** A kind of finding in one object; its severity as the checks name it, or `reject`. */
export interface FindingKind {
  readonly finding: string;
  readonly severity: "refuse" | "reject" | "warn" | "note";
  readonly object: string;
  readonly occurrences: number;
  readonly description: string | null;
}

interface FindingRow {
  readonly finding: string;
  readonly severity: string;
  readonly object: string;
  readonly entity_id: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly detail: string | null;
}

/** What was found, worst first, and what its owners have to mend. */
export interface Quality {
  readonly kinds: readonly FindingKind[];
  readonly contradictions: readonly { readonly total: number }[];
  readonly reps: readonly RepHygiene[];
}

export const readQuality = async (warehouse: Warehouse): Promise<Quality> => ({
  kinds: await readReport(warehouse, "finding_count"),
  contradictions: await readReport(warehouse, "contradiction"),
  reps: await readReport(warehouse, "hygiene_rep"),
});

/** The files behind findings and hygiene: kinds with their words, rows, contradictions, reps. */
export async function qualityFiles(warehouse: Warehouse, quality: Quality): Promise<ReportFile[]> {
  const { contradictions, reps } = quality;
  const body = {
    kinds: quality.kinds.map(worded),
    contradictions,
    contradiction_total: contradictions[0]?.total ?? 0,
    reps,
    untold: untoldHygiene(reps),
  };
  const rows = await readReport<FindingRow>(warehouse, "finding_row");
  const table = columnar(rows, {
    finding: "word",
    severity: "word",
    object: "word",
    entity_id: "text",
    path: "word",
    line: "whole",
    detail: "text",
  });
  return [
    { name: "quality.json", audience: "leadership", content: { body } },
    { name: "findings.arrow", audience: "leadership", content: { table } },
  ];
}

/** A kind with what it means, what was done with its rows and how to mend them. */
function worded(kind: FindingKind) {
  const words = kind.severity === "reject" ? rejectWords : findingWords[kind.finding];
  const said = kind.description ?? `A row couldn’t be read: ${kind.finding.replaceAll("_", " ")}`;
  const meaning = said.replaceAll("'", "’");
  return { ...kind, meaning, done: words?.done ?? null, remedy: words?.remedy ?? null };
}
