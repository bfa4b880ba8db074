import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/* Many workbooks through the office program at once: starting it takes longer than a sheet. */

/** Recalculate whatever is opened: without it the office program shows the results that lie in the file. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Converts every workbook of the folder into `target` (pdf or xlsx), recalculated; the results lie in the folder `target` below it. */
export function convertAll(folder: string, names: readonly string[], target: 'pdf' | 'xlsx'): string {
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
  const out = join(folder, target)
  execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', target, '--outdir', out, ...names.map((name) => join(folder, `${name}.xlsx`))], { stdio: 'ignore', timeout: 240_000 })
  return out
}

/** Text of every page of a PDF, blanks and line ends left out. */
export function pageTexts(pdf: string): readonly string[] {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f').slice(0, -1).map((page) => page.replaceAll(/\s/g, ''))
}

export interface GreyPage {
  readonly width: number
  readonly height: number
  /** 0 black, 255 white. */
  readonly grey: Uint8Array
}

/** The first page of a PDF, very small: where there is ink, not which letter. */
export function smallPage(pdf: string, file: string): GreyPage {
  execFileSync('pdftoppm', ['-r', '12', '-gray', '-f', '1', '-l', '1', '-singlefile', pdf, file])
  return readPgm(readFileSync(`${file}.pgm`))
}

/** Reads a binary PGM. */
export function readPgm(bytes: Buffer): GreyPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  if (head === null) throw new Error('not a binary PGM')
  return { width: Number(head[1]), height: Number(head[2]), grey: new Uint8Array(bytes.subarray(head[0].length)) }
}

/** Mean difference of two pages in grey steps, each point against the best of its neighbours: a hair's shift is none. */
export function inkDifference(left: GreyPage, right: GreyPage): number {
  if (left.width !== right.width || left.height !== right.height) return 255
  let total = 0
  for (let y = 1; y < left.height - 1; y += 1) {
    for (let x = 1; x < left.width - 1; x += 1) {
      let best = 255
      for (const [dx, dy] of NEAR) best = Math.min(best, Math.abs((left.grey[y * left.width + x] ?? 0) - (right.grey[(y + dy) * right.width + x + dx] ?? 0)))
      total += best
    }
  }
  return total / (left.width * left.height)
}

const NEAR = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]] as const
