import { inflateRawSync } from 'node:zlib'
import { ExcelError } from './excel-error.ts'
import { repackZip } from './repack-zip.ts'
import { attribute, elements } from './xml-text.ts'
import { assertWellFormed } from './xml-tokens.ts'
import { packedBytes, readZipDirectory } from './zip-directory.ts'

/** The parts of a workbook by name, read when asked for; what is set or removed is written, every other part goes through byte for byte. */
export interface WorkbookParts {
  readonly names: readonly string[]
  /** '' for a part that is not there. */
  readonly text: (name: string) => string
  /** @throws MalformedXml rather than take what no reader would. */
  readonly set: (name: string, text: string) => void
  readonly remove: (name: string) => void
  readonly bytes: () => Uint8Array
}

const MAX_PARTS = 2000
const DEFLATED = 8

/** Opens bytes that passed the preflight. */
export function openParts(bytes: Uint8Array): WorkbookParts {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readZipDirectory(source, MAX_PARTS).map((entry) => [entry.name, entry]))
  const changed = new Map<string, string | null>()
  return {
    names: [...entries.keys()],
    text: (name) => {
      const known = changed.get(name)
      if (known !== undefined) return known ?? ''
      const entry = entries.get(name)
      if (entry === undefined) return ''
      const packed = packedBytes(source, entry)
      return (entry.method === DEFLATED ? inflateRawSync(packed) : packed).toString('utf8')
    },
    set: (name, text) => {
      assertWellFormed(text)
      changed.set(name, text)
    },
    remove: (name) => void changed.set(name, null),
    bytes: () =>
      repackZip(bytes, (name, content) => {
        const text = changed.get(name)
        return text === undefined ? content : text === null ? null : Buffer.from(text, 'utf8')
      }),
  }
}

export const WORKBOOK_PART = 'xl/workbook.xml'

/** The part that holds a sheet. @throws ExcelError `file_damaged` when the workbook does not lead to it. */
export function sheetPart(parts: WorkbookParts, sheet: string): string {
  const entry = elements(parts.text(WORKBOOK_PART), 'sheet').find(
    ({ attributes }) => attribute(attributes, 'name') === sheet,
  )
  const id = entry === undefined ? undefined : attribute(entry.attributes, '(?:[\\w.-]+:)?id')
  const target =
    id === undefined ? undefined : relations(parts, WORKBOOK_PART).find((relation) => relation.id === id)?.target
  if (target === undefined || !parts.names.includes(target))
    throw new ExcelError('file_damaged', { problem: `找不到工作表“${sheet}”` })
  return target
}

/** What a part points at. Targets are whole names of parts; links to the outside are left out. */
export function relations(
  parts: WorkbookParts,
  part: string,
): readonly { readonly id: string; readonly type: string; readonly target: string }[] {
  const folder = part.slice(0, part.lastIndexOf('/'))
  return elements(parts.text(relationsPart(part)), 'Relationship')
    .filter(({ attributes }) => attribute(attributes, 'TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
      target: resolved(folder, attribute(attributes, 'Target') ?? ''),
    }))
}

/** The part that lists what a part points at. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash)}/_rels/${part.slice(slash + 1)}.rels`
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
