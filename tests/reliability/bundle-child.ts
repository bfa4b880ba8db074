import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')

export interface BundledChild {
  /** The script to run. */
  readonly path: string
  readonly dispose: () => void
}

/** One file out of a child and all it imports: a child that is killed a thousand times must start quickly. It lies where the packages are found. */
export async function bundleChild(script: string): Promise<BundledChild> {
  const name = basename(script, '.ts')
  const folder = join(ROOT, 'node_modules', '.cache', `reliability-${name}-${process.pid}`)
  const driver = 'better-sqlite3-multiple-ciphers'
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    resolve: { external: [driver], noExternal: true },
    ssr: { external: [driver], noExternal: true },
    build: {
      ssr: join(import.meta.dirname, script),
      target: 'node24',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        external: [/^node:/, driver],
        output: { format: 'es', entryFileNames: `${name}.mjs`, chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')
  return {
    path: join(folder, `${name}.mjs`),
    dispose: () => {
      delete process.env['NODE_COMPILE_CACHE']
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
