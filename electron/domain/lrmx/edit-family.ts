import { FAMILY_ELEMENT, FAMILY_ELEMENTS, type FormFamilyMember } from './elements.ts'
import type { FormFile } from './form-file.ts'
import type { XmlElement } from './read-xml.ts'
import type { TextEdit } from './text-encoding.ts'
import { memberText } from './write-texts.ts'
import { blanksBefore, escapeXml, setText } from './xml-edits.ts'

/* The family of a form, changed row by row: a row that stays keeps its text, a new one is written like its neighbours. */

/** A row as the file has it: its place, how it is written, what it says. */
interface OldRow {
  readonly item: XmlElement
  readonly texts: Readonly<Record<keyof FormFamilyMember, string>>
  readonly values: FormFamilyMember
}

/** Edits that make the file's family this one; none where the file has no place for it. */
export function familyEdits(form: FormFile, family: readonly FormFamilyMember[]): readonly TextEdit[] {
  const source = form.decoded.text
  const parent = form.root?.children.find((child) => child.name === FAMILY_ELEMENT)
  if (parent === undefined) return []
  const rows = form.family.flatMap(({ element, texts }, place): readonly OldRow[] => {
    const values = form.values.family[place]
    return element === null || values === undefined ? [] : [{ item: element, texts, values }]
  })
  const like = birthLike(form)
  const layout = itemLayout(source, parent, form.root)
  if (parent.children.length === 0) {
    const items = family.map((member) => itemText(member, layout, like)).join('')
    const text = `<${FAMILY_ELEMENT}>${items}${layout.close}</${FAMILY_ELEMENT}>`
    return family.length === 0 ? [] : [{ start: parent.start, end: parent.end, text }]
  }
  const spare = parent.children.filter((item) => item.name === 'Item' && !rows.some((own) => own.item === item))
  const edits: TextEdit[] = []
  let place = parent.contentStart
  for (const { old, member } of paired(rows, family)) {
    if (old === null) {
      if (member === null) continue
      const free = spare.shift()
      if (free === undefined) edits.push({ start: place, end: place, text: itemText(member, layout, like) })
      else {
        edits.push(...rowEdits(source, free, null, member, like))
        place = Math.max(place, free.end)
      }
      continue
    }
    if (member === null) {
      const blanks = blanksBefore(source, parent, old.item)
      edits.push({ start: old.item.start - blanks.length, end: old.item.end, text: '' })
    } else edits.push(...rowEdits(source, old.item, old, member, like))
    place = old.item.end
  }
  return joinedInserts(edits)
}

/** Several rows put in at one place are one edit, in their order. */
function joinedInserts(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last !== undefined && last.start === last.end && edit.start === edit.end && last.start === edit.start)
      joined[joined.length - 1] = { ...last, text: last.text + edit.text }
    else joined.push(edit)
  }
  return joined
}

/** How the file writes months of birth in the family. */
export function birthLike(form: FormFile): string {
  return (
    form.family.map(({ texts }) => texts.birth).find((text) => text.trim() !== '') ??
    form.texts.get('ChuShengNianYue') ??
    ''
  )
}

interface Pair {
  readonly old: OldRow | null
  readonly member: FormFamilyMember | null
}

/** Old and new rows side by side: by name in their order; what is left between two of them one after another. */
function paired(rows: readonly OldRow[], family: readonly FormFamilyMember[]): readonly Pair[] {
  const pairs: Pair[] = []
  let from = 0
  let done = 0
  const gap = (oldTo: number, newTo: number) => {
    while (from < oldTo || done < newTo) {
      pairs.push({
        old: from < oldTo ? (rows[from] ?? null) : null,
        member: done < newTo ? (family[done] ?? null) : null,
      })
      if (from < oldTo) from += 1
      if (done < newTo) done += 1
    }
  }
  for (const [place, member] of family.entries()) {
    const found = rows.findIndex(
      (own, index) => index >= from && own.values.name !== null && own.values.name === member.name,
    )
    if (found === -1) continue
    gap(found, place)
    pairs.push({ old: rows[found] ?? null, member })
    from = found + 1
    done = place + 1
  }
  gap(rows.length, family.length)
  return pairs
}

function rowEdits(
  source: string,
  item: XmlElement,
  old: OldRow | null,
  member: FormFamilyMember,
  like: string,
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  const missing: string[] = []
  for (const field of FAMILY_ELEMENTS) {
    if (old !== null && old.values[field.field] === member[field.field]) continue
    const written = old?.texts[field.field] ?? ''
    const text = memberText(member, field, written.trim() === '' ? like : written)
    const element = item.children.find((child) => child.name === field.element)
    if (element !== undefined) edits.push(setText(source, element, text))
    else if (text !== '') missing.push(`<${field.element}>${escapeXml(text)}</${field.element}>`)
  }
  if (missing.length === 0) return edits
  if (item.selfClosing) return [{ start: item.start, end: item.end, text: `<Item>${missing.join('')}</Item>` }]
  const at = item.children.at(-1)?.end ?? item.contentStart
  return [...edits, { start: at, end: at, text: missing.join('') }]
}

/** The blanks a row is set with: before it, before each of its fields, before its end and before the family's end. */
interface ItemLayout {
  readonly before: string
  readonly field: string
  readonly end: string
  readonly close: string
}

function itemLayout(source: string, parent: XmlElement, root: XmlElement | null): ItemLayout {
  const outer = root === null ? '' : blanksBefore(source, root, parent)
  const item = parent.children.find((child) => child.name === 'Item')
  const [first] = item?.children ?? []
  const step = outer.includes('\n') ? '  ' : ''
  if (item === undefined) return { before: outer + step, field: outer + step + step, end: outer + step, close: outer }
  const before = blanksBefore(source, parent, item)
  if (first === undefined) return { before, field: before === '' ? '' : before + step, end: before, close: outer }
  const last = item.children.at(-1) ?? first
  return {
    before,
    field: blanksBefore(source, item, first),
    end: source.slice(last.end, item.contentEnd).trim() === '' ? source.slice(last.end, item.contentEnd) : before,
    close: outer,
  }
}

function itemText(member: FormFamilyMember, layout: ItemLayout, like: string): string {
  const fields = FAMILY_ELEMENTS.map(
    (field) => `${layout.field}<${field.element}>${escapeXml(memberText(member, field, like))}</${field.element}>`,
  )
  return `${layout.before}<Item>${fields.join('')}${layout.end}</Item>`
}
