import { advance, balanceSeed, result, startBalance } from "../../src/territory/balance.js";
import type { SearchReply, SearchRequest } from "./searchMessages.js";

/** Looks for moves of accounts beside the page, telling how far it is; the batch's own search. */

const slices = 100;

addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  try {
    search(data);
  } catch (error) {
    tell({ wrong: error instanceof Error ? error.message : String(error) });
  }
});

function search({ problem, iterations }: SearchRequest): void {
  const balancing = startBalance(problem, { seed: balanceSeed, iterations });
  let done = 0;
  while (done < 1) {
    done = advance(balancing, Math.ceil(iterations / slices));
    tell({ done });
  }
  tell({ result: result(balancing) });
}

const tell = (reply: SearchReply): void => postMessage(reply);
