import fc from "fast-check";
import { expect, it } from "vitest";
import {
  durationText,
  momentText,
  stampBefore,
  viewText,
} from "../../../src/simulation/hubspot/moments.ts";

const newYork = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "short",
});

it("views write moments as New York's clocks show them", () => {
  // years under the rule of 2007
  const instant = fc.integer({
    min: Date.UTC(2008, 0, 1) / 1000,
    max: Date.UTC(2037, 11, 31) / 1000,
  });
  fc.assert(
    fc.property(instant, (seconds) => {
      expect(viewText(seconds)).toBe(newYork.format(seconds * 1000));
    }),
  );
});

it("tables write moments in UTC, and end a stage just before the next", () => {
  const instant = Date.UTC(2019, 11, 4, 12, 48, 22) / 1000;
  expect(momentText(instant)).toBe("2019-12-04 12:48:22");
  expect(stampBefore(instant)).toBe("2019-12-04 12:48:21.999");
});

it("durations count hours beyond a day", () => {
  // the form is that of a real export
  expect(durationText(2705 * 3600 + 47 * 60 + 48)).toBe("2705:47:48");
  expect(durationText(5 * 60 + 9)).toBe("00:05:09");
});
