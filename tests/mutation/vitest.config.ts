import { defineConfig } from 'vitest/config'

/**
 * A slice's own tests alone: a mutant must die by the test of its rule, not by some far-away sum. `OWN_TESTS` narrows it to
 * the files about what is being mutated (`slices.ts`).
 */
export default defineConfig({
  test: {
    include: process.env['OWN_TESTS']?.split(',') ?? ['tests/domain/rules/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/kit/fixed-seed.ts', 'tests/mutation/short-properties.ts'],
    testTimeout: 300_000,
    // One process for all files of a run: starting one for each costs more than the tests.
    isolate: false,
  },
})
