import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

/*
 * Builds what `npm start` and `npm run cli` load (electron/host/program-bundle.ts): the folder it is told, and beside it the sample,
 * where the program looks for it.
 */
export default defineConfig({
  resolve: { external: ['better-sqlite3-multiple-ciphers'], noExternal: true },
  ssr: { external: ['better-sqlite3-multiple-ciphers'], noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    emptyOutDir: true,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        'run-command-line': 'electron/host/run-command-line.ts',
        'start-program': 'electron/host/start-program.ts',
        'workbook-child': 'electron/excel/workbook-child.ts',
      },
      external: [/^node:/, 'better-sqlite3-multiple-ciphers'],
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  plugins: [
    {
      name: 'sample',
      writeBundle: ({ dir = '' }) => cpSync('electron/sample', join(dir, '..', 'sample'), { recursive: true }),
    },
  ],
})
