import { randomBytes } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { addAttachment } from '../../electron/app/ledger/add-attachment.ts'
import { explainFindings } from '../../electron/app/findings/explain-findings.ts'
import { readFindings } from '../../electron/app/findings/read-findings.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { makeHandoverPack } from '../../electron/app/forms/paper-packs/make-handover-pack.ts'
import { makeInspectionPack } from '../../electron/app/forms/paper-packs/make-inspection-pack.ts'
import type { ExcelPort } from '../../electron/app/context.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { PaperPackView } from '../../electron/contract/paper-pack-operations.ts'
import { packedBytes, readZipDirectory } from '../../electron/excel/zip-directory.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { makeContext, TODAY, type TestContextOptions } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, PLAN_NUMBER, withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'
const RANGE = { from: '2026-01-01', to: TODAY }
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000)])
const NUMBER = inventedId('1980-01-01')

const at = (book: OpenBook, operation: string, more: TestContextOptions = {}) =>
  makeContext(book, { excel: DRAW_HERE, operation, ...more })
const handover = (book: OpenBook, input = {}, more: TestContextOptions = {}) =>
  makeHandoverPack(input, at(book, 'handoverPack.make', more))
const inspection = (book: OpenBook, input = {}, more: TestContextOptions = {}) =>
  makeInspectionPack({ ...RANGE, ...input }, at(book, 'inspectionPack.make', more))

const contentOf = (pack: PaperPackView, path: string) =>
  Buffer.from(pack.files.find((file) => file.path === path)?.base64 ?? '', 'base64')

/** Every part of every workbook, unpacked; other files as they are. */
function textsOf(pack: PaperPackView): string {
  return pack.files
    .flatMap(({ path, base64 }) => {
      const bytes = Buffer.from(base64, 'base64')
      if (!path.endsWith('.xlsx')) return [bytes.toString('utf8')]
      return readZipDirectory(bytes, 200).map((entry) => {
        const packed = packedBytes(bytes, entry)
        return (entry.method === 8 ? inflateRawSync(packed) : packed).toString('utf8')
      })
    })
    .join('\n')
}

const withPeople = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '甲', unit: OFFICE, birth: '1980-01-01' },
      { name: '乙', unit: '财政所', category: 'institution', birth: '1981-01-01' },
      { name: '丙', unit: OFFICE, birth: '1982-01-01', kind: 'secondedIn', counterpart: '县财政局' },
    ])
    await work(book)
  })

const paths = (pack: PaperPackView) => pack.files.map(({ path }) => path)

describe('交接包', () => {
  it('tells the state, what is open, the calendar, where papers and copies are, and lists every file of it', () =>
    withPeople(async (book) => {
      const pack = await handover(book)
      expect(OPERATIONS['handoverPack.make'].output.parse(pack)).toEqual(pack)
      expect(paths(pack)).toEqual([
        '目录.html',
        '目录.xlsx',
        '1 现状/各单位编制与人员配备表.xlsx',
        '1 现状/领导职数配备情况表.xlsx',
        '1 现状/编制核定表.xlsx',
        '1 现状/实名制花名册.xlsx',
        '2 没办完的事/没办完的事.xlsx',
        '2 没办完的事/问题清单.xlsx',
        '3 日程/今后一年的待办.xlsx',
        '3 日程/到期人员.xlsx',
        '3 日程/到龄退休预测.xlsx',
        '4 文件在哪里/依据文件目录.xlsx',
        '4 文件在哪里/公示目录.xlsx',
        '5 备份/备份清单.xlsx',
      ])
      const page = contentOf(pack, '目录.html').toString('utf8')
      for (const { path, sha256 } of pack.files.slice(2)) {
        expect(page).toContain(`href="${path.split('/').map(encodeURIComponent).join('/')}"`)
        expect(page).toContain(sha256)
      }
      expect(page).toContain('完整性检查</th><td>通过')
      expect(page).not.toMatch(/<script|https?:/u)
    }))

  it('masks every number, and is written down: whole ones only where a reason is given, which is written down too', () =>
    withPeople(async (book) => {
      const pack = await handover(book)
      expect(pack.masked).toBe(true)
      expect(textsOf(pack)).not.toContain(NUMBER)
      expect(textsOf(pack)).toContain(`${NUMBER.slice(0, 6)}********${NUMBER.slice(-4)}`)
      expect(await newestEntry(book)).toMatchObject({
        seq: pack.seq,
        operation: 'handoverPack.make',
        summary: `做交接包（${TODAY}），14 个文件，身份证号已遮住`,
        changes: [],
      })
      const whole = await handover(book, { wholeNumbersFor: '组织部核对' })
      expect(textsOf(whole)).toContain(NUMBER)
      expect(contentOf(whole, '目录.html').toString('utf8')).toContain('组织部核对')
      expect(await newestEntry(book)).toMatchObject({
        seq: whole.seq,
        summary: `做交接包（${TODAY}），14 个文件，含完整身份证号`,
        reason: '组织部核对',
      })
    }))

  it('a number that somebody wrote into a remark is masked too, and does not stop the pack', () =>
    withPeople(async (book) => {
      await book.db
        .updateTable('holding')
        .set({ remark: `身份证${NUMBER}，手机13800001111` })
        .execute()
      const texts = textsOf(await inspection(book))
      expect(texts).not.toContain(NUMBER)
      expect(texts).not.toContain('13800001111')
      expect(texts).toContain('138****1111')
    }))

  it('stops when asked to, and when something was written meanwhile; neither leaves an entry of its own', () =>
    withPeople(async (book) => {
      const before = await entryCount(book)
      const stopped = new AbortController()
      const phases: string[] = []
      const report = (phase: string, done: number) => {
        phases.push(phase)
        if (done === 3) stopped.abort()
      }
      await expect(handover(book, {}, { signal: stopped.signal, report })).rejects.toMatchObject({ code: 'cancelled' })
      expect(phases.length).toBe(5)
      expect(await entryCount(book)).toBe(before)
      let drawn = 0
      const meddling: ExcelPort = {
        ...DRAW_HERE,
        draw: async (sheet, options) => {
          drawn += 1
          if (drawn === 2)
            await commitCommand(
              book.db,
              { recordedAt: RECORDED_AT, actor: '别人', operation: 'person.reveal', summary: '看了一眼' },
              () => Promise.resolve(null),
            )
          return DRAW_HERE.draw(sheet, options)
        },
      }
      await expect(handover(book, {}, { excel: meddling })).rejects.toMatchObject({ code: 'pack_changed' })
      expect(await entryCount(book)).toBe(before + 1)
    }))

  it('as one archive holds the same files under one folder', () =>
    withPeople(async (book) => {
      const pack = await handover(book, { archive: true })
      expect(pack.files.every(({ base64 }) => base64 === '')).toBe(true)
      expect(pack.archive?.fileName).toBe(`${pack.name}.zip`)
      const bytes = Buffer.from(pack.archive?.base64 ?? '', 'base64')
      const entries = readZipDirectory(bytes, 200)
      expect(entries.map(({ name }) => name)).toEqual(paths(pack).map((path) => `${pack.name}/${path}`))
      expect(entries.map((entry) => packedBytes(bytes, entry).length)).toEqual(pack.files.map((file) => file.bytes))
    }))
})

describe('核查包', () => {
  it('carries scans and frozen notices byte for byte, two of one name apart, and explanations with their findings', () =>
    withPeople(async (book) => {
      const attach = async (bytes: Buffer) => {
        const context = at(book, 'attachment.add')
        await addAttachment({ documentNumber: PLAN_NUMBER, fileId: context.stage('批文.pdf', bytes) }, context)
      }
      const other = Buffer.concat([PDF, Buffer.from('2')])
      await attach(PDF)
      await attach(other)
      const { findings } = await readFindings({}, at(book, 'findings.read'))
      const open = findings.find((one) => one.severity !== 'info')
      await explainFindings(
        { keys: [open?.key ?? ''], reason: '县里正在补发文件', until: '2027-01-31' },
        at(book, 'finding.explain'),
      )
      const notice = await issueNotice(
        {
          layout: 'tree',
          from: '2026-11-23',
          days: 5,
          phone: '0794-1234567',
          despite: { keys: ['all'], reason: '县里催办' },
        },
        at(book, 'notice.issue'),
      )
      const pack = await inspection(book, { to: '2026-11-30' })
      const scans = `3 依据文件/扫描件/${PLAN_NUMBER}`
      expect(contentOf(pack, `${scans}/批文.pdf`).equals(PDF)).toBe(true)
      expect(contentOf(pack, `${scans}/批文_2.pdf`).equals(other)).toBe(true)
      const frozen = pack.files.find(({ path }) => path.startsWith('6 公示/') && path.endsWith(notice.fileName))
      expect(frozen?.sha256).toBe(notice.sha256)
      expect(textsOf(pack)).toContain('县里正在补发文件')
      expect(paths(pack)).toEqual(
        expect.arrayContaining([
          '1 名单/五张名单.xlsx',
          '4 问题和说明/问题清单和说明.xlsx',
          '4 问题和说明/已消除的问题.xlsx',
          '5 变动/增减变动表.xlsx',
          '5 变动/登记台账.xlsx',
        ]),
      )
      // A notice that was not posted yet in the range is not of it.
      const earlier = await inspection(book, { to: '2026-11-22' })
      expect(paths(earlier).filter((path) => path.startsWith('6 公示/'))).toEqual(['6 公示/公示目录.xlsx'])
    }))

  it('refuses a range that ends before it begins', () =>
    withPeople(async (book) => {
      await expect(inspection(book, { from: '2026-12-01' })).rejects.toMatchObject({ code: 'date_invalid' })
    }))
})
