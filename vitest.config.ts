import { accessSync, constants, statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * A test that takes this long hangs. It says nothing about speed: the benches do, and they count processor time. The lanes of
 * `npm run test:reliability` try the same thing thousands of times in one test.
 */
const GUARD_MS = process.env['RELIABILITY_LANE'] === undefined ? 600_000 : 6 * 3_600_000

const ROOM = 2 * 1024 ** 3

/**
 * Where tests put their books: in memory where Linux offers that with room to spare. A book is flushed to the disk at every commit,
 * and thousands of throw-away ones would spend five sixths of the suite waiting for it.
 */
function scratch(): Readonly<Record<string, string>> {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined) return {}
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ROOM ? { TMPDIR: '/dev/shm' } : {}
  } catch {
    return {}
  }
}

const common = {
  env: { TZ: 'Asia/Shanghai', ...scratch() },
  testTimeout: GUARD_MS,
  hookTimeout: GUARD_MS,
  expect: { poll: { timeout: GUARD_MS / 4 } },
}

/**
 * Two lanes: `fast` (all that needs no other program) first, then `e2e` (real Chromium, real pages, printed sheets, kill tests).
 * `npm run quick` runs of the first what needs no file either, with fewer random draws: `vitest.quick.config.ts`.
 */
export default defineConfig({
  test: {
    // One for each processor; the default leaves one idle, and of two that is half the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...common,
          name: 'fast',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/reliability/**', 'tests/paper/**'],
          setupFiles: ['tests/kit/fixed-seed.ts', 'tests/coverage/watch-children.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/reliability/**/*.test.ts', 'tests/paper/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
