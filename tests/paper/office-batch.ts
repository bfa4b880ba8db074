import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
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
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      target,
      '--outdir',
      out,
      ...names.map((name) => join(folder, `${name}.xlsx`)),
    ],
    { stdio: 'ignore', timeout: 240_000 },
  )
  return out
}

/** Text of every page of a PDF, blanks and line ends left out. */
export function pageTexts(pdf: string): readonly string[] {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''))
}
