import { readStandingWord } from './category-words.ts'
import { splitBoth } from './both-fields.ts'
import { bareWord } from './code-beside.ts'
import { decoded } from './code-legends.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { plainWords } from './plain-words.ts'
import { withoutLatin } from './name-like.ts'
import { isWholeTownship } from './unit-words.ts'
import { isPost } from './split-unit-post.ts'
import type { PlacedCell } from './table-types.ts'
import { educationLevel, ethnicGroup } from './vocabularies.ts'

/* One cell that says two things: 学历学位, 职务职级, 出生年月（岁）, 全日制 beside 在职. */

/** Takes such cells of a record apart, in place. What is already said in a column of its own stays. */
export function splitCells(record: DraftRecord): void {
  const { values } = record
  const put = (field: string, value: PlacedCell, cell: string, from: string) => {
    if (cell !== '' && !values.has(field)) values.set(field, { ...value, cell, from })
  }
  splitBoth(values)
  for (const field of CODED) {
    const written = values.get(field)
    const word = written === undefined ? null : decoded(written.cell, written.header)
    const value = written === undefined || word === written.cell ? written : { ...written, cell: word }
    if (value !== undefined && value !== written) values.set(field, value)
    const shown = value === undefined ? '' : shownText(value.cell).trim()
    const bare = bareWord(shown)
    if (value !== undefined && bare !== shown) values.set(field, { ...value, cell: bare })
  }
  if (holdsBar(values))
    for (const [field, value] of values) {
      const bare = text(value)
      if (BARRED.test(bare)) values.set(field, { ...value, cell: bare.replace(BARRED, '') })
    }
  lastOfPath(values)
  const name = values.get('name')
  const plain = name === undefined ? '' : text(name).replace(/^[（(]?\d{1,3}[)）]?\s*[.．、]?\s*(?=\p{sc=Han})/u, '')
  if (name !== undefined && typeof name.cell === 'string' && plain !== text(name))
    values.set('name', { ...name, cell: plain })
  const letters = values.get('name')
  const written = letters === undefined ? '' : text(letters)
  const bareName = withoutLatin(written)
  if (letters !== undefined && bareName !== written) values.set('name', { ...letters, cell: bareName })
  besideName(values)
  moveNameNote(values)
  standingInRemark(record)
  const both = values.get('educationDegree')
  if (both !== undefined) {
    const { education, degree } = splitEducation(text(both))
    put('education', both, education, `学历取自 ${both.letters} 列“${both.header}”`)
    put('degree', both, degree, `学位取自 ${both.letters} 列“${both.header}”`)
  }
  const postRank = values.get('postRank')
  if (postRank !== undefined) {
    const { post, rank, level, grade } = splitPostRank(text(postRank))
    const from = (what: string) => `${what}取自 ${postRank.letters} 列“${postRank.header}”`
    put('post', postRank, post, from('职务'))
    put('rank', postRank, rank, from('职级'))
    put('positionLevel', postRank, level, from('职务层次'))
    put('postGrade', postRank, grade, from('岗位等级'))
  }
  for (const { field, degreeField } of DEGREE_BESIDE) {
    const value = values.get(field)
    const parts = value === undefined ? null : splitEducation(text(value))
    if (value === undefined || parts === null || parts.degree === '' || parts.education === '') continue
    values.set(field, { ...value, cell: parts.education })
    put(degreeField, value, parts.degree, `学位取自 ${value.letters} 列“${value.header}”`)
  }
  splitSeatDay(values)
  higherEducation(values)
  plainWords(values)
  const remark = values.get('remark')
  const said =
    remark === undefined
      ? null
      : /^(?<before>.*?)[；;，,]?学历[：:](?<level>[^；;，,]+)[；;，,]?(?<after>.*)$/u.exec(text(remark))
  if (remark !== undefined && said !== null && educationLevel(said.groups?.['level'] ?? '') !== null) {
    put('education', remark, said.groups?.['level'] ?? '', `学历取自 ${remark.letters} 列“${remark.header}”`)
    const rest = [said.groups?.['before'], said.groups?.['after']]
      .filter((part) => part !== undefined && part !== '')
      .join('；')
    if (rest === '') values.delete('remark')
    else values.set('remark', { ...remark, cell: rest })
  }
  const birth = values.get('birth')
  if (birth !== undefined && typeof birth.cell === 'string') {
    const bare = birth.cell.replace(/[（(]\s*\d{1,3}\s*(?:周?岁)?\s*[）)]\s*$/u, '').replace(/\s*\d{1,2}周?岁\s*$/u, '')
    if (bare !== birth.cell) values.set('birth', { ...birth, cell: bare })
  }
}

/** 束书恒兼任: the word is of the post, and no part of the name. */
function besideName(values: Map<string, PlacedCell>): void {
  const name = values.get('name')
  const bare =
    name === undefined ? null : /^(?<bare>\p{sc=Han}{2,4})[\s·]*兼(?:任|职)?$/u.exec(text(name))?.groups?.['bare']
  if (name !== undefined && bare !== null && bare !== undefined)
    values.set('name', { ...name, cell: `${bare}（兼任）` })
}

/** 祖维新（2026年3月调出）: what is said of somebody behind the name belongs into the remark. （大）, 兼任, 借入 and 女 are read with the name. */
function moveNameNote(values: Map<string, PlacedCell>): void {
  const name = values.get('name')
  const found =
    name === undefined ? undefined : /^(?<bare>.+?)[（(](?<note>[^（）()]{2,30})[）)]$/u.exec(text(name))?.groups
  const note = found?.['note']?.trim() ?? ''
  if (name === undefined || found === undefined || note === '' || /^(?:兼任|兼职|借入|借用|挂职)$/u.test(note)) return
  const besides = /^兼(?:任|职)?(?<post>[^，,；;]{2,})/u.exec(note)?.groups?.['post']
  if (besides !== undefined) {
    values.set('name', { ...name, cell: `${found['bare'] ?? ''}（兼任）` })
    if (!values.has('post')) values.set('post', { ...name, cell: besides, from: `姓名后写着“${note}”` })
    return
  }
  const parts = note.split(/[,，、;；\s/]+/u)
  // 男 and 汉族 stay with the name, which is read for them.
  const kept = parts.filter((part) => /^性?别?[:：]?[男女]性?$/u.test(part) || ethnicGroup(part) !== null)
  if (kept.length === parts.length) return
  const told = kept.length === 0 ? note : parts.filter((part) => !kept.includes(part)).join('，')
  const standing = readStandingWord(told)
  if (!values.has('category') && (standing?.kind === 'quota' || standing?.kind === 'offQuota')) {
    values.set('name', { ...name, cell: found['bare'] ?? '' })
    values.set('category', { ...name, cell: told, from: `姓名后写着“${note}”` })
    return
  }
  const remark = values.get('remark')
  const before = remark === undefined ? '' : text(remark)
  values.set('name', { ...name, cell: `${found['bare'] ?? ''}${kept.length === 0 ? '' : `（${kept.join('，')}）`}` })
  if (!values.has('post') && isPost(told)) {
    values.set('post', { ...name, cell: told, from: `姓名后写着“${note}”` })
    return
  }
  values.set('remark', {
    letters: name.letters,
    header: name.header,
    ...remark,
    cell: before === '' ? told : `${before}；${told}`,
    from: `姓名后写着“${note}”`,
  })
}

const SEAT_DAY = /^(?<word>\p{sc=Han}+?)[\s（(/／、，,]*(?<day>\d{4}[.年\-/]\d{1,2}(?:[月.\-/]\d{0,2}日?)?)\s*[）)]?$/u

/** 行政编制（2002.09） under 编制及入编时间. */
function splitSeatDay(values: Map<string, PlacedCell>): void {
  const category = values.get('category')
  if (category === undefined || !/时间|日期|年月/u.test(category.header)) return
  const { word, day } = SEAT_DAY.exec(text(category))?.groups ?? {}
  if (word === undefined || day === undefined || readStandingWord(word) === null) return
  values.set('category', { ...category, cell: word })
  if (!values.has('enteredOn'))
    values.set('enteredOn', { ...category, cell: day, from: `入编时间取自 ${category.letters} 列“${category.header}”` })
}

/** 云溪乡人民政府/机关/党政综合办公室: the way down to an office ends with it. 党政办/财政所 is two offices. */
function lastOfPath(values: Map<string, PlacedCell>): void {
  const unit = values.get('unit')
  if (unit === undefined) return
  const written = text(unit)
  if (!/[/／\\>＞→»]/u.test(written)) return
  const parts = written.split(/\s*[/／\\>＞→»]+\s*|\s*-+>\s*/u).filter((part) => part !== '')
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !(parts.length > 2 || isWholeTownship(first, null))) return
  values.set('unit', { ...unit, cell: last, from: `${unit.letters} 列“${written}”的最后一级` })
}

/** 备注 that begins with 行政编 or 参公事业编制, where neither a column nor a heading says the 编制. */
function standingInRemark({ values, group }: DraftRecord): void {
  const remark = values.get('remark')
  if (remark === undefined || values.has('category') || group.category !== null) return
  const first = text(remark).split(/[，,；;。、\s]/u)[0] ?? ''
  if (!/编|公务员|参公/u.test(first) || readStandingWord(first)?.kind !== 'quota') return
  values.set('category', { ...remark, cell: first, from: `${remark.letters} 列“${remark.header}”写着“${first}”` })
}

/** 003|党建工作办公室: a bar parts code and word in any column. */
const BARRED = /^[\dA-Za-z]{1,12}\s*[|｜]\s*(?=\p{sc=Han})/u
const DEGREE_BESIDE = [
  { field: 'fullTimeEducation', degreeField: 'fullTimeDegree' },
  { field: 'inServiceEducation', degreeField: 'inServiceDegree' },
] as const
const CODED = [
  'sex',
  'ethnicity',
  'politicalStatus',
  'education',
  'educationDegree',
  'fullTimeEducation',
  'inServiceEducation',
  'degree',
  'category',
  'entryRoute',
  'rank',
  'professionalTitle',
]

function holdsBar(values: DraftRecord['values']): boolean {
  for (const { cell } of values.values()) {
    const shown = shownText(cell)
    if (shown.includes('|') || shown.includes('｜')) return true
  }
  return false
}

function text(value: PlacedCell): string {
  const shown = shownText(value.cell)
  return (UNSEEN.test(shown) ? shown.replaceAll(ALL_UNSEEN, '') : shown).trim()
}
const UNSEEN = /[\u200b-\u200f\ufeff]/u
const ALL_UNSEEN = /[\u200b-\u200f\ufeff]+/gu

/** 研究生、硕士 → 硕士研究生 and 硕士; 大学/学士 → 大学 and 学士; 大专 → 大专. */
export function splitEducation(written: string): { readonly education: string; readonly degree: string } {
  const parts = written.split(/[\s、，,;；/／\\|（()）]+/u).filter((part) => part !== '')
  const degrees = parts.filter((part) => /学士|硕士|博士|双学位|副博士|学位/u.test(part) && !/研究生/u.test(part))
  const level = parts.find((part) => !degrees.includes(part) && educationLevel(part) !== null)
  const glued =
    level === undefined
      ? /^(?<level>研究生|大学本科|本科|大学|大专|专科|中专|高中)(?<degree>[\p{sc=Han}]{0,8}(?:学士|硕士|博士)(?:学位)?)$/u.exec(
          compact(written),
        )
      : null
  const education = level ?? glued?.groups?.['level'] ?? parts.find((part) => !degrees.includes(part)) ?? ''
  const degree = degrees[0] ?? glued?.groups?.['degree'] ?? ''
  if (educationLevel(education) === '研究生' && /博士/u.test(degree)) return { education: '博士研究生', degree }
  if (educationLevel(education) === '研究生' && /硕士/u.test(degree)) return { education: '硕士研究生', degree }
  if (education === '' && /博士|硕士/u.test(degree))
    return { education: /博士/u.test(degree) ? '博士研究生' : '硕士研究生', degree }
  return { education, degree }
}

const RANK =
  /(?:[一二三四]级(?:主任科员|调研员|巡视员|科员|警长|警员|高级警长|主办|主管|高级主办)|[正副](?:厅|处|科|股)级?|(?:县|乡)(?:处|科)级[正副]职|科员级?|办事员级?|试用期)(?:[（(].*[）)])?$/u

/** 职务层次 as it is said for short, beside a 职级. */
const LEVEL = /^(?:[正副](?:厅|处|科|股)级?|(?:县处|乡科)级[正副]职)$/u
/** 岗位等级 of 事业单位. */
const GRADE = /^(?:管理|专技|专业技术|工勤技能?|技术工)[一二三四五六七八九十]{1,2}级$/u

interface PostAndRank {
  readonly post: string
  readonly rank: string
  readonly level: string
  readonly grade: string
}

/** 党委书记、正科、四级主任科员 → post, 职务层次 and 职级; 会计、专技十级 → post and 岗位等级. A rank alone is no post. */
export function splitPostRank(written: string): PostAndRank {
  const parts = written.split(BETWEEN).filter((part) => part !== '')
  // 正科 alone is what a sheet has in place of a 职级.
  const level = parts.length > 1 ? (parts.find((part) => LEVEL.test(part)) ?? '') : ''
  const grade = parts.find((part) => GRADE.test(part)) ?? ''
  const rest =
    level === '' && grade === '' ? written : parts.filter((part) => part !== level && part !== grade).join('、')
  return { ...postAndRank(rest), level, grade }
}

const BETWEEN = /[\s、，,;；/／|（()）]+/u

function postAndRank(written: string): Pick<PostAndRank, 'post' | 'rank'> {
  const parts = written.split(BETWEEN).filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  if (!RANK.test(last)) return { post: written, rank: '' }
  const post =
    parts.length === 1
      ? /^(?:科员|办事员)$/u.test(last)
        ? last
        : ''
      : written.slice(0, written.lastIndexOf(last)).replace(/[\s、，,;；/／|（(]+$/u, '')
  return { post, rank: parts.length === 1 && post !== '' ? '' : last }
}

/** Of several 学历 the higher is the book's. */
function higherEducation(values: Map<string, PlacedCell>): void {
  if (values.has('education') && !values.has('otherEducation')) return
  const found = (['education', 'otherEducation', 'inServiceEducation', 'fullTimeEducation'] as const).flatMap(
    (field) => {
      const value = values.get(field)
      if (value === undefined) return []
      const { education } = splitEducation(text(value))
      return education === '' || /^[/\\—-]+$|^无$/u.test(education)
        ? []
        : [{ value, education, height: heightOf(education) }]
    },
  )
  const best = found.toSorted((a, b) => b.height - a.height)[0]
  values.delete('otherEducation')
  if (best === undefined) return
  const { letters, header } = best.value
  values.set('education', {
    ...best.value,
    cell: best.education,
    from: found.length > 1 ? `几个学历取高的，取自 ${letters} 列“${header}”` : best.value.from,
  })
}

/** How high a 学历 is: 博士 6 … 小学 0. */
export function heightOf(education: string): number {
  const steps = [
    /博士/u,
    /硕士|研究生/u,
    /大学(?!专科)|本科|大本/u,
    /大专|专科|高职/u,
    /中专|中师|中技|技校|高中|职高|中等/u,
    /初中/u,
  ]
  const at = steps.findIndex((step) => step.test(education))
  return at === -1 ? 0 : steps.length - at
}
