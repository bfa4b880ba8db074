import { cpSync, rmSync } from 'node:fs'
import { defineConfig, type EnvironmentOptions } from 'vite'

/*
 * Builds the program itself: out/main/{main.js, workbook-child.js, preload.cjs} and out/sample.
 * Everything is bundled but Electron and the native driver, so the packaged program carries two packages and no source.
 */

const EXTERNAL = ['electron', /^node:/, 'better-sqlite3-multiple-ciphers']

/** A sandboxed preload script can only be CommonJS; the rest are modules. All files stay flat in out/main: paths are counted from there. */
function program(input: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'js'
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'out/main',
      emptyOutDir: false,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        external: EXTERNAL,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  }
}

export default defineConfig({
  environments: {
    program: program({ main: 'electron/main.ts', 'workbook-child': 'electron/excel/workbook-child.ts' }, 'es'),
    preload: program({ preload: 'electron/preload.ts' }, 'cjs'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const folder of ['out/main', 'out/sample']) rmSync(folder, { recursive: true, force: true })
      for (const name of ['program', 'preload']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
      cpSync('electron/sample', 'out/sample', { recursive: true })
    },
  },
})
