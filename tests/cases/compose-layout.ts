import type { RawCell, RawMerge, RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import type { Dice } from '../kit/dice.ts'
import { dotted, of, unitsOf } from './kit/case.ts'
import type { Person } from './kit/people.ts'

/* A roster laid out at random out of what townships do: where office and 编制 stand, what columns are called, what stands around. */

export interface Layout {
  readonly sheets: readonly RawSheet[]
  /** In a few words, to tell one from another. */
  readonly about: string
}

type Line = readonly RawCell[]
interface Head {
  readonly text: string
  readonly value: (one: Person, at: number) => RawCell
}

const NAMES = ['姓名', '姓  名', '人员姓名', '职工姓名', '干部姓名', '姓名（必填）', '*姓名', '姓名\n（全称）']
const UNITS = [
  '单位',
  '部门',
  '科室',
  '所在部门',
  '工作单位',
  '所在单位',
  '站所',
  '所属部门',
  '工作部门',
  '内设机构',
  '单位名称',
  '所在科室',
  '机构',
  '任职部门',
  '所在机构名称',
  '现工作单位',
]
const CATEGORIES = [
  '编制类型',
  '编制性质',
  '编制',
  '编制类别',
  '人员编制',
  '身份',
  '人员身份',
  '人员性质',
  '人员类别',
  '编制形式',
  '所占编制',
  '编制\n性质',
  '编制类型（必填）',
]
const NUMBERS = [
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '身份证',
  '居民身份证号码',
  '身份证件号码',
  '身份证号\n（18位）',
]
const WORDS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政', '行政编', '公务员', '机关行政', '行政（公务员）', '公务员编制'],
  事业编制: ['事业编制', '事业', '事业编', '事业人员', '事业干部', '事业单位人员'],
  机关工勤编制: ['机关工勤编制', '工勤', '机关工勤', '工勤编'],
}
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政编制人员', '行政人员', '公务员', '行政在编人员'],
  事业编制: ['事业编制', '事业编制人员', '事业人员', '事业在编人员', '事业编', '事业编制干部职工'],
  机关工勤编制: ['机关工勤编制', '工勤人员', '机关工勤人员'],
}
const EXTRA: readonly Head[] = [
  { text: '性别', value: (one) => one.sex },
  { text: '出生年月', value: (one) => dotted(one.birth.slice(0, 7)) },
  { text: '民族', value: (one) => one.nation },
  { text: '政治面貌', value: (one) => one.politics },
  { text: '学历', value: (one) => one.education },
  { text: '入编时间', value: (one) => one.entered },
  { text: '职务', value: (one) => one.post },
  { text: '现任职务', value: (one) => one.post },
  { text: '联系电话', value: (one) => one.phone },
  { text: '备注', value: () => null },
  { text: '籍贯', value: () => '江西上高' },
  { text: '毕业院校及专业', value: () => '赣东师范专科学校' },
  { text: '家庭住址', value: () => '城关镇东门路12号' },
  { text: '紧急联系人', value: (one) => `${one.name.slice(0, 1)}建国` },
  { text: '配偶姓名', value: (one) => `${one.name.slice(0, 1)}小英` },
  { text: '联系村', value: (_, at) => ['上坪村', '石门村'][at % 2] ?? null },
  { text: '年龄', value: (one) => String(2026 - Number(one.birth.slice(0, 4))) },
  { text: '参加工作时间', value: (one) => dotted(one.work) },
  { text: '2025年度考核', value: () => '称职' },
  { text: '基本工资', value: () => '4120' },
  { text: '是否党员', value: (one) => (one.party === null ? '否' : '是') },
  { text: '分管领导', value: () => '谭怀远' },
]

const UNIT_PLACES = ['column', 'merged', 'first', 'ditto', 'section', 'sheet', 'blocks'] as const
const CATEGORY_PLACES = ['column', 'section', 'sheet', 'title', 'tick', 'inUnit'] as const

/** Lays people out; the same for the same dice. */
export function composeLayout(people: readonly Person[], dice: Dice): Layout {
  const pick = <T>(list: readonly T[]): T => {
    const one = dice.pick(list)
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const unitPlace = pick(UNIT_PLACES)
  const single = new Set(people.map((one) => one.category)).size === 1
  const categoryPlace = pick(
    CATEGORY_PLACES.filter(
      (place) =>
        (place !== 'title' || single) &&
        (place !== 'sheet' || unitPlace !== 'sheet') &&
        (place !== 'section' || !['first', 'merged', 'ditto'].includes(unitPlace) || single) &&
        (place !== 'inUnit' ||
          (unitPlace === 'section' &&
            unitsOf(people).every((unit) => new Set(of(people, unit).map((one) => one.category)).size === 1))),
    ),
  )
  const words = Object.fromEntries(Object.entries(WORDS).map(([key, list]) => [key, list]))
  const columns: Head[] = []
  const taken = new Set<string>()
  const add = (head: Head, key = head.text) => {
    if (!taken.has(key)) columns.push(head)
    taken.add(key)
  }
  const extras = Array.from({ length: dice.below(6) }, () => pick(EXTRA)).filter(
    (head) => !/职务/u.test(head.text) || !taken.has('职务'),
  )
  const nameHead: Head = {
    text: pick(NAMES),
    value: (one) => (one.name.length === 2 && dice.chance(0.4) ? `${one.name[0]}　${one.name[1]}` : one.name),
  }
  const unitHead: Head = { text: pick(UNITS), value: (one) => one.unit }
  const perRow = dice.chance(0.5)
  const fixed = Object.fromEntries(Object.entries(words).map(([key, list]) => [key, pick(list)]))
  const categoryHead: Head = {
    text: pick(CATEGORIES),
    value: (one) => (perRow ? pick(words[one.category] ?? [one.category]) : (fixed[one.category] ?? one.category)),
  }
  if (dice.chance(0.8)) add({ text: pick(['序号', '编号', 'No.', '序 号']), value: (_, at) => String(at + 1) }, '序号')
  const main: Head[] = [nameHead]
  if (['column', 'merged', 'first', 'ditto'].includes(unitPlace)) main.splice(dice.below(2), 0, unitHead)
  if (categoryPlace === 'column') main.splice(dice.below(main.length + 1), 0, categoryHead)
  const withNumber = dice.chance(0.85)
  if (withNumber) main.push({ text: pick(NUMBERS), value: (one) => one.id })
  for (const head of main) add(head)
  if (categoryPlace === 'tick')
    for (const category of Object.keys(WORDS))
      add({ text: category, value: (one) => (one.category === category ? pick(['√']) : null) })
  for (const head of extras) {
    if (/职务/u.test(head.text) && taken.has('post')) continue
    if (/职务/u.test(head.text)) taken.add('post')
    if (!taken.has(head.text)) columns.splice(1 + dice.below(columns.length), 0, head)
    taken.add(head.text)
  }
  const width = columns.length
  const pad = (line: Line): Line => [...line, ...Array.from({ length: Math.max(0, width - line.length) }, () => null)]
  const grouped = dice.chance(0.3) && width > 5
  const around = {
    totals: dice.chance(0.5),
    blanks: dice.chance(0.3),
    foot: dice.chance(0.5),
    numbers: dice.chance(0.15),
  }
  const unitAt = columns.indexOf(unitHead)
  const sectionAt = dice.chance(0.3) && width > 1 ? 1 : 0
  const deco = pick(['', '一、', '（一）', '1.', '▲'])
  const count = pick(['', '（N人）', '：N人', '（编制M名，实有N名）', '　编制M名　实有N名'])
  const merges: RawMerge[][] = []

  const head = (rows: Line[], own: RawMerge[]) => {
    if (!grouped) {
      rows.push(columns.map(({ text }) => text))
      return
    }
    const top = rows.length
    const from = 2 + dice.below(width - 3)
    rows.push(
      pad(
        columns.map(({ text }, at) =>
          at < from ? text : at === from ? pick(['基本情况', '任职情况', '其他信息']) : null,
        ),
      ),
      pad(columns.map(({ text }, at) => (at < from ? null : text))),
    )
    own.push({ top, left: from, bottom: top, right: width - 1 })
    for (let at = 0; at < from; at += 1) own.push({ top, left: at, bottom: top + 1, right: at })
  }
  const unitTitle = (unit: string, here: readonly Person[], at: number) => {
    const category = categoryPlace === 'inUnit' ? `（${pick(HEADINGS[here[0]?.category ?? ''] ?? [''])}）` : ''
    const number =
      deco === '一、'
        ? `${'一二三四五六'[at] ?? ''}、`
        : deco === '（一）'
          ? `（${'一二三四五六'[at] ?? ''}）`
          : deco === '1.'
            ? `${at + 1}.`
            : deco
    const counts = count.replace('N', String(here.length)).replace('M', String(here.length + 1))
    return `${number}${unit}${category}${counts}`
  }
  const put = (rows: Line[], own: RawMerge[], here: readonly Person[], start: number) => {
    const first = rows.length
    here.forEach((one, at) => {
      const line = columns.map(({ value }) => value(one, start + at))
      if (unitAt >= 0 && at > 0 && (unitPlace === 'merged' || unitPlace === 'first')) line[unitAt] = null
      if (unitAt >= 0 && at > 0 && unitPlace === 'ditto') line[unitAt] = pick(['〃', '同上', '"'])
      rows.push(line)
    })
    if (unitAt >= 0 && unitPlace === 'merged' && here.length > 1)
      own.push({ top: first, left: unitAt, bottom: first + here.length - 1, right: unitAt })
    if (around.totals && here.length > 0) rows.push(pad([pick(['小计', '合计']), `${here.length}人`]))
    if (around.blanks) rows.push(pad([]))
  }
  const title = (rows: Line[], own: RawMerge[], text: string) => {
    rows.push(pad([text]))
    if (dice.chance(0.6)) own.push({ top: rows.length - 1, left: 0, bottom: rows.length - 1, right: width - 1 })
  }
  const body = (rows: Line[], own: RawMerge[], here: readonly Person[]) => {
    let start = 0
    const groups =
      categoryPlace === 'section'
        ? Object.keys(WORDS).map((category) => here.filter((one) => one.category === category))
        : [here]
    const some = groups.filter((group) => group.length > 0)
    some.forEach((group, groupAt) => {
      if (categoryPlace === 'section') {
        const word = pick(HEADINGS[group[0]?.category ?? ''] ?? [''])
        // Numbered above an office without numbers would be its own kind of riddle.
        const number =
          unitPlace !== 'section' || deco === '（一）' || deco === '1.' ? `${'一二三'[groupAt] ?? ''}、` : ''
        title(rows, own, `${number}${word}${pick(['', `（${group.length}人）`])}`)
      }
      unitsOf(group).forEach((unit, at) => {
        const people2 = of(group, unit)
        if (unitPlace === 'section') {
          const line: RawCell[] = Array.from({ length: width }, () => null)
          line[sectionAt] = unitTitle(unit, people2, at)
          rows.push(line)
          if (sectionAt === 0 && dice.chance(0.5))
            own.push({ top: rows.length - 1, left: 0, bottom: rows.length - 1, right: width - 1 })
        }
        put(rows, own, people2, start)
        start += people2.length
      })
    })
  }
  const sheet = (name: string, titleText: string | null, here: readonly Person[]): RawSheet => {
    const rows: Line[] = []
    const own: RawMerge[] = []
    if (unitPlace === 'blocks')
      unitsOf(here).forEach((unit) => {
        const word = categoryPlace === 'title' ? pick(HEADINGS[here[0]?.category ?? ''] ?? ['']) : ''
        title(
          rows,
          own,
          `云溪乡${unit}${word}${word === '' || word.endsWith('人员') ? '' : '人员'}${word === '' ? pick(['人员名单', '花名册', '人员花名册']) : '花名册'}`.replace(
            '人员人员',
            '人员',
          ),
        )
        head(rows, own)
        body(rows, own, of(here, unit))
        if (around.foot) rows.push(pad([pick(['填表人：谭素心', '审核：宓守信'])]))
        rows.push(pad([]))
      })
    else {
      if (titleText !== null) title(rows, own, titleText)
      if (dice.chance(0.4))
        rows.push(
          pad([
            pick(['填报单位：云溪乡人民政府', '单位（盖章）：云溪乡人民政府']),
            null,
            pick([null, '2026年10月31日']),
          ]),
        )
      head(rows, own)
      if (around.numbers) rows.push(columns.map((_, at) => String(at + 1)))
      body(rows, own, here)
      if (around.totals) rows.push(pad(['总计', `${here.length}人`]))
      if (around.foot) rows.push(pad(['单位负责人：宓守信', null, '填表人：谭素心']), pad(['注：本表一式两份。']))
    }
    merges.push(own)
    return { name, hidden: false, rows, merges: own }
  }
  const word = categoryPlace === 'title' ? pick(HEADINGS[people[0]?.category ?? ''] ?? ['']) : ''
  const whole = dice.chance(0.7) || word !== '' ? `云溪乡${word}${pick(['花名册', '名单', '情况表', '一览表'])}` : null
  const sheets =
    unitPlace === 'sheet'
      ? unitsOf(people).map((unit) => sheet(unit, whole, of(people, unit)))
      : categoryPlace === 'sheet'
        ? Object.keys(WORDS).flatMap((category) => {
            const here = people.filter((one) => one.category === category)
            return here.length === 0 ? [] : [sheet(pick(HEADINGS[category] ?? [category]), whole, here)]
          })
        : [sheet(pick(['Sheet1', '花名册', '人员']), whole, people)]
  const heads = columns.map(({ text }) => text.replaceAll(/\s/gu, '')).join('|')
  const marks = `${withNumber ? '' : ' no-number'}${grouped ? ' two-row' : ''}`
  return { sheets, about: `${unitPlace} ${categoryPlace}${marks} ${heads}` }
}
