import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blockCases } from './workbooks-blocks.ts'
import { freshCarrierCases } from './fresh-carriers.ts'
import { freshRowCases } from './fresh-rows.ts'
import { freshShapeCases } from './fresh-shapes.ts'
import { freshUnitCases } from './fresh-units.ts'
import { fifthDangerCases } from './fifth-dangers.ts'
import { fifthKindCases } from './fifth-kinds.ts'
import { fourthCarrierCases } from './fourth-carriers.ts'
import { fourthPartialCases } from './fourth-partial.ts'
import { fourthQuotaCases } from './fourth-quotas.ts'
import { fourthUnitCases } from './fourth-units.ts'
import { fourthValueCases } from './fourth-values.ts'
import type { Case } from './kit/case.ts'
import { ledgerCases } from './third-ledgers.ts'
import { peopleCases } from './third-people.ts'
import { printCases } from './third-prints.ts'
import { restCases } from './third-rest.ts'
import { sixthRosterCases } from './sixth-rosters.ts'
import { sixthPartialCases } from './sixth-partial.ts'
import { sixthSystemCases } from './sixth-systems.ts'
import { seventhListCases } from './seventh-lists.ts'
import { seventhPartialCases } from './seventh-partial.ts'
import { seventhSystemCases } from './seventh-systems.ts'
import { eighthRosterCases } from './eighth-rosters.ts'
import { eighthRestCases } from './eighth-rest.ts'
import { eighthSystemCases } from './eighth-systems.ts'
import { ninthListCases } from './ninth-lists.ts'
import { ninthMoreCases } from './ninth-more.ts'
import { tenthListCases } from './tenth-lists.ts'
import { tenthMoreCases } from './tenth-more.ts'
import { eleventhHardCases } from './eleventh-hard.ts'
import { eleventhPaperCases } from './eleventh-papers.ts'
import { eleventhSystemCases } from './eleventh-systems.ts'
import { twelfthDangerCases } from './twelfth-dangers.ts'
import { twelfthGivenCases } from './twelfth-given.ts'
import { twelfthSheetCases } from './twelfth-sheets.ts'
import { thirteenthDangerCases } from './thirteenth-dangers.ts'
import { thirteenthPublicCases } from './thirteenth-public.ts'
import { thirteenthSystemCases } from './thirteenth-systems.ts'
import { carrierCases } from './workbooks-carriers.ts'
import { dialectCases } from './workbooks-dialects.ts'
import { partialCases } from './workbooks-partial.ts'
import { unitCases } from './workbooks-units.ts'
import { valueCases } from './workbooks-values.ts'

/* Writes `workbooks/` to `workbooks-13/` anew: node tests/cases/make-workbooks.ts. The same bytes every time. */

function writeAll(name: string, cases: readonly (() => Case)[]): void {
  const folder = join(import.meta.dirname, name)
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (/^[CDEHJKLMNPQRT]\d\d-/.test(old)) rmSync(join(folder, old))
  for (const make of cases) {
    const { truth, bytes, beforeBytes } = make()
    writeFileSync(join(folder, truth.file), bytes)
    truth.before?.forEach((before, at) => {
      const content = beforeBytes?.[at]
      if (content !== undefined) writeFileSync(join(folder, before), content)
    })
    writeFileSync(join(folder, `${truth.case}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`)
  }
}

writeAll('workbooks', [...unitCases, ...blockCases, ...carrierCases, ...dialectCases, ...valueCases, ...partialCases])
writeAll('workbooks-2', [...freshUnitCases, ...freshRowCases, ...freshShapeCases, ...freshCarrierCases])
writeAll('workbooks-3', [...ledgerCases, ...peopleCases, ...printCases, ...restCases])
writeAll('workbooks-4', [
  ...fourthUnitCases,
  ...fourthValueCases,
  ...fourthCarrierCases,
  ...fourthPartialCases,
  ...fourthQuotaCases,
])
writeAll('workbooks-5', [...fifthKindCases, ...fifthDangerCases])
writeAll('workbooks-6', [...sixthSystemCases, ...sixthRosterCases, ...sixthPartialCases])
writeAll('workbooks-7', [...seventhListCases, ...seventhSystemCases, ...seventhPartialCases])
writeAll('workbooks-8', [...eighthRosterCases, ...eighthSystemCases, ...eighthRestCases])
writeAll('workbooks-9', [...ninthListCases, ...ninthMoreCases])
writeAll('workbooks-10', [...tenthListCases, ...tenthMoreCases])
writeAll('workbooks-11', [...eleventhSystemCases, ...eleventhPaperCases, ...eleventhHardCases])
writeAll('workbooks-12', [...twelfthGivenCases, ...twelfthSheetCases, ...twelfthDangerCases])
writeAll('workbooks-13', [...thirteenthPublicCases, ...thirteenthSystemCases, ...thirteenthDangerCases])
