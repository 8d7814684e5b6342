import { formatMonth } from "../../src/format.js";
import type { Option } from "../choice.js";
import type { SpifRow } from "./rows.js";

const states = { running: "Running", coming: "Coming", ended: "Ended" } as const;

/** SPIFs by whether they run, are to come or are over; the plan tells apart what has one name. */
export const spifOptions = (spifs: readonly SpifRow[]): Option[] =>
  (["running", "coming", "ended"] as const).flatMap((state) =>
    spifs
      .filter((spif) => spif.state === state)
      .map(({ spif_id: value, component, plan, from_date }) => ({
        value,
        label: `${component}, ${plan}, from ${formatMonth(from_date)}`,
        group: states[state],
      })),
  );
