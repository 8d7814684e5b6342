/** Words at the head of a sentence or a list: their first letter a capital. */
export const capital = (words: string): string =>
  words.replace(/^./, (letter) => letter.toUpperCase());

/** Words within a sentence: `win rate`, but `ACV per rep`, whose first word isn't an ordinary one. */
export const uncapital = (words: string): string =>
  words.replace(/^\p{Lu}(?=\p{Ll}*(?![\p{L}\p{N}&]))/u, (letter) => letter.toLowerCase());
