import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser.ts'

/*
 * node tests/kit/make-icons.ts: draws the program's picture in every size the systems ask for, into build/. Small ones have fewer and thicker lines: a
 * frame of a pixel would be a blur.
 */

const BUILD = join(import.meta.dirname, '../../build')
const SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512]
const IN_ICO = [16, 24, 32, 48, 64, 128, 256]
const [RED, PAPER] = ['#9e2a22', '#f5eada']

const row = (y: number, width: number) =>
  `<circle cx="138" cy="${y}" r="22"/><rect x="192" y="${y - 14}" width="${width}" height="28" rx="14"/>`
const LARGE = `<rect x="24" y="24" width="464" height="464" rx="84" fill="${RED}"/>
<rect x="64" y="64" width="384" height="384" rx="52" fill="none" stroke="${PAPER}" stroke-width="12"/>
<g fill="${PAPER}">${row(150, 204)}${row(256, 204)}${row(362, 144)}</g>`
const thick = (y: number, width: number) =>
  `<rect x="64" y="${y - 32}" width="64" height="64"/><rect x="192" y="${y - 32}" width="${width}" height="64"/>`
const SMALL = `<rect width="512" height="512" rx="96" fill="${RED}"/>
<g fill="${PAPER}">${thick(128, 256)}${thick(256, 256)}${thick(384, 160)}</g>`

const launched = await launchBrowser()
if (launched.browser === null) throw new Error(launched.reason)
const { browser } = launched
const page = await browser.newPage({ deviceScaleFactor: 1 })
const drawn = new Map<number, Buffer>()
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style><svg width="${size}" height="${size}" viewBox="0 0 512 512">${size <= 32 ? SMALL : LARGE}</svg>`,
  )
  drawn.set(size, await page.screenshot({ omitBackground: true }))
}
await browser.close()

mkdirSync(join(BUILD, 'icons'), { recursive: true })
for (const [size, png] of drawn) writeFileSync(join(BUILD, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(BUILD, 'icon.png'), drawn.get(512) ?? Buffer.alloc(0))

/** A list of places, then the pictures, each a PNG: what Windows reads since Vista. */
const pictures = IN_ICO.map((size) => ({ size, png: drawn.get(size) ?? Buffer.alloc(0) }))
const head = Buffer.alloc(6 + 16 * pictures.length)
head.writeUInt16LE(1, 2)
head.writeUInt16LE(pictures.length, 4)
let offset = head.length
for (const [at, { size, png }] of pictures.entries()) {
  const place = 6 + 16 * at
  // 256 is written as 0.
  head.writeUInt8(size % 256, place)
  head.writeUInt8(size % 256, place + 1)
  head.writeUInt16LE(1, place + 4)
  head.writeUInt16LE(32, place + 6)
  head.writeUInt32LE(png.length, place + 8)
  head.writeUInt32LE(offset, place + 12)
  offset += png.length
}
writeFileSync(join(BUILD, 'icon.ico'), Buffer.concat([head, ...pictures.map(({ png }) => png)]))
