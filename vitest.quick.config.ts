import { defineConfig } from 'vitest/config'

/**
 * The inner loop, `npm run quick`: who imports whom, the docs, words, the pure core and the renderer's own functions. No process, no browser, and
 * of what is drawn at random a tenth: the same files are played to the end by `npm test`.
 */
export default defineConfig({
  test: {
    name: 'quick',
    include: [
      'tests/architecture.test.ts',
      'tests/docs.test.ts',
      'tests/store/columns.test.ts',
      'tests/{vocabulary,domain,renderer}/**/*.test.{ts,tsx}',
    ],
    env: { TZ: 'Asia/Shanghai', DRAWS: '0.1' },
    setupFiles: ['tests/kit/fixed-seed.ts', 'tests/mutation/short-properties.ts'],
    testTimeout: 600_000,
    isolate: false,
  },
})
