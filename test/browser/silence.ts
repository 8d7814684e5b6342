import type { Page } from "playwright-core";

/** What each of a page's blocks is given to show something with. */
const shown = ["display", "view"];

/**
 * Makes a page log an error where a block that showed something shows nothing when it runs again:
 * Framework clears what a block showed only once it shows something else, so the old would stay.
 */
export async function watchSilence(page: Page): Promise<void> {
  await page.route("**/*.html*", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const watched = html.replace(
      /import {define} from ("[^"]+");/,
      `import {define as defineBlock} from $1;\nconst define = (${watch})(defineBlock, ${JSON.stringify(shown)});`,
    );
    await route.fulfill({ response, body: watched });
  });
}

interface Block {
  readonly id: string;
  readonly inputs?: readonly string[];
  readonly body: (...given: unknown[]) => unknown;
}

/** Runs in the page: blocks as they are, each told of when it falls silent. */
function watch(define: (block: Block) => void, shown: readonly string[]) {
  return (block: Block): void => {
    const { id, inputs = [], body } = block;
    let hasShown = false;
    const run = async (...given: unknown[]) => {
      let isShowing = false;
      const counted = given.map((one, index) => {
        if (!shown.includes(inputs[index] ?? "")) return one;
        return (value: unknown) => {
          isShowing = true;
          return (one as (value: unknown) => unknown)(value);
        };
      });
      const exports = await body(...counted);
      if (hasShown && !isShowing) console.error(`block keeps what it showed: ${id} ${body}`);
      hasShown ||= isShowing;
      return exports;
    };
    define({ ...block, body: run });
  };
}
