import { defineConfig } from 'vitest/config'

/**
 * The rules' own tests alone: a mutant must die by the test of its rule, not by some far-away sum. `RULE_TESTS` narrows it to
 * the files about the rules being mutated (`slices.ts`).
 */
export default defineConfig({
  test: {
    include: process.env['RULE_TESTS']?.split(',') ?? ['tests/domain/rules/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/kit/fixed-seed.ts'],
    testTimeout: 20_000,
  },
})
