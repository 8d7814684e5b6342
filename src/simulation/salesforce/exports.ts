import type { Exports } from "../exports.ts";
import type { SalesforceObject } from "./ids.ts";

export type SalesforceExports = Exports<SalesforceObject>;
