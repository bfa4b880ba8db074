import type { Input, Output } from '../../contract/operations.ts'
import { contentOfBook } from '../../domain/county/content-of-book.ts'
import {
  CITY_REGIONS,
  CITY_TOTALS,
  CITY_TOWNSHIPS,
  MERGED_ON,
  PRINTED_RATES,
  sampleSnapshot,
  STAGE_DAYS,
  type SampleTownship,
  type Stage,
} from '../../domain/county/sample-city.ts'
import { stateFindings } from '../../domain/findings/finding-states.ts'
import { deriveBookState } from '../../domain/state/book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { ensureRegion, readCounty, townshipsNamed } from '../../store/county/county-store.ts'
import { encodePackage, sha256 } from '../../store/county/package-file.ts'
import { inTransaction } from '../../store/county/prepared.ts'
import { countEthnic, sumStanding } from '../../store/county/rollup-store.ts'
import { endTownship } from '../../store/county/submission-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { comparedRows } from './compare-days.ts'
import type { CountyContext } from './county-context.ts'
import { receiveMade } from './receive.ts'

/** Fills the 主管本 with the sample city, before and after, by the same way in as packages of a file. Done again it changes nothing. */
export async function fillSampleCity(
  _input: Input<'county.fillSample'>,
  context: CountyContext,
): Promise<Output<'county.fillSample'>> {
  const { county } = context
  const { level } = readCounty(county)
  const regions = inTransaction(county, () =>
    level === 'county'
      ? CITY_REGIONS.map(() => 1)
      : CITY_REGIONS.map(({ name, code }) => ensureRegion(county, { parentId: 1, level: 'county', name, code })),
  )
  const receive = receiveMade(context)
  const all = CITY_TOTALS.before.townships + CITY_TOTALS.after.townships
  let done = 0
  const handIn = async (stage: Stage, townships: readonly SampleTownship[]) => {
    for (const township of townships) {
      if (context.signal.aborted) throw new Refusal('cancelled')
      if (done % 20 === 0) {
        context.report('建立示例', done, all)
        await new Promise((resolve) => setImmediate(resolve))
      }
      done += 1
      const { bytes } = encodePackage(contentOf(township, stage))
      receive.take({ file: `${township.name}（示例）.dbpkg`, bytes, regionId: regions[township.region] ?? 1 })
    }
  }
  await handIn('before', CITY_TOWNSHIPS)
  await handIn('after', CITY_TOWNSHIPS.slice(0, CITY_TOTALS.after.townships))
  const { refused } = receive.done()
  const [first] = refused
  if (first !== undefined) throw new Error(`the sample was refused: ${first.message}`)
  inTransaction(county, () => {
    for (const { code, into } of CITY_TOWNSHIPS.filter((one) => one.into !== null)) {
      const [township] = townshipsNamed(county, code)
      const [heir] = townshipsNamed(county, CITY_TOWNSHIPS[into ?? 0]?.code ?? '')
      if (township !== undefined) endTownship(county, township, { on: MERGED_ON, into: heir?.id ?? null })
    }
  })
  const shown = { asOf: null, region: null }
  const { townships, people } = sumStanding(county, shown)
  return {
    townships,
    ethnic: countEthnic(county, shown),
    people,
    before: STAGE_DAYS.before,
    after: STAGE_DAYS.after,
    rows: comparedRows(county, { from: STAGE_DAYS.before, to: STAGE_DAYS.after }).map((row) => {
      const printed = PRINTED_RATES[row.what] ?? null
      return { ...row, printed, agrees: printed === null ? null : printed === row.rate }
    }),
  }
}

function contentOf(township: SampleTownship, stage: Stage) {
  const view = viewBook(deriveBookState(sampleSnapshot(township, stage)))
  const asOf = STAGE_DAYS[stage]
  const head = sha256(Buffer.from(`${township.code} ${stage}`))
  return contentOfBook({
    view,
    findings: stateFindings(view.state.findings, [], asOf),
    overdue: [],
    head: {
      township: { code: township.code, name: township.name, type: null, ethnic: township.ethnic },
      book: sha256(Buffer.from(township.code)),
      asOf,
      madeAt: `${asOf}T00:00:00.000Z`,
      madeBy: '示例',
      program: '示例',
      journal: { seq: stage === 'before' ? 1 : 2, head },
      numbers: 'masked',
      rulePack: '',
    },
  })
}
