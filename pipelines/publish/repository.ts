import { fileURLToPath } from "node:url";

/** The folder of this clone. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));
