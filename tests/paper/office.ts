import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallPages, type GreyPage } from './pictures.ts'

/** What is missing to see a sheet as paper; null when the office program and the PDF tools are here. */
export function missingTool(): string | null {
  for (const [tool, flag] of [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
    ['pdfinfo', '-v'],
  ] as const) {
    try {
      execFileSync(tool, [flag], { stdio: 'ignore', timeout: 60_000 })
    } catch {
      return tool
    }
  }
  return null
}

export interface PrintedPages {
  /** Text of every page, in reading order. */
  readonly pages: readonly string[]
  /** Paper size in points. */
  readonly width: number
  readonly height: number
  /** Words with their places in points from the top left corner, page by page. */
  readonly words: readonly (readonly {
    readonly text: string
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }[])[]
  readonly pictures: readonly GreyPage[]
}

/** Prints a workbook to PDF with LibreOffice, under a profile of its own, and reads the pages. */
export function printed(workbook: Uint8Array): PrintedPages {
  const folder = mkdtempSync(join(tmpdir(), 'dingbian-paper-'))
  try {
    const source = join(folder, 'sheet.xlsx')
    const pdf = join(folder, 'sheet.pdf')
    writeFileSync(source, workbook)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        source,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))
    execFileSync('pdftotext', ['-bbox', pdf, join(folder, 'words.html')])
    const words = readFileSync(join(folder, 'words.html'), 'utf8')
      .split('</page>')
      .slice(0, -1)
      .map((page) =>
        [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
          ([, left, top, right, bottom, text]) => ({
            text: text ?? '',
            left: Number(left),
            top: Number(top),
            right: Number(right),
            bottom: Number(bottom),
          }),
        ),
      )
    return { pages, width: Number(size?.[1]), height: Number(size?.[2]), words, pictures: smallPages(pdf) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
