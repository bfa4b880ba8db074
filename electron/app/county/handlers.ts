import type { CommandHandler, QueryHandler } from '../context.ts'
import type { CountyHandlers } from './county-context.ts'
import { endTownshipOn, makeCountyPackage, matchUnitName, setLedgerTotals } from './keep-county.ts'
import { compareDays } from './compare-days.ts'
import { listCountyForms, makeCountyFormFile, previewCountyForm } from './county-forms.ts'
import { backUpCounty, verifyCounty } from './guard-county.ts'
import { exportCounty } from './export-county.ts'
import { fillSampleCity } from './fill-sample-city.ts'
import { makeReceipt } from './make-receipt.ts'
import { makePackage } from './make-package.ts'
import { readCountyFigures, readCountyHistory, readTownshipLines } from './read-county.ts'
import { readCountyFindings, readCountyPeople, readDifferences, readTownship } from './read-township.ts'
import { readPackageHistory, readPackageState } from './read-package-state.ts'
import { previewReceipt, takeReceipt } from './take-receipt.ts'
import { receivePackages } from './receive.ts'

/** A township's own side: what it hands up. */
export const PACKAGE_QUERIES = {
  'package.read': readPackageState,
  'package.history': readPackageHistory,
  'receipt.preview': previewReceipt,
} satisfies { readonly [K in 'package.read' | 'package.history' | 'receipt.preview']: QueryHandler<K> }

export const PACKAGE_COMMANDS = {
  'package.make': makePackage,
  'receipt.take': takeReceipt,
} satisfies { readonly [K in 'package.make' | 'receipt.take']: CommandHandler<K> }

/** The bureau's side, on the open 主管本. */
export const COUNTY_HANDLERS: CountyHandlers = {
  'county.receive': receivePackages,
  'county.figures': readCountyFigures,
  'county.townships': readTownshipLines,
  'county.township': readTownship,
  'county.people': readCountyPeople,
  'county.findings': readCountyFindings,
  'county.differences': readDifferences,
  'county.matchUnit': matchUnitName,
  'county.setLedger': setLedgerTotals,
  'county.receipt': makeReceipt,
  'county.endTownship': endTownshipOn,
  'county.compare': compareDays,
  'county.backup': backUpCounty,
  'county.verify': verifyCounty,
  'county.forms': listCountyForms,
  'county.form': previewCountyForm,
  'county.formFile': makeCountyFormFile,
  'county.fillSample': fillSampleCity,
  'county.history': readCountyHistory,
  'county.package': makeCountyPackage,
  'county.export': exportCounty,
}
