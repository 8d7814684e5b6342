/** Milliseconds after which a page that draws no chart is waited for no longer. */
const patience = 500;

/** Resolves once the page shows a chart: what is asked for then doesn't hold that one up. */
export async function firstChart(): Promise<void> {
  const latest = performance.now() + patience;
  while (!document.querySelector("figure.chart svg") && performance.now() < latest) {
    await new Promise(requestAnimationFrame);
  }
}
