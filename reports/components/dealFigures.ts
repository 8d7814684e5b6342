import { activityChart, activityKey } from "./activityChart.js";
import { type DealDecile, dealCalibrationChart } from "./dealCalibrationChart.js";
import { chanceKey, type Dates, dealChanceChart } from "./dealChanceChart.js";
import type { DealQuarter } from "./dealChoices.js";
import { dealDots, dotsCaption } from "./dealDots.js";
import type { DealDetails } from "./dealRows.js";
import { expectedChart, expectedKey } from "./expectedChart.js";
import { figure } from "./figure.js";
import type { DealWorth, OpenDeal } from "./openDealRows.js";
import type { Money } from "./quarterChart.js";
import { reasonChart, reasonKey } from "./reasonChart.js";

/** What deals would bring by stage, and when. */
export const expectedFigure = (
  deals: readonly DealWorth[],
  quarters: readonly DealQuarter[],
  money: Money,
): HTMLElement =>
  figure({
    title: "What deals would bring, by stage, and what of it is expected when",
    caption: expectedKey(quarters),
    filename: "expected-by-stage",
    draw: (width) => expectedChart(deals, quarters, money, width),
  });

/** Each deal by its amount and its chance. */
export const dotsFigure = (
  deals: readonly OpenDeal[],
  money: Money,
  onChoose: (opportunity_id: string) => void,
): HTMLElement =>
  figure({
    title: "How large and how likely each deal is",
    caption: dotsCaption(deals),
    filename: "deals",
    draw: (width) => dealDots(deals, money, onChoose, width),
  });

/** One deal's chances, week by week. */
export const chanceFigure = ({ weeks }: DealDetails, dates: Dates): HTMLElement =>
  figure({
    title: "How likely it is to be won, week by week",
    caption: chanceKey(),
    filename: "deal-chance",
    draw: (width) => dealChanceChart(weeks, dates, width),
  });

/** What moves one deal's chance. */
export const reasonsFigure = ({ reasons }: DealDetails): HTMLElement =>
  figure({
    title: "What speaks for and against it",
    caption: reasonKey(),
    filename: "deal-reasons",
    draw: (width) => reasonChart(reasons, width),
  });

/** One deal's activities. */
export const activitiesFigure = ({ activities }: DealDetails): HTMLElement =>
  figure({
    title: "Its activities by month",
    caption: activityKey(activities),
    filename: "deal-activities",
    draw: (width) => activityChart(activities, width),
  });

/** Past chances against what came of them. */
export const calibrationFigure = (deciles: readonly DealDecile[]): HTMLElement =>
  figure({
    title: "Chances given at past dates, and what share of the deals was won",
    caption:
      "A dot is a tenth of the chances. On the dashed line as many were won as expected; above it more. Bars: 95 % range of the share.",
    filename: "deal-calibration",
    draw: (width) => dealCalibrationChart(deciles, width),
  });
