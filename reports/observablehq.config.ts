import { readEdition } from "./frame/edition.ts";
import { footer } from "./frame/footer.ts";
import { head } from "./frame/head.ts";
import { withAnswers } from "./frame/markdown.ts";
import { masthead } from "./frame/masthead.ts";

const edition = readEdition();

export default {
  title: edition.company,
  root: "reports",
  output: "site",
  style: "style.css",
  // Framework's own would ask another host for a typeface
  globalStylesheets: [],
  preserveExtension: true,
  preserveIndex: true,
  sidebar: false,
  pager: false,
  toc: false,
  typographer: true,
  head,
  header: masthead,
  footer,
  markdownIt: withAnswers,
};
