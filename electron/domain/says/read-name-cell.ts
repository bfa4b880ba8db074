import { ethnicGroup } from '../../vocabulary/ethnic-groups.ts'

/** A name as clerks write it, taken apart. */
export interface NameReading {
  /** Without marks and without what is said of sex and 民族; brackets that say something else stay (兼任, 借入, 大). */
  readonly name: string
  readonly sex: '男' | '女' | null
  /** With its 族. */
  readonly ethnicity: string | null
  /** Marks that were dropped (*, ★ …), as written. */
  readonly marks: string
}

const MARKS = /[*＊★☆※▲△●○◆◇■□✓√#＃†‡◎◉⊙☑✔①-⑳⑴-⒇❶-❿♂♀]+/gu
const BRACKETS = /[（(【[〔]([^（()）【】[\]〔〕]*)[)）】\]〕]/gu
/** A name and nothing else: no mark, no bracket, no blank. */
const PLAIN = /^[\u4e00-\u9fff]+$/
const TAIL = /^(?<name>.+?)(?<said>(?:[\s,，、]+(?:[男女]性?|\p{Script=Han}{1,4}族))+)$/u

/**
 * Reads a name cell: “张玉兰（女，苗族）” is 张玉兰, 女, 苗族; “李强*” is 李强, “孙尚香 女 侗族” 孙尚香, 女, 侗族. A sex or 民族 said twice
 * differently is not taken (null, and the bracket stays), so that nothing is chosen silently. Empty text gives an empty name.
 */
export function readNameCell(text: string): NameReading {
  // Almost every name is nothing else, and every rule run reads them all.
  if (PLAIN.test(text)) return { name: text, sex: null, ethnicity: null, marks: '' }
  const marks = [...text.matchAll(MARKS)].map(([mark]) => mark).join('')
  const bare = text.replaceAll(MARKS, '').trim()
  const tail = TAIL.exec(bare)?.groups
  const behind = (tail?.['said'] ?? '').split(/[\s,，、]+/u).filter((word) => word !== '')
  // Behind one character it belongs to the name: 王 男.
  const short = (tail?.['name'] ?? '').replaceAll(/\s/gu, '').length < 2
  const whole = short || !behind.every((word) => asSex(word) !== null || ethnicGroup(word) !== null)
  const start = whole ? bare : (tail?.['name'] ?? bare)
  let sex: '男' | '女' | null = whole ? null : (behind.map(asSex).find((word) => word !== null) ?? null)
  let ethnicity: string | null = whole ? null : (behind.map(ethnicGroup).find((word) => word !== null) ?? null)
  const name = start.replaceAll(BRACKETS, (all: string, inside: string) => {
    const parts = inside.split(/[,，、;；\s/]+/u).filter((part) => part !== '')
    const rest: string[] = []
    for (const part of parts) {
      const [said, group] = [asSex(part), ethnicGroup(part)]
      if (said !== null && (sex === null || sex === said)) sex = said
      else if (group !== null && (ethnicity === null || ethnicity === group)) ethnicity = group
      else rest.push(part)
    }
    if (rest.length === 0) return ''
    return rest.length === parts.length ? all : `（${rest.join('，')}）`
  })
  return { name: name.trim(), sex, ethnicity, marks }
}

function asSex(text: string): '男' | '女' | null {
  const word = text.replace(/^性别[：:]?/u, '').replace(/性$/u, '')
  return word === '男' || word === '女' ? word : null
}

/** What the name says and the row's own column says otherwise; null where they agree or one is silent. */
export function nameConflict(
  reading: NameReading,
  own: { readonly sex?: string | null; readonly ethnicity?: string | null },
): { readonly field: 'sex' | 'ethnicity'; readonly inName: string; readonly own: string } | null {
  if (reading.sex !== null && own.sex !== null && own.sex !== undefined && own.sex !== '' && own.sex !== reading.sex)
    return { field: 'sex', inName: reading.sex, own: own.sex }
  const group =
    own.ethnicity === null || own.ethnicity === undefined ? null : (ethnicGroup(own.ethnicity) ?? own.ethnicity)
  if (reading.ethnicity !== null && group !== null && group !== '' && group !== reading.ethnicity)
    return { field: 'ethnicity', inName: reading.ethnicity, own: group }
  return null
}
