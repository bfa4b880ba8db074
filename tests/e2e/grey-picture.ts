import { inflateSync } from 'node:zlib'
import type { GreyPage } from '../paper/pictures.ts'

/* A screen as a small grey picture, from the PNG the browser takes. */

const SIGNATURE = 8
const HEAD = 8
const CHECK = 4

/** Reads a PNG of 8 bits a colour, RGB or RGBA, not interlaced: what Chromium makes. @throws for any other */
export function greyOf(png: Buffer): GreyPage {
  const parts: Buffer[] = []
  let [width, height, bytes] = [0, 0, 0]
  for (let at = SIGNATURE; at < png.length;) {
    const size = png.readUInt32BE(at)
    const body = png.subarray(at + HEAD, at + HEAD + size)
    switch (png.toString('latin1', at + 4, at + HEAD)) {
      case 'IHDR': {
        ;[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
        bytes = body[9] === 6 ? 4 : body[9] === 2 ? 3 : 0
        if (body[8] !== 8 || bytes === 0 || body[12] !== 0) throw new Error('a PNG of another kind')
        break
      }
      case 'IDAT':
        parts.push(body)
        break
    }
    at += HEAD + size + CHECK
  }
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * bytes, height, bytes)
  const grey = new Uint8Array(width * height)
  for (let place = 0; place < grey.length; place += 1) {
    const [red = 0, green = 0, blue = 0] = rows.subarray(place * bytes, place * bytes + 3)
    grey[place] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  return { width, height, grey }
}

/** Every line is told by what differs from the one to its left and above it; the first byte says how. */
function unfiltered(data: Buffer, line: number, height: number, bytes: number): Uint8Array {
  const rows = new Uint8Array(line * height)
  for (let y = 0; y < height; y += 1) {
    const how = data[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x += 1) {
      const here = y * line + x
      const left = x < bytes ? 0 : (rows[here - bytes] ?? 0)
      const above = y === 0 ? 0 : (rows[here - line] ?? 0)
      const corner = x < bytes || y === 0 ? 0 : (rows[here - line - bytes] ?? 0)
      rows[here] = (data[y * (line + 1) + 1 + x] ?? 0) + guess(how, left, above, corner)
    }
  }
  return rows
}

function guess(how: number, left: number, above: number, corner: number): number {
  switch (how) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4: {
      const [toLeft, toAbove, toCorner] = [
        Math.abs(above - corner),
        Math.abs(left - corner),
        Math.abs(left + above - 2 * corner),
      ]
      return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
    }
    default:
      return 0
  }
}
