import { field } from "../csv.ts";
import { type Day, type Instant, secondsPerDay } from "../days.ts";
import { products } from "../products.ts";
import { at } from "../random.ts";
import { lostStage, stageCount, wonStage } from "../words/deals.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { momentText, stampText, syncText } from "./moments.ts";
import { pipelineId, pipelineLabel, stageIds, stageLabels, stageRates } from "./words.ts";

const truth = (value: boolean) => (value ? "TRUE" : "FALSE");

/** The one pipeline with its stages, there from the first day on. */
export function writePipeline(exports: HubspotExports, start: Day): void {
  const time: Instant = (start - 390) * secondsPerDay + 15 * 3600;
  const [synced, made] = [syncText(time), stampText(time)];
  exports.append("deal_pipeline", time, () =>
    [pipelineId, "FALSE", synced, "TRUE", 0, pipelineLabel, made, made].join(),
  );
  stageIds.forEach((id, stage) => {
    exports.append("deal_pipeline_stage", time, () =>
      [
        "FALSE",
        synced,
        "TRUE",
        truth(stage === wonStage),
        truth(stage >= stageCount && stage <= lostStage),
        stage,
        at(stageRates, stage),
        id,
        at(stageLabels, stage),
        pipelineId,
        made,
        made,
      ].join(),
    );
  });
}

/** The product library, there from the first day on. */
export function writeProducts(exports: HubspotExports, start: Day): void {
  const time: Instant = (start - 300) * secondsPerDay + 15 * 3600;
  for (const { index, name, code, family, listPrice } of products) {
    exports.append("product", time, () =>
      [
        hubspotIds.product(index),
        false,
        syncText(time),
        field(name),
        code,
        listPrice,
        family,
        momentText(time),
      ].join(),
    );
  }
}
