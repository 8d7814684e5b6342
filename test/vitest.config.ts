import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    // a page on a busy machine
    expect: { poll: { timeout: 20_000 } },
  },
});
