import { writeFileSync } from 'node:fs'
import { launchBrowser } from './kit/browser.ts'
const { browser } = await launchBrowser()
if (browser === null) process.exit(1)
const page = await browser.newPage({ viewport: { width: 512, height: 512 } })
await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block}</style><svg width="512" height="512" viewBox="0 0 512 512"><rect x="24" y="24" width="464" height="464" rx="84" fill="#9e2a22"/><rect x="56" y="56" width="400" height="400" rx="60" fill="none" stroke="#f6ead9" stroke-width="12"/><text x="256" y="366" text-anchor="middle" font-size="310" font-weight="700" font-family="Noto Serif CJK SC, Noto Sans CJK SC, serif" fill="#f6ead9">定</text></svg>`)
for (const [size, path] of [[512, 'build/icon.png']] as const) writeFileSync(path, await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }))
await browser.close()
