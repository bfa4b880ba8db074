import { escapeCellText, elements, escapeXml, unescapeXml } from './xml-text.ts'

/** A stretch of a text that gives way to another. */
interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

interface Run {
  readonly start: number
  readonly text: string
  /** What the stretch looks like, as it stands in the file. */
  readonly look: string
}

/**
 * Edits a cell's text whose stretches have looks of their own (an underlined blank, say): the stretches stay, a new text takes the look of the
 * blank it stands in. Null where there are none, or where the stretches are not the text that is to be edited: such a cell is written as a whole.
 */
export function editedRuns(xml: string, prefix: string, text: string, edits: readonly TextEdit[]): string | null {
  const runs = runsOf(xml, prefix)
  if (runs === null || runs.map((run) => run.text).join('') !== text) return null
  const home = (edit: TextEdit) =>
    runs.findIndex(({ start, text: { length } }) =>
      edit.from === edit.to
        ? start < edit.from && edit.from <= start + length
        : start <= edit.from && edit.from < start + length,
    )
  return runs
    .map((run, index) => {
      const own = pieces(
        run,
        edits.map((edit) => ({ ...edit, text: home(edit) === index ? edit.text : '' })),
      )
      return own === ''
        ? ''
        : `<${prefix}r>${run.look}<${prefix}t xml:space="preserve">${own}</${prefix}t></${prefix}r>`
    })
    .join('')
}

/** Null: the text is of one look, or written under another namespace prefix than the sheet. */
function runsOf(xml: string, prefix: string): readonly Run[] | null {
  const found = elements(xml, 'r')
  if (found.length === 0 || found.some(({ whole }) => !whole.startsWith(`<${prefix}r`))) return null
  const runs: Run[] = []
  let start = 0
  for (const { inner } of found) {
    const text = elements(inner, 't')
      .map((one) => unescapeXml(one.inner))
      .join('')
    runs.push({ start, text, look: elements(inner, 'rPr')[0]?.whole ?? '' })
    start += text.length
  }
  return runs
}

/** The run's text as XML with its part of every edit done; edits are in order and do not overlap. */
function pieces({ start, text }: Run, edits: readonly TextEdit[]): string {
  let made = ''
  let at = 0
  for (const edit of edits) {
    const [from, to] = [edit.from, edit.to].map((place) => Math.min(Math.max(place - start, at), text.length))
    made += escapeXml(text.slice(at, from)) + escapeCellText(edit.text)
    at = to ?? at
  }
  return made + escapeXml(text.slice(at))
}
