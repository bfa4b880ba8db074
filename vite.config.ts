import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Lists what was built, for a packed program that cannot look into its own folders (`host/static-files`). */
function listFiles(): Plugin {
  let folder = ''
  return {
    name: 'list-files',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: () => {
      // The picture of the window is that of the installer.
      copyFileSync(join(import.meta.dirname, 'build', 'icon.png'), join(folder, 'icon.png'))
      const names = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'files.json')
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .toSorted()
      writeFileSync(join(folder, 'files.json'), JSON.stringify(names))
    },
  }
}

/**
 * Builds the screens. Served from app:// in the window and from the loopback host in a browser, so every URL is relative to the root.
 * The styles stay one file: which of two rules wins must not hang on which screen was shown first.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react(), listFiles()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2500,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // The window's own Chromium and the browsers of its age: light-dark() and container queries go out as they are written.
    cssTarget: 'chrome130',
  },
})
