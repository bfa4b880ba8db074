import { readHolidayFile } from '../../domain/calendar/read-holiday-file.ts'
import { shownText, type RawSheet } from '../../domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../domain/table/understand-workbook.ts'
import { Refusal, refusalText } from '../../vocabulary/refusals.ts'
import { RECORD_KIND_NAMES, recordType, type RecordKindName } from '../../vocabulary/records.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { QueryContext, StagedFile } from '../context.ts'
import { parsedFile } from '../packs/write-pack-file.ts'
import { readOnce } from './gather-import.ts'

type Recognised = Output<'file.recognise'>

/** Rows looked at for the heads of a list. */
const HEAD_ROWS = 12
/** What only a list of pay has a column for. */
const PAY = /应发|实发|工资合计|基本工资|代扣/u

/** What a file is, by what is in it and never by its name alone, and what would be done with it. Writes nothing. */
export async function recogniseFile(input: Input<'file.recognise'>, context: QueryContext): Promise<Recognised> {
  const file = context.stagedFile(input.fileId)
  return byBytes(file) ?? byText(file) ?? (await byTables(file, context))
}

function told(kind: Recognised['kind'], says: string, recordKind: RecordKindName | null = null): Recognised {
  return { kind, says, recordKind }
}

const HEADS = [
  ['book', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['scan', [0x25, 0x50, 0x44, 0x46]],
  ['scan', [0x89, 0x50, 0x4e, 0x47]],
  ['scan', [0xff, 0xd8, 0xff]],
] as const

function byBytes({ name, bytes }: StagedFile): Recognised | null {
  const found = HEADS.find(([, head]) => head.every((byte, place) => bytes[place] === byte))
  // An encrypted book has no head: every byte of it looks like chance.
  if (found?.[0] === 'book' || name.endsWith('.dingbian'))
    return told('book', '这是一本编制本或它的备份。会另存一份到默认文件夹再打开，这份文件不动。')
  return found === undefined ? null : told('scan', '这是扫描件或照片。可以作为证明材料，附到一份依据文件上。')
}

function byText(file: StagedFile): Recognised | null {
  const content = parsedFile(file)
  if (content !== null) {
    if ('pack' in content) return told('pack', '这是规则包。先看它改了什么，再决定导不导入。')
    if (!('problem' in readHolidayFile(content))) return told('holidays', '这是一年的放假安排。先看一遍，再导入。')
    return null
  }
  const start = new TextDecoder('utf-8').decode(file.bytes.subarray(0, 4096))
  return /<Person[\s>]/u.test(start) && /<XingMing>/u.test(start)
    ? told('appointmentForm', '这是任免审批表。逐格对照，再决定收哪些。')
    : null
}

async function byTables(file: StagedFile, context: QueryContext): Promise<Recognised> {
  try {
    const raw = await readOnce(file, context)
    const heads = new Set(raw.sheets.flatMap((sheet) => headsOf(sheet)))
    const record = RECORD_KIND_NAMES.find((kind) => isListOf(kind, heads))
    if (record !== undefined) return told('records', `这是“${recordType(record).title}”的表。先对人，再导入。`, record)
    const { sheets } = understandWorkbook(raw, { fileName: file.name })
    const people = sheets.reduce((sum, sheet) => sum + sheet.people.length, 0)
    const quotas = sheets.reduce((sum, sheet) => sum + sheet.quotas.length, 0)
    if (people > 0 && [...heads].some((head) => PAY.test(head)))
      return told('payroll', `这是工资表，有 ${people} 人。和编制本比对，看谁多谁少。`)
    if (people > 0 || quotas > 0)
      return told('roster', `这是花名册：${amount(people, quotas)}。先预览，确认以前什么也不写。`)
    if (raw.format === 'docx' || heads.size > 0) return told('form', '这是一张空表。按编制本填好，格式不变。')
  } catch (error) {
    if (error instanceof Refusal) return told('unknown', refusalText(error.code, error.details))
    throw error
  }
  return told('unknown', '看不出这是什么。请在下面选。')
}

function amount(people: number, quotas: number): string {
  return [people > 0 ? `${people} 人` : '', quotas > 0 ? `编制 ${quotas} 条` : '']
    .filter((part) => part !== '')
    .join('，')
}

/** What stands in the first rows, without spaces. */
function headsOf({ rows }: RawSheet): readonly string[] {
  return rows
    .slice(0, HEAD_ROWS)
    .flatMap((row) => row.map((cell) => shownText(cell).replaceAll(/\s/gu, '')))
    .filter((text) => text !== '')
}

/** All the columns the kind cannot do without, and at least two of its own: a roster has one of them by chance. */
function isListOf(kind: RecordKindName, heads: ReadonlySet<string>): boolean {
  const own = recordType(kind).fields.filter(({ title }) => heads.has(title))
  return own.length > 1 && recordType(kind).fields.every(({ title, required }) => required !== true || heads.has(title))
}
