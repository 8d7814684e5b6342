import { html } from "npm:htl";

const example = `- id: win-rate-up
  metric: win_rate          # any metric of the methods page
  entity: North             # the company, a region, team, rep, segment or product
  baseline: 0.24            # where it stood; money in whole currency units
  target: 0.28
  start: 2026-02-01
  due: 2027-01-31
  owner: P018               # a person_id of people/roster.csv
  parent: win-rate-company  # the goal it serves, if any
  milestones:
    - { due: 2026-07-31, value: 0.26 }`;

/** How goals are written down, for a company that has none. */
export const howToWrite = (): HTMLElement => html`<section class="table">
  <h2>How to write one</h2>
  <p class="aside">Put a list of goals into plans/goals.yaml of the workspace. Each names a metric,
  whose it is, a baseline and a target, a start and a due date, and an owner.</p>
  <pre><code>${example}</code></pre>
</section>`;
