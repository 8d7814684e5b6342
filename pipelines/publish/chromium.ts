import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** How to get a browser where none is found. */
export const installChromium =
  "install Chromium (apt-get install chromium; brew install --cask chromium) or set CHROME_PATH";

/** The Chromium or Chrome of this machine: `CHROME_PATH`, then the usual places. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return [environment.CHROME_PATH, ...places].find(
    (place) => place !== undefined && place !== "" && existsSync(place),
  );
}

/** Starts a headless browser that asks nothing of the network by itself. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
