import { defineConfig } from 'vitest/config'

/** Two lanes: `fast` (domain, store, app, host on real files) first, then `e2e` (real Chromium, real pages, printed sheets, kill tests). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/reliability/**', 'tests/paper/**'],
          env: { TZ: 'Asia/Shanghai' },
          setupFiles: ['tests/kit/fixed-seed.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/reliability/**/*.test.ts', 'tests/paper/**/*.test.ts'],
          env: { TZ: 'Asia/Shanghai' },
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
