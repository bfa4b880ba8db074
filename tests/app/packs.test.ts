import { expect, it } from 'vitest'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { setGate } from '../../electron/app/findings/set-gate.ts'
import { importHolidays, previewHolidays, readHolidays } from '../../electron/app/packs/keep-holidays.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { choosePack } from '../../electron/app/packs/choose-pack.ts'
import { exportPack, importPack, previewPackImport } from '../../electron/app/packs/exchange-pack.ts'
import { previewPack } from '../../electron/app/packs/preview-pack.ts'
import { removePack, savePack } from '../../electron/app/packs/save-pack.ts'
import { readPackDetail, readPacks } from '../../electron/app/packs/read-packs.ts'
import { previewNotice } from '../../electron/app/notice/preview-notice.ts'
import type { LocalPackDraft } from '../../electron/contract/pack-shapes.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'

/** Six people on the office's five seats of the plan. */
async function withSix(work: (book: OpenBook) => Promise<void>): Promise<void> {
  await withTownship(async (book) => {
    await seatPeople(
      book,
      [1, 2, 3, 4, 5, 6].map((n) => ({
        name: `员${n}`,
        unit: OFFICE,
        birth: `198${n}-05-01`,
        enteredOn: `201${n}-07`,
      })),
    )
    await work(book)
  })
}

const draft = (more: Partial<LocalPackDraft> = {}): LocalPackDraft => ({
  basePackId: 'seed-000',
  title: '山溪乡规则',
  locality: '山溪乡',
  note: '',
  date: '2026-01-01',
  packFrom: null,
  parameters: {},
  rules: {},
  ...more,
})
const officeSeats = (党政综合办公室: number) => ({
  officeQuotas: {
    value: { 党政综合办公室, 经济发展办公室: 2, 社会事务办公室: 3, 新农村建设办公室: 2, 人民武装部: 1, 纪委: 1 },
    document: null,
    documentNumber: '山编办〔2026〕8号',
    date: '2026-03-01',
    clause: '党政综合办公室核定6名',
  },
})
const rulesFound = async (book: OpenBook) => new Set((await runCheck({}, makeContext(book))).findings.flatMap(rulesOf))
/** A fact is told by its gravest rule; what the others say stands under it. */
const rulesOf = (finding: { readonly rule: string; readonly alsoBy: readonly { readonly rule: string }[] }) => [
  finding.rule,
  ...finding.alsoBy.map((other) => other.rule),
]
const save = (book: OpenBook, own: LocalPackDraft) =>
  savePack({ draft: own }, makeContext(book, { operation: 'pack.save' }))
const choose = (book: OpenBook, pack: string) => choosePack({ pack }, makeContext(book, { operation: 'pack.choose' }))
const undo = (book: OpenBook) => undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { readonly code: string; readonly details: unknown }) => [error.code, error.details],
  )

it('switching shows what changes before it is done, does just that, and can be undone', () =>
  withSix(async (book) => {
    const before = await runCheck({}, makeContext(book))
    const preview = await previewPack({ pack: 'seed-003' }, makeContext(book))
    expect([preview.from.id, preview.to.id, preview.figuresSame]).toEqual(['seed-000', 'seed-003', true])
    expect(preview.cured.map((finding) => finding.rule)).toContain('R000-06')
    expect(preview.created.map((finding) => finding.rule)).toContain('R003-04')
    expect(preview.created.concat(preview.cured).some((finding) => /^[A-H]\d/.test(finding.rule))).toBe(false)
    expect((await runCheck({}, makeContext(book))).findings).toEqual(before.findings)
    await choose(book, 'seed-003')
    const after = await runCheck({}, makeContext(book))
    expect(after.pack.id).toBe('seed-003')
    const told = (report: typeof before) => report.findings.flatMap(rulesOf).length
    expect(told(after)).toBe(told(before) + preview.created.length - preview.cured.length)
    expect((await newestEntry(book)).summary).toBe(
      '规则包由“深化乡镇机构改革工作实施方案”换为“市乡镇机构改革运行情况分析报告”',
    )
    await undo(book)
    expect((await runCheck({}, makeContext(book))).findings).toEqual(before.findings)
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))

it('an own threshold is judged by, cited with its document, and previewed; the pack in force cannot be removed, nor its making undone', () =>
  withSix(async (book) => {
    const own = draft({ parameters: officeSeats(6) })
    const preview = await previewPack({ draft: own }, makeContext(book))
    expect(preview.cured.map((finding) => finding.rule)).toEqual(['R000-06'])
    const { id, seq } = await save(book, own)
    expect(await rulesFound(book)).toContain('R000-06')
    await choose(book, id)
    expect(await rulesFound(book)).not.toContain('R000-06')
    expect((await readPacks({}, makeContext(book))).packs.find((pack) => pack.inForce)).toMatchObject({
      id,
      local: true,
      ownParameters: 1,
      base: '深化乡镇机构改革工作实施方案',
    })
    expect(
      (await readPackDetail({ pack: id }, makeContext(book))).parameters.find((parameter) => parameter.own),
    ).toMatchObject({ name: 'officeQuotas', documentNumber: '山编办〔2026〕8号', rules: ['R000-06'] })
    await save(book, draft({ id, parameters: officeSeats(4) }))
    const found = (await runCheck({}, makeContext(book))).findings
      .flatMap((finding) => finding.alsoBy)
      .find((other) => other.rule === 'R000-06')
    expect(found?.text).toContain('行政编制 4 名，实有 6 名，超编 2 名')
    expect(found?.source.clause).toContain('（本地：各办公室行政编制 党政综合办公室 4 名、')
    expect(found?.source.clause).toContain('山编办〔2026〕8号，2026-03-01：“党政综合办公室核定6名”')
    expect(await code(removePack({ pack: id }, makeContext(book, { operation: 'pack.remove' })))).toEqual([
      'pack_in_use',
      { title: '山溪乡规则' },
    ])
    expect((await code(undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))))?.[0]).toBe('undo_blocked')
  }))

it('a rule switched off is listed with who and why; who and when stay while the reason does', () =>
  withSix(async (book) => {
    const { id } = await save(
      book,
      draft({ rules: { A1: { severity: null, off: '另有消化计划' }, C4: { severity: 'error', off: null } } }),
    )
    await choose(book, id)
    const check = await runCheck({}, makeContext(book))
    expect(check.off).toEqual([
      { rule: 'A1', title: '机构实有人员不得突破核定编制', reason: '另有消化计划', by: '经办人', on: '2026-11-22' },
    ])
    expect(check.findings.map((finding) => finding.rule)).not.toContain('A1')
    await savePack(
      {
        draft: draft({ id, rules: { A1: { severity: null, off: '另有消化计划' }, A9: { severity: null, off: '无' } } }),
      },
      makeContext(book, { operation: 'pack.save', today: '2026-12-01', actor: '新经办' }),
    )
    expect((await runCheck({}, makeContext(book))).off.map(({ rule, by, on }) => [rule, by, on])).toEqual([
      ['A1', '经办人', '2026-11-22'],
      ['A9', '新经办', '2026-12-01'],
    ])
  }))

it.each<[string, Partial<LocalPackDraft>, string, string]>([
  ['a base that is no shipped pack', { basePackId: 'local-x' }, 'unknown_pack', ''],
  ['the title of a shipped pack', { title: '深化乡镇机构改革工作实施方案' }, 'invalid_input', '名称'],
  [
    'a parameter of another pack',
    {
      parameters: { officeLimit: { value: 4, document: null, documentNumber: '甲', date: '2026-01-01', clause: null } },
    },
    'invalid_input',
    'officeLimit',
  ],
  [
    'a value of another kind',
    {
      parameters: {
        leadershipQuota: { value: ['九'], document: null, documentNumber: '甲', date: '2026-01-01', clause: null },
      },
    },
    'invalid_input',
    '乡领导职数',
  ],
  ['a rule of another pack', { rules: { 'R003-01': { severity: 'info', off: null } } }, 'invalid_input', '规则'],
  ['a rule there is not', { rules: { Z9: { severity: 'info', off: null } } }, 'invalid_input', '规则'],
  ['a pack the book does not have', { id: 'local-zz' }, 'pack_not_found', ''],
])('refuses %s', (_what, more, refused, field) =>
  withTownship(async (book) => {
    expect(await code(save(book, draft(more)))).toMatchObject([refused, field === '' ? {} : { field }])
  }),
)

it('goes to another book as a file and comes back the same; what changed on the way is seen', () =>
  withTownship(async (book) => {
    const { id } = await save(
      book,
      draft({ parameters: officeSeats(6), rules: { A1: { severity: 'warning', off: null } } }),
    )
    const { base64, fileName } = await exportPack({ pack: id }, makeContext(book))
    expect(fileName).toBe('山溪乡规则.规则包.json')
    const bytes = Buffer.from(base64, 'base64')
    await withTownship(async (other) => {
      const context = makeContext(other, { operation: 'pack.import' })
      const fileId = context.stage(fileName, bytes)
      const preview = await previewPackImport({ fileId }, context)
      expect(preview).toMatchObject({ id, title: '山溪乡规则', replaces: null, inForce: false })
      expect(preview.changes.map((change) => change.what)).toEqual(
        expect.arrayContaining(['名称', '各办公室行政编制', 'A1 机构实有人员不得突破核定编制']),
      )
      await importPack({ fileId }, context)
      expect((await exportPack({ pack: id }, makeContext(other))).base64).toBe(base64)
      const damaged = context.stage(
        '坏.json',
        Buffer.from(bytes.toString().replace('"党政综合办公室": 6', '"党政综合办公室": 7')),
      )
      expect(await code(importPack({ fileId: damaged }, context))).toEqual([
        'pack_file_bad',
        { file: '坏.json', problem: '校验码不符，文件不完整或被改动过，请向对方重新要一份' },
      ])
      const newer = context.stage('新.json', Buffer.from(bytes.toString().replace('"version": 1', '"version": 2')))
      expect(await code(importPack({ fileId: newer }, context))).toEqual([
        'pack_file_bad',
        { file: '新.json', problem: '由更新版本的定编写成，请升级程序' },
      ])
      const other2 = context.stage('别.json', Buffer.from('{"a":1}'))
      expect((await code(importPack({ fileId: other2 }, context)))?.[0]).toBe('pack_file_bad')
      expect(
        (await code(previewPackImport({ fileId: context.stage('图.json', Buffer.from([0xff, 0xd8])) }, context)))?.[0],
      ).toBe('pack_file_bad')
      expect(await verifyBook(other)).toMatchObject({ ok: true })
    })
    await undo(book)
    expect((await readPacks({}, makeContext(book))).packs.some((pack) => pack.local)).toBe(false)
    expect(await code(exportPack({ pack: 'seed-000' }, makeContext(book)))).toEqual([
      'pack_is_shipped',
      { title: '深化乡镇机构改革工作实施方案' },
    ])
  }))

it('a gate of the book’s own goes before the rule’s, comes back with null, and never opens D1', () =>
  withTownship(async (book) => {
    const gateOf = async (rule: string) =>
      (await readPackDetail({ pack: 'seed-000' }, makeContext(book))).ruleList.find((one) => one.id === rule)
    const set = (rule: string, gate: 'hint' | 'record' | 'block' | null) =>
      setGate({ rule, gate }, makeContext(book, { operation: 'gate.set' }))
    expect(await gateOf('A1')).toMatchObject({ gate: 'hint', gateDefault: 'hint', gateOwn: false })
    await set('A1', 'block')
    expect(await gateOf('A1')).toMatchObject({ gate: 'block', gateDefault: 'hint', gateOwn: true })
    const preview = await previewPack({ pack: 'none' }, makeContext(book))
    expect(preview.gates).toEqual([])
    await set('R000-06', 'block')
    expect((await previewPack({ pack: 'none' }, makeContext(book))).gates).toEqual([
      { rule: 'R000-06', title: expect.any(String), from: 'block', to: null },
    ])
    await set('A1', null)
    expect(await gateOf('A1')).toMatchObject({ gate: 'hint', gateOwn: false })
    expect((await code(set('D1', 'hint')))?.[0]).toBe('invalid_input')
    expect((await code(set('Z9', 'hint')))?.[0]).toBe('invalid_input')
  }))

it('a year that is out late is imported, and a notice then ends in it', () =>
  withSix(async (book) => {
    const context = makeContext(book, { operation: 'holidays.import' })
    const notice = { layout: 'tree' as const, from: '2026-12-28', days: 7 }
    expect(await code(previewNotice(notice, context))).toEqual([
      'holiday_calendar_missing',
      { year: 2027, way: expect.stringContaining('最迟') },
    ])
    const days = [
      ['2027-01-01', true],
      ['2027-01-02', true],
      ['2027-01-03', true],
      ['2027-05-01', true],
      ['2027-10-01', true],
      ['2027-01-09', false],
      ['2026-12-31', true],
    ].map(([date, isOffDay]) => ({ name: '节', date, isOffDay }))
    const fileId = context.stage(
      '2027.json',
      Buffer.from(JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/2027'], days })),
    )
    expect(await previewHolidays({ fileId }, context)).toMatchObject({
      replaces: null,
      notes: ['有 1 天不在 2027 年，没有采用'],
      table: { year: 2027, worked: ['2027-01-09'] },
    })
    await importHolidays({ fileId, notice: '国办发明电〔2026〕7号' }, context)
    expect((await readHolidays({}, context)).years.at(-1)).toEqual({
      year: 2027,
      notice: '国办发明电〔2026〕7号',
      issuedOn: null,
      imported: true,
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-05-01', '2027-05-01'],
        ['2027-10-01', '2027-10-01'],
      ],
      worked: ['2027-01-09'],
    })
    expect((await previewNotice(notice, context)).endsOn).toBe('2027-01-07')
    await undo(book)
    expect((await readHolidays({}, context)).years.map((year) => year.year)).toEqual([2024, 2025, 2026])
    expect((await code(previewHolidays({ fileId: context.stage('x.json', Buffer.from('{}')) }, context)))?.[0]).toBe(
      'holiday_file_bad',
    )
  }))
