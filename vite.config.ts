import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Builds the screens. Served from app:// in the window and from the loopback host in a browser, so every URL is relative to the root.
 * The styles stay one file: which of two rules wins must not hang on which screen was shown first.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
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
