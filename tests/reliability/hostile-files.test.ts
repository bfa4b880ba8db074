import { fork } from 'node:child_process'
import { expect, it } from 'vitest'
import type { ChildReply } from '../../electron/excel/child-protocol.ts'
import { repackZip } from '../../electron/excel/repack-zip.ts'
import { systemUsage } from '../../electron/host/child-meter.ts'
import type { ExcelPort } from '../../electron/app/context.ts'
import { createExcelPort, type ForkExcelChild } from '../../electron/host/spawn-excel.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { sampleBytes, workbookOf } from '../fixtures/workbooks.ts'
import { WORKBOOK_PARTS, zipOf, type ZipPart } from '../fixtures/zip.ts'
import { timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R14: files made to hurt whoever opens them, each through the reading child of an import. Each ends as it must, by name or read as plain cells, and
 * costs the program nothing: little processor time, little memory, nothing on a prototype.
 */

const MB = 1024 * 1024
/** Processor time of a refusal, start of the child included. */
const REFUSED_WITHIN_MS = 5000
const REFUSED_WITHIN_BYTES = 200 * MB

const withParts = (...parts: readonly ZipPart[]) => zipOf([...WORKBOOK_PARTS, ...parts])
const sheet = (xml: string): ZipPart => ({ name: 'xl/worksheets/sheet1.xml', content: xml })
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relation = (type: string, target: string) =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
const TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/>`,
  '</Types>',
].join('')
/** A workbook whose one sheet is what it is given. */
const withSheet = (own: ZipPart, ...parts: readonly ZipPart[]) => withSheetListed(1, own, ...parts)
/** The one sheet is listed so often. */
const withSheetListed = (times: number, own: ZipPart, ...parts: readonly ZipPart[]) =>
  zipOf([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: relation('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${NAMESPACE} xmlns:r="${OFFICE}"><sheets>${'<sheet name="甲" sheetId="1" r:id="rId1"/>'.repeat(times)}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relation('worksheet', 'worksheets/sheet1.xml') },
    own,
    ...parts,
  ])
const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const rowsOf = (cells: string) => `<worksheet ${NAMESPACE}><sheetData>${cells}</sheetData></worksheet>`
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEADS = `<row r="1">${cell('A1', '姓名')}${cell('B1', '职务')}</row>`
const BLANK = '<row r="2"><c r="A2"/><c r="B2"/></row><row r="3"><c r="A3"/><c r="B3"/></row>'
/** A form of two columns and two blank rows, with what it claims beside its cells. */
const claiming = ({ before = '', rows = '', after = '' }) =>
  `<worksheet ${NAMESPACE}>${before}<sheetData>${HEADS}${BLANK}${rows}</sheetData>${after}</worksheet>`
/** A rule for every cell there can be, whose list stands in more of them. */
const EVERYWHERE =
  '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>$A$1:$ZZZ$9999999</formula1></dataValidation>'
/** An OpenDocument whose first row, or cell, says it stands there so often. */
function repeating(what: 'row' | 'cell', times: 'rows' | 'columns'): Buffer {
  const whole = workbookOf([{ name: '甲', rows: [['姓名'], ['甲某']] }], 'ods')
  const parts: ZipPart[] = []
  repackZip(whole, (name, content) => {
    const text = content
      .toString('utf8')
      .replace(new RegExp(`<table:table-${what}\\b`), `$& table:number-${times}-repeated="4294967295"`)
    parts.push({ name, content: name === 'content.xml' ? text : content, stored: name === 'mimetype' })
    return null
  })
  return zipOf(parts)
}
/** An old workbook that says it goes on for 4,294,967,295 rows. */
function longXls(): Buffer {
  const bytes = workbookOf([{ name: '甲', rows: [['姓名', '职务'], [], []] }], 'xls')
  const [kind, length] = [0x0200, 14]
  for (let at = 0; at < bytes.length - length; at += 1)
    if (bytes.readUInt16LE(at) === kind && bytes.readUInt16LE(at + 2) === length) {
      bytes.writeUInt32LE(0xffffffff, at + 8)
      bytes.writeUInt16LE(0xffff, at + 14)
    }
  return bytes
}
const laughs = Array.from('bcdefghij')
  .map((name, at) => `<!ENTITY ${name} "${`&${String.fromCodePoint(97 + at)};`.repeat(10)}">`)
  .join('')
const ole = (text: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')])

type Ends = 'read' | `file_${string}`

/** What the file is, what it is called, its bytes, and how it must end. */
const FILES: readonly (readonly [string, string, () => Buffer, Ends | readonly Ends[]])[] = [
  ['a bomb of 80 MB', '花名册.xlsx', () => withParts(sheet(' '.repeat(80 * MB))), 'file_suspicious'],
  [
    'a bomb that lies about its size',
    '花名册.xlsx',
    () => withParts({ ...sheet(' '.repeat(80 * MB)), claims: 1000 }),
    'file_suspicious',
  ],
  [
    'fifty parts of 2 MB',
    '花名册.xlsx',
    () =>
      withParts(
        ...Array.from({ length: 50 }, (_, at) => ({ name: `xl/media/${at}.bin`, content: Buffer.alloc(2 * MB, 7) })),
      ),
    'file_suspicious',
  ],
  [
    '2,001 parts',
    '花名册.xlsx',
    () => withParts(...Array.from({ length: 2001 }, (_, at) => ({ name: `xl/media/${at}.png`, content: 'x' }))),
    'file_suspicious',
  ],
  [
    'a part outside the package',
    '花名册.xlsx',
    () => withParts({ name: '../../evil.xml', content: '<x/>' }),
    'file_suspicious',
  ],
  [
    'a part with an absolute path',
    '花名册.xlsx',
    () => withParts({ name: '/etc/passwd', content: 'x' }),
    'file_suspicious',
  ],
  [
    'a part with a backslash',
    '花名册.xlsx',
    () => withParts({ name: 'xl\\..\\..\\evil.xml', content: 'x' }),
    'file_suspicious',
  ],
  [
    'two parts of one name',
    '花名册.xlsx',
    () => withParts({ name: 'XL/workbook.xml', content: '<x/>' }),
    'file_suspicious',
  ],
  [
    'a billion laughs',
    '花名册.xlsx',
    () =>
      withParts({
        name: 'xl/sharedStrings.xml',
        content: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "笑">${laughs}]><sst ${NAMESPACE}><si><t>&j;</t></si></sst>`,
      }),
    'file_suspicious',
  ],
  [
    'an entity from a file',
    '花名册.xlsx',
    () =>
      withParts({
        name: 'xl/sharedStrings.xml',
        content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst/>',
      }),
    'file_suspicious',
  ],
  [
    'a document type in UTF-16',
    '花名册.xlsx',
    () => withParts({ name: 'xl/sharedStrings.xml', content: Buffer.from('\ufeff<!DOCTYPE x><sst/>', 'utf16le') }),
    'file_suspicious',
  ],
  [
    'a document type in the sheet',
    '花名册.xlsx',
    () => withParts(sheet(`<!DOCTYPE x [<!ENTITY a "b">]>${rowsOf('')}`)),
    'file_suspicious',
  ],
  ['a zip under a password', '花名册.xlsx', () => withParts({ ...sheet('<s/>'), encrypted: true }), 'file_encrypted'],
  ['a workbook under a password', '花名册.xlsx', () => ole('EncryptedPackage'), 'file_encrypted'],
  [
    'a compound file of nothing',
    '花名册.xls',
    () => ole('Workbook'),
    ['file_damaged', 'file_unsupported', 'file_encrypted'],
  ],
  [
    'a compound file whose sectors run in a circle',
    '花名册.xls',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(16),
        Buffer.from(
          '3e000300feff0900060000000000000000000000010000000100000000000000001000000200000001000000feffffff0000000000000000',
          'hex',
        ),
        Buffer.alloc(436, 0xff),
        Buffer.alloc(512, 0),
      ]),
    ['file_damaged', 'file_unsupported'],
  ],
  [
    'a page called .xls, with a script',
    '花名册.xls',
    () =>
      Buffer.from(
        '<html><script>process.exit()</script><table><tr><td>姓名</td></tr><tr><td>甲某</td></tr></table></html>',
      ),
    'read',
  ],
  ['text called .xls', '花名册.xls', () => Buffer.from('姓名\t机构\n甲某\t党政办公室\n'), ['read', 'file_unsupported']],
  ['a PDF called .xlsx', '花名册.xlsx', () => Buffer.from('%PDF-1.7\n'), 'file_pdf'],
  ['a photo called .xlsx', '花名册.xlsx', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file_picture'],
  ['a program called .csv', '花名册.csv', () => Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]), 'file_unsupported'],
  ['nothing', '花名册.xlsx', () => Buffer.alloc(0), 'file_damaged'],
  ['half a workbook', '花名册.xlsx', () => sampleBytes().subarray(0, 9000), 'file_damaged'],
  ['over 20 MB', '花名册.xlsx', () => Buffer.alloc(21 * MB, 1), 'file_too_large'],
  [
    'a comment on __proto__',
    '花名册.xlsx',
    () =>
      withSheet(sheet(rowsOf(`<row r="1">${cell('A1', '姓名')}</row>`)), {
        name: 'xl/comments1.xml',
        content: `<comments ${NAMESPACE}><commentList><comment ref="__proto__"><text><t>x</t></text></comment></commentList></comments>`,
      }),
    'read',
  ],
  [
    'heads called __proto__ and constructor',
    '花名册.xlsx',
    () =>
      workbookOf([
        {
          name: '__proto__',
          rows: [
            ['__proto__', 'constructor', '姓名'],
            ['polluted', 'x', '甲某'],
          ],
        },
      ]),
    'read',
  ],
  [
    'one merge over the whole sheet',
    '花名册.xlsx',
    () => workbookOf([{ name: '甲', rows: [['姓名'], ['甲某']], merges: ['A1:XFD1048576'] }]),
    'read',
  ],
  [
    'a range that lies',
    '花名册.xlsx',
    () =>
      withSheet(
        sheet(
          `<worksheet ${NAMESPACE}><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1', '姓名')}</row></sheetData></worksheet>`,
        ),
      ),
    'read',
  ],
  [
    'one sheet listed 1,500 times',
    '花名册.xlsx',
    () => withSheetListed(1500, sheet(rowsOf(`<row r="1">${cell('A1', '姓名')}</row>`))),
    'file_too_large',
  ],
  [
    'a cell in row 4,294,967,295',
    '花名册.xlsx',
    () => withSheet(sheet(rowsOf(`<row r="1">${cell('A1', '姓名')}${cell('D4294967295', '甲某')}</row>`))),
    'file_too_large',
  ],
  [
    'hidden rows without end',
    '花名册.xlsx',
    () => withSheet(sheet(rowsOf(`<row r="1">${cell('A1', '姓名')}</row><row r="4294967295" hidden="1"/>`))),
    'read',
  ],
  [
    'a cell in column ZZZZZZ',
    '花名册.xlsx',
    () => withSheet(sheet(rowsOf(`<row r="1">${cell('A1', '姓名')}${cell('ZZZZZZ1', '甲某')}</row>`))),
    'file_too_large',
  ],
  [
    'widths of 4,294,967,295 columns',
    '花名册.xlsx',
    () => withSheet(sheet(claiming({ before: '<cols><col min="1" max="4294967295" width="5"/></cols>' }))),
    'read',
  ],
  [
    'a link over every cell there can be',
    '花名册.xlsx',
    () =>
      withSheet(
        sheet(claiming({ after: '<hyperlinks><hyperlink ref="A1:XFD4294967295" location="x"/></hyperlinks>' })),
      ),
    'read',
  ],
  ['a row repeated 4,294,967,295 times', '花名册.ods', () => repeating('row', 'rows'), 'file_too_large'],
  ['a cell repeated 4,294,967,295 times', '花名册.ods', () => repeating('cell', 'columns'), 'file_too_large'],
  [
    'a cell in the last row',
    '花名册.xlsx',
    () => withSheet(sheet(rowsOf(`<row r="1048576">${cell('A1048576', '姓名')}</row>`))),
    ['read', 'file_too_large'],
  ],
  [
    '1,500 rows with a cell in the last column',
    '花名册.xlsx',
    () =>
      withSheet(
        sheet(
          rowsOf(
            Array.from({ length: 1500 }, (_, at) => `<row r="${at + 1}">${cell(`XFD${at + 1}`, '甲')}</row>`).join(''),
          ),
        ),
      ),
    'file_too_large',
  ],
  [
    'a sheet that goes 100,000 elements deep',
    '花名册.xlsx',
    () => withSheet(sheet(rowsOf('<row r="1"><c r="A1">'.repeat(50_000)))),
    ['read', 'file_damaged', 'file_suspicious'],
  ],
  [
    'a formula that would call out',
    '花名册.xlsx',
    () =>
      withSheet(
        sheet(
          rowsOf(
            `<row r="1">${cell('A1', '姓名')}</row><row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://evil.test")</f><v>甲某</v></c></row>`,
          ),
        ),
      ),
    'read',
  ],
  [
    'dates counted from 1904',
    '花名册.xlsx',
    () =>
      workbookOf(
        [
          {
            name: '甲',
            rows: [
              ['姓名', '出生年月'],
              ['甲某', 30_000],
            ],
          },
        ],
        'xlsx',
        { date1904: true },
      ),
    'read',
  ],
  [
    'a number of 18 digits kept as a number',
    '花名册.xlsx',
    () =>
      workbookOf([
        {
          name: '甲',
          rows: [
            ['姓名', '身份证号'],
            ['甲某', 110101199003079900],
          ],
        },
      ]),
    'read',
  ],
]

/** What a form may claim, and how looking at it and filling it must end. */
const FORMS: readonly (readonly [string, string, () => Buffer, string | readonly string[]])[] = [
  ['nothing but a form (control)', '表.xlsx', () => withSheet(sheet(claiming({}))), 'read'],
  [
    'a cell in row 4,294,967,295',
    '表.xlsx',
    () => withSheet(sheet(claiming({ rows: `<row r="4">${cell('B4294967295', '甲某')}</row>` }))),
    'file_too_large',
  ],
  [
    'an empty row 4,294,967,295',
    '表.xlsx',
    () => withSheet(sheet(claiming({ rows: '<row r="4294967295"/>' }))),
    'read',
  ],
  [
    'a range that lies',
    '表.xlsx',
    () => withSheet(sheet(claiming({ before: '<dimension ref="A1:XFD4294967295"/>' }))),
    'read',
  ],
  [
    'widths of 4,294,967,295 columns',
    '表.xlsx',
    () => withSheet(sheet(claiming({ before: '<cols><col min="1" max="4294967295" width="5"/></cols>' }))),
    'read',
  ],
  [
    'a merge over the whole sheet',
    '表.xlsx',
    () => withSheet(sheet(claiming({ after: '<mergeCells><mergeCell ref="A2:XFD4294967295"/></mergeCells>' }))),
    ['read', 'template_rows'],
  ],
  [
    'a link over every cell there can be',
    '表.xlsx',
    () =>
      withSheet(
        sheet(claiming({ after: '<hyperlinks><hyperlink ref="A1:XFD4294967295" location="x"/></hyperlinks>' })),
      ),
    'read',
  ],
  [
    '3,000 lists that stand in every cell there can be',
    '表.xlsx',
    () =>
      withSheet(
        sheet(
          claiming({
            after: `<dataValidations>${EVERYWHERE.repeat(3000)}</dataValidations>`,
          }),
        ),
      ),
    'read',
  ],
  [
    'sums of every cell there can be',
    '表.xlsx',
    () =>
      withSheet(
        sheet(
          claiming({
            rows: Array.from(
              { length: 200 },
              (_, at) => `<row r="${at + 4}"><c r="D${at + 4}"><f>SUM(A1:XFD9999999)</f><v>2</v></c></row>`,
            ).join(''),
          }),
        ),
      ),
    'read',
  ],
  ['an old workbook of 4,294,967,295 rows', '表.xls', longXls, 'read'],
]

/** As the product forks it, with what the child used noted. */
function noting(used: { ms: number; bytes: number }): ForkExcelChild {
  return (entry, execArgv) => {
    const child = fork(entry, [], {
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const usage = () => {
      const seen = systemUsage(child.pid)
      if (seen !== null)
        Object.assign(used, {
          ms: Math.max(used.ms, seen.processorMs),
          bytes: Math.max(used.bytes, seen.residentBytes),
        })
      return seen
    }
    return {
      pid: () => child.pid,
      usage,
      send: (request) => void child.send(request),
      onReply: (listener) =>
        void child.on('message', (message) => {
          usage()
          // Only the program's own child writes to this channel.
          listener(message as ChildReply)
        }),
      onExit: (listener) => {
        child.once('exit', listener)
        child.once('error', listener)
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
}

type Use = (
  port: ExcelPort,
  file: { readonly id: string; readonly name: string; readonly bytes: Buffer },
) => Promise<unknown>
const CALM = { signal: new AbortController().signal, report: () => undefined }
/** As an import, a comparison or a table of records reads it. */
const asTable: Use = (port, file) => port.parse(file, CALM)
/** As a superior's form is looked at: with what its cells accept. */
const asForm: Use = (port, file) => port.parse(file, { ...CALM, choices: true })
/** As a form is filled. */
const filling: Use = (port, file) =>
  port.fill(
    file,
    [
      {
        sheet: '甲',
        cells: [],
        lines: null,
        block: {
          headerLast: 1,
          keyColumn: 0,
          sequenceColumns: [],
          columns: [0],
          rows: ['甲某', '乙某', '丙某'].map((text) => [{ kind: 'text', text }]),
          sides: [],
          until: 100,
          sumColumns: [],
        },
      },
    ],
    CALM,
  )

/** @returns what is wrong with how a file ended; '' for nothing */
async function wrongWith(
  name: string,
  bytes: Buffer,
  ends: string | readonly string[],
  use: Use = asTable,
): Promise<string> {
  const used = { ms: 0, bytes: 0 }
  const ended = await use(createExcelPort({ fork: noting(used) }), { id: '1', name, bytes }).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
  if (Object.hasOwn(Object.prototype, 'polluted')) return 'the prototype is polluted'
  if (![ends].flat().includes(ended)) return `ended as ${ended}`
  if (used.ms > REFUSED_WITHIN_MS) return `ended after ${Math.round(used.ms)} ms of processor time`
  return used.bytes > REFUSED_WITHIN_BYTES ? `ended with ${Math.round(used.bytes / MB)} MB` : ''
}

it('each ends as it must, and cheaply', async () => {
  const wrong: string[] = []
  for (const [what, name, bytes, ends] of FILES) {
    const problem = await wrongWith(name, bytes(), ends)
    if (problem !== '') wrong.push(`${what}: ${problem}`)
  }
  expect(wrong).toEqual([])
  // Control: a good file called hostile, a hostile one called good, and what costs too much, are each told.
  expect(await wrongWith('花名册.xlsx', sampleBytes(), 'file_suspicious')).toBe('ended as read')
  expect(await wrongWith('花名册.xlsx', Buffer.alloc(0), 'read')).toBe('ended as file_damaged')
  expect(FILES.length).toBeGreaterThanOrEqual(timesOf('R14'))
  sayRow({ row: 'R14', done: FILES.length, seed: null, control: 'failed-as-it-must' })
})

it('a form that claims more than there is costs no more to look at and to fill', async () => {
  const wrong: string[] = []
  for (const [what, name, bytes, ends] of FORMS)
    for (const [how, use] of [
      ['looked at', asForm],
      ['filled', filling],
    ] as const) {
      const problem = await wrongWith(name, bytes(), ends, use)
      if (problem !== '') wrong.push(`${what}, ${how}: ${problem}`)
    }
  expect(wrong).toEqual([])
})
