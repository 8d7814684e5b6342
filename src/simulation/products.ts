import { recordId } from "./salesforce/ids.ts";

export interface Product {
  readonly index: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly family: "Platform" | "Add-on" | "Services";
  /** US dollars per unit and year, or per unit for services. */
  readonly listPrice: number;
}

const catalogue = [
  ["HP-STD", "Halden Platform Standard", "Platform", 360],
  ["HP-ENT", "Halden Platform Enterprise", "Platform", 620],
  ["HA-100", "Halden Analytics", "Add-on", 240],
  ["HC-100", "Halden Connect", "Add-on", 180],
  ["HG-100", "Halden Governance", "Add-on", 290],
  ["SUP-PR", "Premium Support", "Add-on", 75],
  ["SRV-ON", "Onboarding Services", "Services", 1_450],
  ["SRV-TR", "Training Days", "Services", 1_100],
] as const;

export const products: readonly Product[] = catalogue.map(
  ([code, name, family, listPrice], index) => ({
    index,
    id: recordId("Product2", 510 + index),
    code,
    name,
    family,
    listPrice,
  }),
);
