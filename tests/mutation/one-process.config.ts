import { defineConfig } from 'vitest/config'

/** One worker that tries all mutants of a slice: `try-mutants.ts`. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: { include: ['tests/mutation/try-mutants.ts'], env: { TZ: 'Asia/Shanghai' }, testTimeout: 24 * 3_600_000 },
})
