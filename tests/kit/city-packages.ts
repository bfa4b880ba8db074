import { receiveMade } from '../../electron/app/county/receive.ts'
import type { CountyContext } from '../../electron/app/county/county-context.ts'
import { contentOfBook } from '../../electron/domain/county/content-of-book.ts'
import type { PackageContent } from '../../electron/domain/county/package-content.ts'
import {
  CITY_REGIONS,
  sampleSnapshot,
  type SampleTownship,
  type Stage,
} from '../../electron/domain/county/sample-city.ts'
import { stateFindings } from '../../electron/domain/findings/finding-states.ts'
import { deriveBookState } from '../../electron/domain/state/book-state.ts'
import { viewBook } from '../../electron/domain/views/book-view.ts'
import { ensureRegion } from '../../electron/store/county/county-store.ts'
import { encodePackage, sha256 } from '../../electron/store/county/package-file.ts'

/* Townships of the sample city handing in by themselves. */

/** What a township of the sample tells of a day; `turn` counts its packages. */
export function cityContent(township: SampleTownship, stage: Stage, turn = 1): PackageContent {
  const view = viewBook(deriveBookState(sampleSnapshot(township, stage)))
  const asOf = stage === 'before' ? '2005-12-31' : '2006-12-31'
  return contentOfBook({
    view,
    findings: stateFindings(view.state.findings, [], asOf),
    overdue: [],
    head: {
      township: { code: township.code, name: township.name, type: null, ethnic: township.ethnic },
      book: sha256(Buffer.from(township.code)),
      asOf,
      madeAt: `${asOf}T00:00:00.000Z`,
      madeBy: '经办人',
      program: '0',
      journal: { seq: turn, head: sha256(Buffer.from(`${township.code} ${turn}`)) },
      numbers: 'masked',
      rulePack: '',
    },
  })
}

/** Takes townships of the sample in, each under its county. */
export function receiveCity(context: CountyContext, townships: readonly SampleTownship[]): void {
  const regions = CITY_REGIONS.map(({ name, code }) =>
    ensureRegion(context.county, { parentId: 1, level: 'county', name, code }),
  )
  const receive = receiveMade(context)
  for (const township of townships)
    receive.take({
      file: `${township.name}.dbpkg`,
      bytes: encodePackage(cityContent(township, 'after')).bytes,
      regionId: regions[township.region] ?? 1,
    })
  const { refused } = receive.done()
  if (refused[0] !== undefined) throw new Error(refused[0].message)
}
