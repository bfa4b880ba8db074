import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the screens. Served from app:// in the window and from the loopback host in a browser, so every URL is relative to the root. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: { outDir: '../out/renderer', emptyOutDir: true, chunkSizeWarningLimit: 2500, assetsInlineLimit: 0 },
})
