import { audienceOf } from "./edition.ts";

const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const latinExtended =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

const face = (file: string, range: string) =>
  `@font-face{font-family:Inter;font-style:normal;font-display:swap;font-weight:100 900;src:url(./_file/fonts/${file}.woff2) format("woff2");unicode-range:${range}}`;

/** Sets the reader's chosen theme before anything is painted, and tells style that scripts run. */
const early = `(function(e){e.classList.add("scripted");try{var t=localStorage.getItem("theme");if(t)e.dataset.theme=t}catch(_){}})(document.documentElement)`;

/** Everything in a page's head but its title: typeface, theme, audience, icon. */
export function head({ path }: { readonly path: string }): string {
  const word = audienceOf(path);
  const audience = word === undefined ? "" : `<meta name="audience" content="${word}">`;
  return `<meta name="color-scheme" content="light dark">
${audience}
<link rel="icon" type="image/svg+xml" href="./favicon.svg">
<link rel="preload external" as="font" type="font/woff2" href="./_file/fonts/inter-latin.woff2" crossorigin>
<style>${face("inter-latin", latin)}${face("inter-latin-ext", latinExtended)}</style>
<script>${early}</script>
<script type="module" src="./components/reader.js"></script>`;
}
