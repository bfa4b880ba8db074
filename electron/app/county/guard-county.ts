import type { Input, Output } from '../../contract/operations.ts'
import { copyCounty } from '../../store/county/county-copy.ts'
import { brokenCountyEntry, readCountyEntries, readCountyHead } from '../../store/county/county-journal.ts'
import { listSubmissionIds, readSubmissionBytes } from '../../store/county/submission-store.ts'
import { differingTables, type SubmissionTable } from '../../store/county/submission-rows.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CountyContext } from './county-context.ts'
import { readPackage } from './read-package.ts'

const TABLE_TITLES: Readonly<Record<SubmissionTable, string>> = {
  line: '编制数',
  total: '合计',
  standing: '名单人数',
  unit: '机构',
  person: '人员',
  finding: '问题',
  duty: '过期未办',
}
const MOST_TOLD = 200

/**
 * Whether the 主管本 is what was handed in: its file is sound, its journal chained, every package whole and what it was when it came, and the
 * rows it is added up from are those of the packages. @throws `cancelled`
 */
export async function verifyCounty(
  _input: Input<'county.verify'>,
  { county, signal, report }: CountyContext,
): Promise<Output<'county.verify'>> {
  const problems: { township: string | null; text: string }[] = []
  const told = (township: string | null, text: string) => {
    if (problems.length < MOST_TOLD) problems.push({ township, text })
  }
  if (county.raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') told(null, '文件的页面有损坏，请从备份恢复。')
  if ((county.raw.pragma('foreign_key_check') as readonly unknown[]).length > 0)
    told(null, '有的行指向不存在的行，请从备份恢复。')
  const broken = brokenCountyEntry(county)
  if (broken !== null) told(null, `收件记录第 ${broken} 条被改动过。`)
  let submissions = 0
  for (const { id, township, contentSha256, shown } of listSubmissionIds(county)) {
    if (signal.aborted) throw new Refusal('cancelled')
    submissions += 1
    if (submissions % 50 === 0) {
      report('检查', submissions, 0)
      await new Promise((resolve) => setImmediate(resolve))
    }
    try {
      const read = readPackage({ name: township, bytes: readSubmissionBytes(county, id) }, () => undefined)
      if (read.contentSha256 !== contentSha256) told(township, '收下的数据包和收下时的校验码不符。')
      for (const table of differingTables(county, { id, content: read.content, shown: shown === 1 }))
        told(township, `${TABLE_TITLES[table]}和它报来的数据包不一致。`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      told(township, '收下的数据包读不出来了。')
    }
  }
  const [last] = readCountyEntries(county, 1)
  return { ok: problems.length === 0, entries: last?.seq ?? 0, head: readCountyHead(county), submissions, problems }
}

/** A copy that was opened again and holds the same. @throws StoreError `directory_not_found`, `backup_failed` */
export function backUpCounty(
  input: Input<'county.backup'>,
  { county, clock }: CountyContext,
): Promise<Output<'county.backup'>> {
  return Promise.resolve({ ...copyCounty(county, input.directory, clock.now()) })
}
