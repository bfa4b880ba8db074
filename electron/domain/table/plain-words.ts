import { shownText } from './raw-workbook.ts'
import type { PlacedCell } from './table-types.ts'
import { educationLevel, politicalStatus } from './vocabularies.ts'

/* 本科学历、法学学士, 中共正式党员, 党员（2003.5入党）: words with more around them than the book's lists know. */

const SCHOOLING =
  /(?:全日制|在职|函授|自考|自学考试|成人|成教|电大|网络教育|夜大|远程|统招|普通|国民教育)(?:教育)?|学历|教育|毕业(?:生)?|结业|肄业/gu
const STANDING = /正式|普通|一般|中共正式|[（(].*[）)]/gu
const JOINED = /[（(]\s*(?<when>\d{4}[年.\-/]\d{1,2}(?:[月.\-/]\d{0,2}日?)?)\s*(?:入党|加入)\s*[）)]/u

/** The level in the book's words; null where there is none for certain, or where the words already say it. */
export function plainEducation(written: string): { readonly education: string; readonly degree: string } | null {
  if (educationLevel(written) !== null) return null
  const parts = written
    // 研究生（硕士）: a degree in brackets says more than the level before it.
    .replace(/[（(]\s*(?<degree>(?:学士|硕士|博士)(?:学位|研究生)?)\s*[）)]/u, ' $<degree>')
    .replaceAll(/[（(].*?[）)]/gu, '')
    // 研究生学历硕士学位: two words without anything between them.
    .replaceAll(/(?<=学历|学位)(?=\p{sc=Han})/gu, ' ')
    .split(/[\s、，,;；/／\\|+＋和及]+/u)
    .filter((part) => part !== '')
  const degree = parts.find((part) => /(?:学士|硕士|博士)(?:学位)?$/u.test(part)) ?? ''
  const levels = new Set(parts.flatMap((part) => levelOf(part) ?? []))
  // 研究生 with the degree of a 硕士 is one of them.
  const master = /(?<word>硕士|博士)(?:学位)?$/u.exec(degree)?.groups?.['word']
  if (master !== undefined && levels.delete('研究生')) levels.add(`${master}研究生`)
  const rest = parts.filter((part) => levelOf(part) === null && part !== degree)
  const [only] = levels
  return levels.size === 1 && only !== undefined && rest.length === 0 ? { education: only, degree } : null
}

function levelOf(part: string): string | null {
  // 党校 has levels of its own.
  return educationLevel(part) ?? (part.includes('党校') ? null : educationLevel(part.replaceAll(SCHOOLING, '')))
}

/** Puts 学历 and 政治面貌 of a record into the book's words, in place; what the cell says besides goes where it belongs. */
export function plainWords(values: Map<string, PlacedCell>): void {
  const education = values.get('education')
  const level = education === undefined ? null : plainEducation(shownText(education.cell).trim())
  if (education !== undefined && level !== null) {
    const from = `“${shownText(education.cell).trim().replaceAll(/\s+/gu, ' ')}”记为${level.education}`
    values.set('education', { ...education, cell: level.education, from })
    if (level.degree !== '' && !values.has('degree'))
      values.set('degree', {
        ...education,
        cell: level.degree,
        from: `学位取自 ${education.letters} 列“${education.header}”`,
      })
  }
  const party = values.get('politicalStatus')
  const written = party === undefined ? '' : shownText(party.cell).trim()
  // 党员（预备期满）, 党员（已退党）: what the brackets say is more than a year.
  const sure = !/[（(][^）)]*(?:预备|退党|脱党|除名|开除|待|拟)/u.test(written)
  const status = sure && politicalStatus(written) === null ? politicalStatus(written.replaceAll(STANDING, '')) : null
  if (party === undefined || status === null) return
  values.set('politicalStatus', { ...party, cell: status, from: `“${written}”记为${status}` })
  const when = JOINED.exec(written)?.groups?.['when']
  if (when !== undefined && !values.has('partyJoined'))
    values.set('partyJoined', { ...party, cell: when, from: `入党时间取自 ${party.letters} 列“${party.header}”` })
}
