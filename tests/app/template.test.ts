import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import {
  fillTemplate,
  previewTemplate,
  readTemplateFile,
  rememberTemplate,
} from '../../electron/app/forms/fill-template.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { readHistory } from '../../electron/app/ledger/read-history.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { shownText } from '../../electron/domain/table/raw-workbook.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { formA, formC, formCard } from '../kit/blank-forms.ts'
import { makeContext, type TestContext } from '../kit/context.ts'
import { inventedId, newestEntry, seatPeople, type SeatedPerson } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* A superior's form, mapped once and filled for ever, on a real book and in the real workbook child. */

const PEOPLE: readonly SeatedPerson[] = [
  { name: '=1+1', unit: '党政综合办公室', birth: '1981-06-16', sex: '女' },
  { name: '办事员乙', unit: '党政综合办公室', birth: '1982-06-16' },
  { name: '站长丙', unit: '财政所', category: 'institution', birth: '1983-06-16' },
  { name: '乡长丁', unit: '乡领导班子', title: '乡长', leadership: 'chief', birth: '1975-03-02' },
  { name: '自聘戊', unit: '财政所', kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1990-01-01' },
]

async function withPeople(
  work: (book: OpenBook, context: TestContext, ids: readonly string[]) => Promise<void>,
  operation = 'template.fill',
): Promise<void> {
  await withTownship(async (book) => {
    const ids = await seatPeople(book, PEOPLE)
    await work(book, makeContext(book, { operation }), ids)
  })
}

const rowsOf = (base64: string, sheet: string) =>
  readWorkbook('xlsx', Buffer.from(base64, 'base64'))
    .sheets.find((one) => one.name === sheet)!
    .rows.map((row) => row.map(shownText))

it('proposes a mapping, fills, remembers, and knows the shape again in another file of another year', () =>
  withPeople(async (book, context) => {
    const fileId = context.stage('实有人员.xlsx', await formA())
    const read = await readTemplateFile({ fileId }, context)
    const [part] = read.parts
    expect(read).toMatchObject({
      title: '2026年全县机关事业单位实有人员统计表',
      parts: [{ kind: 'people', remembered: false, headerRows: [3, 4] }],
    })
    expect(part?.columns[4]).toEqual({ column: 'E', header: '个人基本情况/身份证号码' })

    const filled = await fillTemplate({ fileId }, context)
    expect(filled).toMatchObject({
      parts: [{ mapping: 'proposed', rows: 4, firstRow: 5, inserted: 0 }],
      plainIdNumbers: false,
    })
    expect(filled.parts[0]?.empty).toEqual([])
    expect(filled.notes.join()).toContain('已打码')
    const rows = rowsOf(filled.base64, '实有人员')
    expect(rows[4]).toEqual([
      '1',
      '乡领导班子',
      '乡长丁',
      '男',
      '360111********' + inventedId('1975-03-02').slice(-4),
      '',
      '2008.07',
      '行政编制',
    ])
    expect(rows.slice(4, 8).map((row) => row[2])).toEqual(['乡长丁', '=1+1', '办事员乙', '站长丙'])
    expect(rows.flat().join()).not.toMatch(/\d{15}/)
    const before = await entryCount(book)

    const mapping = part!.mapping
    const columns = mapping.columns.map((column) =>
      column.field === 'workStarted' ? { ...column, format: 'chinese' as const } : column,
    )
    const remembered = await rememberTemplate(
      { fileId, parts: [{ key: part!.key, mapping: { ...mapping, columns } }] },
      context,
    )
    expect(
      await rememberTemplate({ fileId, parts: [{ key: part!.key, mapping: { ...mapping, columns } }] }, context),
    ).toEqual({ seq: null })
    expect(await entryCount(book)).toBe(before + 1)

    const other = new ExcelJS.Workbook()
    await other.xlsx.load(Buffer.from(await formA()) as unknown as Parameters<typeof other.xlsx.load>[0])
    other.getWorksheet('实有人员')!.getCell('A1').value = '2027年全县机关事业单位实有人员统计表'
    const nextYear = context.stage('明年.xlsx', new Uint8Array(await other.xlsx.writeBuffer()))
    expect(await readTemplateFile({ fileId: nextYear }, context)).toMatchObject({
      parts: [{ remembered: true, fingerprint: part?.fingerprint, mapping: { columns } }],
    })
    const again = await fillTemplate({ fileId: nextYear }, context)
    expect(again.parts[0]?.mapping).toBe('remembered')
    expect(rowsOf(again.base64, '实有人员')[4]![6]).toBe('2008年7月')

    other.getWorksheet('实有人员')!.getCell('F4').value = '政治面貌'
    const changed = context.stage('变了.xlsx', new Uint8Array(await other.xlsx.writeBuffer()))
    const anew = await readTemplateFile({ fileId: changed }, context)
    expect(anew.parts[0]?.remembered).toBe(false)
    expect(anew.parts[0]?.mapping.columns).toContainEqual({ column: 'F', field: 'politicalStatus', format: null })

    // The remembered mapping is a fact like any other: undone, the form is proposed again.
    await undoEntry({ seq: remembered.seq ?? 0 }, makeContext(book, { operation: 'journal.undo' }))
    expect(await readTemplateFile({ fileId }, context)).toMatchObject({ parts: [{ remembered: false }] })
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }, 'template.remember'))

it('Ctrl+Z after a fill takes back the last change of data, not how the form is filled; by its number that is taken back too', () =>
  withPeople(async (book, context, ids) => {
    const undo = (seq?: number) =>
      undoEntry(seq === undefined ? {} : { seq }, makeContext(book, { operation: 'journal.undo' }))
    const redo = (seq?: number) =>
      redoEntry(seq === undefined ? {} : { seq }, makeContext(book, { operation: 'journal.redo' }))
    const undoable = async () => (await readHistory({}, context)).undoable
    const corrected = await correctPerson(
      { personId: ids[1] ?? '', reason: '档案核对', changes: { education: '硕士研究生' } },
      makeContext(book, { operation: 'person.correct' }),
    )
    const fileId = context.stage('实有人员.xlsx', await formA())
    const { parts } = await readTemplateFile({ fileId }, context)
    const { seq } = await rememberTemplate(
      { fileId, parts: parts.map(({ key, mapping }) => ({ key, mapping })) },
      context,
    )
    await fillTemplate(
      { fileId, idFormat: 'plain' },
      { ...makeContext(book, { operation: 'template.fill' }), stagedFile: context.stagedFile },
    )

    expect(await undoable()).toBe(corrected.seq)
    expect((await undo()).reverses).toBe(corrected.seq)
    expect(await readTemplateFile({ fileId }, context)).toMatchObject({ parts: [{ remembered: true }] })
    expect((await redo()).text).toContain(`重做第 ${corrected.seq} 条`)
    expect((await undo(seq ?? 0)).reverses).toBe(seq)
    expect(await readTemplateFile({ fileId }, context)).toMatchObject({ parts: [{ remembered: false }] })
    expect(await undoable()).toBe(corrected.seq)
    await redo(seq ?? 0)
    expect(await readTemplateFile({ fileId }, context)).toMatchObject({ parts: [{ remembered: true }] })
    expect((await undo()).reverses).toBe(corrected.seq)
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }, 'template.remember'))

it('whole ID numbers are journalled before they are handed out, and never shown in a preview', () =>
  withPeople(async (book, context) => {
    const fileId = context.stage('实有人员.xlsx', await formA())
    const before = await entryCount(book)
    const preview = await previewTemplate({ fileId, idFormat: 'plain' }, context)
    expect(JSON.stringify(preview.views)).not.toContain(inventedId('1982-06-16'))
    expect(await entryCount(book)).toBe(before)
    const filled = await fillTemplate({ fileId, idFormat: 'plain' }, context)
    expect(filled).toMatchObject({ plainIdNumbers: true, notes: [] })
    expect(rowsOf(filled.base64, '实有人员').map((row) => row[4])).toContain(inventedId('1982-06-16'))
    const entry = await newestEntry(book)
    expect([entry.operation, entry.summary, entry.changes]).toEqual([
      'template.fill',
      '填上级表“2026年全县机关事业单位实有人员统计表”，写入 4 人的完整身份证号',
      [],
    ])
    expect(
      rowsOf((await fillTemplate({ fileId, idFormat: 'apostrophe' }, context)).base64, '实有人员').map((row) => row[4]),
    ).toContain(`'${inventedId('1982-06-16')}`)
  }))

it('who goes in is the lists chosen; a day in the past gives the people of that day', () =>
  withPeople(async (_, context) => {
    const fileId = context.stage('实有人员.xlsx', await formA())
    const off = await fillTemplate({ fileId, lists: ['off-quota'] }, context)
    expect(
      rowsOf(off.base64, '实有人员')
        .slice(4, 6)
        .map((row) => row[2] ?? ''),
    ).toEqual(['自聘戊', ''])
    expect(await fillTemplate({ fileId, lists: ['seconded'] }, context)).toMatchObject({
      rows: 0,
      notes: expect.arrayContaining([expect.stringContaining('空的')]),
    })
    expect(await fillTemplate({ fileId, asOf: '2009-01-01' }, context)).toMatchObject({ rows: 0 })
  }))

it('a unit form says what the figures say, unit by unit', () =>
  withPeople(async (_, context) => {
    const fileId = context.stage('配备情况.xlsx', await formC())
    const filled = await fillTemplate({ fileId }, context)
    const rows = rowsOf(filled.base64, '配备情况').slice((filled.parts[0]?.firstRow ?? 0) - 1, filled.parts[0]?.lastRow)
    const figures = await readFigures({}, context)
    for (const line of figures.lines) {
      const row = rows.find((one) => one[1] === line.unit)
      const at = line.categoryCode === 'administrative' ? 2 : 5
      expect([line.unit, row?.[at], row?.[at + 1]]).toEqual([
        line.unit,
        String(line.quota === 0 ? '' : line.quota),
        String(line.actual === 0 ? '' : line.actual),
      ])
    }
    expect(rows.find((row) => row[1] === '乡领导班子')?.slice(8, 10)).toEqual(['8', '1'])
    expect(filled.parts[0]?.empty.map(({ column }) => column)).toEqual(['E', 'H', 'L'])
    const totals = rowsOf(filled.base64, '配备情况')[filled.parts[0]?.lastRow ?? 0]!
    expect([totals[0], totals[2], totals[5]]).toEqual(['合计', '23', '28'])
  }))

it('the lines above and below the table get the township and the days; what stands there, and who signs, is not touched', () =>
  withPeople(async (_, context) => {
    const blank = new ExcelJS.Workbook()
    await blank.xlsx.load(Buffer.from(await formA()) as unknown as Parameters<typeof blank.xlsx.load>[0])
    const sheet = blank.getWorksheet('实有人员')!
    sheet.getCell('E2').value = '截至日期：    年  月  日'
    sheet.getCell('G2').value = '报送单位：'
    sheet.getCell('H2').value = '溪口镇'
    sheet.getCell('A28').value = '填表日期：'
    sheet.mergeCells('A28:B28')
    sheet.getCell('C28').border = { bottom: { style: 'thin' } }
    sheet.getCell('E28').value = '填报日期：2025年12月1日'
    const fileId = context.stage('实有人员.xlsx', new Uint8Array(await blank.xlsx.writeBuffer()))
    const filled = await fillTemplate({ fileId, asOf: '2026-06-30' }, context)
    expect(filled.lines.map(({ cell, text }) => `${cell} ${text}`)).toEqual([
      'A2 填报单位（盖章）：试验乡',
      'E2 截至日期：2026年6月30日',
      'C28 填表日期：2026年11月22日',
    ])
    const rows = rowsOf(filled.base64, '实有人员')
    expect(rows[1]).toEqual([
      '填报单位（盖章）：试验乡',
      '',
      '',
      '',
      '截至日期：2026年6月30日',
      '',
      '报送单位：',
      '溪口镇',
      '单位：人',
    ])
    expect(rows[26]![0]).toBe('填表人：            审核人：            单位负责人：')
    expect(rows[27]!.slice(0, 5)).toEqual(['填表日期：', '', '2026年11月22日', '', '填报日期：2025年12月1日'])
    const preview = await previewTemplate({ fileId, asOf: '2026-06-30' }, context)
    expect([preview.lines, preview.views[0]?.rows[1]]).toEqual([filled.lines, rows[1]])
  }))

it('a card is filled for one person, and asks for whom', () =>
  withPeople(async (_, context, ids) => {
    const blank = new ExcelJS.Workbook()
    await blank.xlsx.load(Buffer.from(await formCard()) as unknown as Parameters<typeof blank.xlsx.load>[0])
    blank.getWorksheet('登记卡')!.getRow(6).getCell(5).value = '填表日期：'
    blank.getWorksheet('登记卡')!.getCell('A2').value = '填报单位：'
    const fileId = context.stage('登记卡.xlsx', new Uint8Array(await blank.xlsx.writeBuffer()))
    await expect(fillTemplate({ fileId }, context)).rejects.toMatchObject({ code: 'template_whose_card' })
    const filled = await fillTemplate({ fileId, personId: ids[3] }, context)
    const rows = rowsOf(filled.base64, '登记卡')
    expect(rows[2]).toEqual(['姓名', '乡长丁', '性别', '男', '民族', '汉族'])
    expect(rows[4]!.slice(0, 2)).toEqual(['所在单位', '乡领导班子'])
    // Lines of the form itself, on a card too.
    expect(filled.lines).toEqual([
      { sheet: '登记卡', cell: 'A2', text: '填报单位：试验乡' },
      { sheet: '登记卡', cell: 'F6', text: '填表日期：2026年11月22日' },
    ])
    expect([rows[1]![0], rows[5]![5], filled.parts[0]?.empty]).toEqual(['填报单位：试验乡', '2026年11月22日', []])
  }))

it('what is no form is refused in Chinese, and nothing is written', () =>
  withPeople(async (book, context) => {
    const before = await entryCount(book)
    const letter = new ExcelJS.Workbook()
    letter.addWorksheet('通知').addRows([['关于报送材料的通知'], ['请各单位于月底前报送。']])
    const fileId = context.stage('通知.xlsx', new Uint8Array(await letter.xlsx.writeBuffer()))
    await expect(readTemplateFile({ fileId }, context)).rejects.toMatchObject({ code: 'template_no_header' })
    await expect(readTemplateFile({ fileId, headerRow: 2 }, context)).rejects.toMatchObject({
      code: 'template_no_name',
    })
    await expect(
      readTemplateFile({ fileId: context.stage('名册.csv', Buffer.from('姓名,性别\n')) }, context),
    ).rejects.toMatchObject({ code: 'template_unsupported' })
    await expect(
      readTemplateFile({ fileId: context.stage('坏.xlsx', (await formA()).subarray(0, 3000)) }, context),
    ).rejects.toMatchObject({ code: 'file_damaged' })
    const form = context.stage('实有人员.xlsx', await formA())
    const unnamed = {
      kind: 'people' as const,
      lists: ['in-quota' as const],
      categories: null,
      unitIds: null,
      columns: [{ column: 'D', field: 'sex', format: null }],
    }
    const { key } = (await readTemplateFile({ fileId: form }, context)).parts[0]!
    await expect(fillTemplate({ fileId: form, parts: [{ key, mapping: unnamed }] }, context)).rejects.toMatchObject({
      code: 'template_no_name',
    })
    await expect(
      fillTemplate(
        {
          fileId: form,
          parts: [{ key, mapping: { ...unnamed, columns: [{ column: 'ZZ', field: 'name', format: null }] } }],
        },
        context,
      ),
    ).rejects.toMatchObject({ code: 'template_changed' })
    expect(await entryCount(book)).toBe(before)
  }))

it('a sheet with the same card twice takes two people, the third begins another file, and the last card says why it is blank', () =>
  withPeople(async (_book, context, ids) => {
    const blank = new ExcelJS.Workbook()
    const drawn = blank.addWorksheet('卡')
    for (const top of [1, 7])
      for (const [row, labels] of [
        ['登记卡', '', '', ''],
        ['姓名', '', '性别', ''],
        ['单位', '', '出生年月', ''],
        ['学历', '', '民族', ''],
      ].entries())
        for (const [column, label] of labels.entries())
          if (label !== '') drawn.getCell(top + row, column + 1).value = label
    const fileId = context.stage('卡.xlsx', new Uint8Array(await blank.xlsx.writeBuffer()))
    const personIds = ids.slice(0, 3)
    const filled = await fillTemplate({ fileId, personIds }, context)
    const names = (base64: string) => rowsOf(base64, '卡').flatMap((row) => (row[0] === '姓名' ? [row[1]] : []))
    expect([names(filled.base64), filled.more.map(({ base64 }) => names(base64))]).toEqual([
      ['=1+1', '办事员乙'],
      [['站长丙', '']],
    ])
    expect(filled.more[0]?.fileName).toContain('站长丙')
    const alone = await fillTemplate({ fileId, personIds: ids.slice(0, 1) }, context)
    expect(alone.parts.map(({ left }) => left)).toEqual([null, '没有选定第 2 张填谁，留空'])
  }))
