import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the HTML of pages is made of: `data/answers.json`, laid out beside them. */
export interface Answers {
  readonly edition: Edition;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly metrics: readonly WordedMetric[];
}

export interface Edition {
  readonly company: string;
  readonly as_of: string;
  readonly build_id: string;
  readonly currency: string;
  readonly feeds: readonly {
    readonly source: string;
    readonly last_drop: string;
    readonly max_age_days: number | null;
  }[];
}

export interface Answer {
  readonly sentence: string;
  readonly details: readonly string[];
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
  }[];
  /** How the main numbers are made, a paragraph each. */
  readonly method?: readonly string[];
  /** A remark that the page places with `<!-- aside -->`. */
  readonly aside?: string;
}

export interface WordedMetric {
  readonly metric: string;
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  readonly date_basis: string;
  readonly null_rule: string;
}

/** Read anew for each page, so that live preview shows what a rebuild wrote. */
export function readAnswers(): Answers {
  const file = fileURLToPath(new URL("../data/answers.json", import.meta.url));
  return JSON.parse(readFileSync(file, "utf8")) as Answers;
}

/** The edition all pages are of. */
export function readEdition(): Edition {
  return readAnswers().edition;
}

/** The audience that a page's front matter declares, or undefined; Framework keeps only its own keys. */
export function audienceOf(path: string): string | undefined {
  const file = fileURLToPath(new URL(`..${path}.md`, import.meta.url));
  return /^---\n(?:.*\n)*?audience: (\w+)\n(?:.*\n)*?---\n/.exec(readFileSync(file, "utf8"))?.[1];
}
