import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import type { SheetModel } from '../../electron/domain/report/sheet-model.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice, type Dice } from '../kit/dice.ts'
import { EXCEL_HERE } from '../kit/excel-here.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { SEED } from './kill-harness.ts'
import { timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R16: a name that is a formula. What goes out is text, letter by letter, whatever it looks like. */

const KNOWN = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.test","看")',
  '=IMPORTXML("http://evil.test")',
  '=WEBSERVICE("http://evil.test")',
  '=DDE("cmd";"/C calc";"x")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  "'=1+1",
  '"=1+1"',
  '=A1',
  '=1+1;',
  '%0A=1',
  '=2+5+cmd|A',
  '{=1}',
  '=@x',
  '+86 139',
  '-甲',
  '=\u00001',
  '00123',
  '1E5',
  '362201199001019901',
  '2026-01-02',
  'TRUE',
  '#REF!',
  '_xlfn.X',
  '[1]Sheet!A1',
  '=[x.xlsx]A!A1',
  "='C:\\x'!A1",
  '|calc',
  '=--1',
  ' =1+1',
] as const

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '(',
  '"',
  "'",
  '!',
  '|',
  '1',
  'A',
  'a',
  '甲',
  '，',
  '＝',
  ' ',
  ';',
  '{',
  '%',
  '#',
  '.',
  ':',
  '\\',
  '/',
  '&',
  '<',
  '>',
]

function randomText(roll: Dice): string {
  return Array.from({ length: 1 + roll.below(14) }, () => roll.pick(SIGNS)).join('')
}

function sheetOf(texts: readonly string[]): SheetModel {
  const size = {
    title: 12,
    subtitle: 12,
    paragraph: 12,
    heading: 12,
    subheading: 12,
    body: 12,
    tableHeader: 12,
    tableText: 12,
    tableCentered: 12,
    tableNumber: 12,
    note: 12,
    signature: 12,
    section: 12,
    tableSeal: 12,
    tableLines: 12,
  }
  return {
    name: '名单',
    paper: 'A4',
    orientation: 'portrait',
    margins: { top: 30, right: 30, bottom: 30, left: 30 },
    columnWidths: [200],
    fontSizes: size,
    repeatRows: null,
    footerNote: '',
    rows: texts.map((text) => ({
      height: 20,
      cells: [{ column: 0, columnSpan: 1, rowSpan: 1, text, style: 'tableText' as const }],
    })),
  }
}

/** Cells that are more than text: of one of our sheets none may be, but where the sheet itself adds up. */
function formulaCells(bytes: Uint8Array): Promise<readonly string[]> {
  const workbook = new ExcelJS.Workbook()
  return workbook.xlsx
    .load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    .then(() => {
      const found: string[] = []
      for (const sheet of workbook.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.type === ExcelJS.ValueType.Formula && !/^(SUM|COUNTA?|IF)\(/.test(cell.formula))
              found.push(`${cell.address} ${cell.formula}`)
            if (cell.type === ExcelJS.ValueType.Hyperlink) found.push(`${cell.address} link`)
          }),
        )
      return found
    })
}

it('random and known texts: no formula, and the same letters read back', async () => {
  const total = timesOf('R16')
  const roll = dice(SEED)
  const texts = [
    ...KNOWN.filter((text) => !text.includes('\u0000') && !text.includes('\r')),
    ...Array.from({ length: Math.max(0, total - 38) }, () => randomText(roll)),
  ]
  const bytes = await drawSheet(sheetOf(texts))
  expect(await formulaCells(bytes)).toEqual([])
  const read = readWorkbook('xlsx', bytes).sheets[0]?.rows ?? []
  const wrong = texts.flatMap((text, index) => {
    const value = read[index]?.[0]
    return value === text ? [] : [`${JSON.stringify(text)} came back as ${JSON.stringify(value)}`]
  })
  expect(wrong.slice(0, 5)).toEqual([])
  // Control: a workbook with one formula in it is seen.
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('甲').getCell('A1').value = { formula: 'HYPERLINK("http://evil.test")', result: 0 }
  expect(await formulaCells(new Uint8Array(await workbook.xlsx.writeBuffer()))).toHaveLength(1)
  sayRow({ row: 'R16', done: texts.length, seed: SEED, control: 'failed-as-it-must' })
})

it('every text of a person, through the sheets a clerk saves', async () => {
  const folder = temporaryFolder()
  try {
    const open = openCore(folder.path, { excel: EXCEL_HERE })
    const { people } = await smallTownship(open)
    const personId = people[0] ?? ''
    const files: Uint8Array[] = []
    const unknown: string[] = []
    for (const payload of KNOWN.filter((text) => !['\u0000', '\t', '\r', '\n'].some((sign) => text.includes(sign)))) {
      const reply = await open.reply('person.correct', {
        personId,
        reason: '核对',
        changes: { school: payload, nativePlace: payload, professionalTitle: payload },
      })
      if (!reply.ok && reply.error.code === 'internal') unknown.push(payload)
    }
    for (const form of (await open.call('report.list', {})).forms.filter(({ subject }) => subject === null)) {
      const reply = await open.reply('report.file', { form: form.id })
      if (reply.ok) files.push(Buffer.from((reply.value as { readonly base64: string }).base64, 'base64'))
    }
    expect(files.length).toBeGreaterThan(3)
    expect(unknown).toEqual([])
    for (const file of files) expect(await formulaCells(file)).toEqual([])
    await open.core.close()
  } finally {
    folder.dispose()
  }
})

it.runIf(
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0 &&
    process.env['RELIABILITY_LANE'] !== undefined,
)('LibreOffice finds text, too', () => {
  const folder = temporaryFolder()
  return drawSheet(sheetOf(KNOWN.filter((text) => !['\u0000', '\r', '\n'].some((sign) => text.includes(sign))))).then(
    (bytes) => {
      writeFileSync(join(folder.path, 'a.xlsx'), bytes)
      spawnSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder.path}/profile`,
          '--convert-to',
          'fods',
          '--outdir',
          folder.path,
          join(folder.path, 'a.xlsx'),
        ],
        { stdio: 'ignore' },
      )
      expect(readdirSync(folder.path)).toContain('a.fods')
      expect(readFileSync(join(folder.path, 'a.fods'), 'utf8')).not.toContain('table:formula')
      folder.dispose()
    },
  )
})
