/** Words at the head of a sentence or a list: their first letter a capital. */
export const capital = (words: string): string =>
  words.replace(/^./, (letter) => letter.toUpperCase());
