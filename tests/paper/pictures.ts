import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/* Pages as small grey pictures: where there is ink, not which letter. Stored once they were looked at; `PICTURES=new` stores them anew. */

export interface GreyPage {
  readonly width: number
  readonly height: number
  /** 0 black, 255 white. */
  readonly grey: Uint8Array
}

export interface PageDifference {
  /** Grey steps over the whole page. */
  readonly mean: number
  /** The same in the one square of a third of an inch that differs most. */
  readonly worst: number
}

/** Another build of the same fonts stays below, a row more or less far above. */
export const TOLERATED: PageDifference = { mean: 2.5, worst: 12 }

const STORED = join(import.meta.dirname, 'pictures')
const RESOLUTION = 24
const SQUARE = 8
const NEAR = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

/** Every page of a PDF. */
export function smallPages(pdf: string): readonly GreyPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'dingbian-pages-'))
  try {
    execFileSync('pdftoppm', ['-r', String(RESOLUTION), '-gray', pdf, join(folder, 'page')])
    return readdirSync(folder)
      .toSorted()
      .flatMap((name) => readPages(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Why pictures cannot be compared here; null: they can. Pages set in other fonts than the stored ones look different and are right all the same. */
export function otherFonts(): string | null {
  return execFileSync('fc-match', ['Times New Roman'], { encoding: 'utf8' }).includes('Liberation')
    ? null
    : 'other fonts than those of the stored pages'
}

/** The pages that were looked at under this name. */
export function storedPages(name: string, present: readonly GreyPage[], folder = STORED): readonly GreyPage[] {
  const path = join(folder, `${name}.pgm.gz`)
  if (process.env['PICTURES'] === 'new') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      path,
      gzipSync(
        Buffer.concat(
          present.map(({ width, height, grey }) =>
            Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]),
          ),
        ),
        { level: 9 },
      ),
    )
  }
  return readPages(gunzipSync(readFileSync(path)))
}

/** Reads binary PGMs, one after the other. */
function readPages(bytes: Buffer): readonly GreyPage[] {
  const pages: GreyPage[] = []
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(at, at + 40).toString('latin1'))
    if (head === null) throw new Error('not a binary PGM')
    const [width, height] = [Number(head[1]), Number(head[2])]
    const first = at + head[0].length
    at = first + width * height
    pages.push({ width, height, grey: new Uint8Array(bytes.subarray(first, at)) })
  }
  return pages
}

/** How far two pages differ, each point against the best of its neighbours: a hair's shift is none. */
export function pageDifference(left: GreyPage, right: GreyPage): PageDifference {
  if (left.width !== right.width || left.height !== right.height) return { mean: 255, worst: 255 }
  const squares = new Map<number, number>()
  let total = 0
  for (let y = 1; y < left.height - 1; y += 1) {
    for (let x = 1; x < left.width - 1; x += 1) {
      let best = 255
      for (const [dx, dy] of NEAR)
        best = Math.min(
          best,
          Math.abs((left.grey[y * left.width + x] ?? 0) - (right.grey[(y + dy) * right.width + x + dx] ?? 0)),
        )
      total += best
      const square = Math.floor(y / SQUARE) * left.width + Math.floor(x / SQUARE)
      squares.set(square, (squares.get(square) ?? 0) + best)
    }
  }
  return { mean: total / (left.width * left.height), worst: Math.max(...squares.values()) / (SQUARE * SQUARE) }
}

/** Pages (from 1) that do not look as they did. */
export function changedPages(
  name: string,
  present: readonly GreyPage[],
  folder = STORED,
): readonly { readonly page: number; readonly difference: PageDifference | 'only in one' }[] {
  const stored = storedPages(name, present, folder)
  return Array.from({ length: Math.max(stored.length, present.length) }, (_, index) => {
    const [one, other] = [present[index], stored[index]]
    return {
      page: index + 1,
      difference: one === undefined || other === undefined ? ('only in one' as const) : pageDifference(one, other),
    }
  }).filter(
    ({ difference }) =>
      difference === 'only in one' || difference.mean > TOLERATED.mean || difference.worst > TOLERATED.worst,
  )
}
