import type { RawCell, RawMerge, RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import type { Dice } from '../kit/dice.ts'
import type { Layout } from './compose-layout.ts'
import type { Person } from './kit/people.ts'

/*
 * A plain roster laid out anew by what clerks do to one, a few of these at a time: columns in another order, split, joined or under heads of
 * several rows, office and 编制 out of their columns into carried cells, headings, titles or sheets, pages, subtotals, notes, two halves side
 * by side. Nobody's facts change, so what is read must be the same, or be asked about.
 */

/** What a column tells of a person, as the judge compares it; null: nothing that is compared. */
export type ToldKey =
  | 'unit'
  | 'category'
  | 'id'
  | 'sex'
  | 'birth'
  | 'nation'
  | 'politics'
  | 'education'
  | 'work'
  | 'entered'
  | 'party'
  | 'phone'
  | 'post'

export interface Relaid extends Layout {
  /** What the sheets tell of everybody. */
  readonly told: ReadonlySet<ToldKey>
}

interface Column {
  /** Its heads from top to bottom. */
  readonly path: readonly string[]
  readonly tells: readonly ToldKey[]
  readonly cell: (one: Person, at: number) => RawCell
}

type Line =
  | { readonly kind: 'person'; readonly cells: readonly RawCell[] }
  | { readonly kind: 'wide'; readonly text: string }
  | { readonly kind: 'texts'; readonly cells: readonly RawCell[] }

const wide = (text: string) =>
  text.replaceAll(/[0-9A-Za-z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))

/** A month in the hand of one clerk: the same in all of a column, but no 1985.1, which nobody can read. */
const MONTHS: readonly ((month: string) => string)[] = [
  (month) => month,
  (month) => month.replace('-', '.'),
  (month) => month.replace('-', '/'),
  (month) => month.replace('-', ''),
  (month) => month.replace('-', '年') + '月',
  (month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  (month) => month.replace('-', '、'),
  (month) => wide(month.replace('-', '.')),
  (month) => `${month.slice(0, 4)}.${month.slice(5)}.`,
  (month) => `${month.replace('-', '.')}月`,
]

const HEADS: Readonly<Record<ToldKey | 'name', readonly string[]>> = {
  name: ['姓名', '姓  名', '姓\n名', '职工姓名', '人员姓名', '干部姓名', '姓 名（全称）'],
  unit: ['单位', '部门', '所在单位', '科室', '站所', '工作单位', '内设机构', '所属部门', '所在站所', '工作部门'],
  category: ['编制类型', '编制性质', '编制', '人员身份', '身份', '人员类别', '编制类别', '用编性质', '编制种类'],
  id: ['身份证号', '身份证号码', '公民身份号码', '身份证', '证件号码', '身份证号（18位）', '居民身份证号'],
  sex: ['性别', '性\n别', '性 别'],
  birth: ['出生年月', '出生日期', '出生时间', '生日', '出生\n年月', '出生年月日'],
  nation: ['民族', '民\n族', '族别'],
  politics: ['政治面貌', '政治\n面貌', '党派', '政治身份'],
  education: ['学历', '文化程度', '最高学历', '学历层次'],
  work: ['参加工作时间', '参加工作年月', '工作时间', '参工时间', '何时参加工作', '参加工作\n时间'],
  entered: ['入编时间', '进编时间', '入编年月', '何时入编', '上编时间', '纳编时间', '编制落实时间'],
  party: ['入党时间', '入党年月', '何时入党', '入党日期'],
  phone: ['联系电话', '手机号码', '电话', '联系方式', '手机', '移动电话号码'],
  post: ['职务', '现任职务', '岗位', '职务（岗位）', '现任职务（岗位）', '现任岗位', '担任职务'],
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政', '行政编', '公务员', '机关行政编制'],
  事业编制: ['事业编制', '事业', '事业编', '事业人员', '事业干部'],
  机关工勤编制: ['机关工勤编制', '工勤', '机关工勤', '工勤人员'],
}
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  行政编制: ['行政编制', '行政编制人员', '行政人员', '行政编制在编人员'],
  事业编制: ['事业编制', '事业编制人员', '事业人员', '事业编', '事业编制在编人员'],
  机关工勤编制: ['机关工勤编制', '工勤人员', '机关工勤编制人员'],
}

/** Columns that tell nothing the book keeps, or of somebody else. */
const BESIDE: readonly (readonly [string, (one: Person, at: number) => RawCell])[] = [
  ['家庭住址', () => '城关镇东门路12号'],
  ['配偶姓名', (one) => `${one.name.slice(0, 1)}小英`],
  ['紧急联系人', (one) => `${one.name.slice(0, 1)}建国`],
  ['包村', (_, at) => ['上坪村', '石门村'][at % 2] ?? null],
  ['分管领导', () => '谭怀远'],
  ['2025年考核结果', () => '称职'],
  ['年龄', (one) => String(2026 - Number(one.birth.slice(0, 4)))],
  ['工龄', (one) => String(2026 - Number(one.work.slice(0, 4)))],
  ['月工资', (_, at) => String(4100 + at * 37)],
  ['开户行', () => '云溪农商行'],
  ['银行卡号', (_, at) => `62284800${String(10000000000 + at * 7919)}`],
  ['原工作单位', () => '县林业局'],
  ['车牌号', (_, at) => `赣C${10000 + at * 13}`],
  ['办公室门牌', (_, at) => `${201 + (at % 9)}`],
  ['办公电话', (_, at) => `0795-25${10000 + at}`],
  ['签名', () => null],
  ['备注', () => null],
  ['照片', () => null],
  ['社保编号', (_, at) => `3609${String(1000000 + at)}`],
  ['父亲姓名', (one) => `${one.name.slice(0, 1)}德旺`],
  ['是否党员', (one) => (one.party === null ? '否' : '是')],
  ['第一学历毕业院校', () => '赣东师范专科学校'],
  ['衣服尺码', (_, at) => ['L', 'XL', 'M'][at % 3] ?? null],
]

const UNIT_CARRIERS = ['column', 'merged', 'blank', 'ditto', 'section', 'sheet', 'block', 'unitPost'] as const
const CATEGORY_CARRIERS = ['column', 'merged', 'section', 'sheet', 'block', 'title', 'tick', 'withUnit'] as const
const DEPTH: Readonly<Record<string, number>> = {
  title: 0,
  sheet: 0,
  block: 1,
  section: 2,
  withUnit: 2,
  merged: 3,
  blank: 3,
  ditto: 3,
}

/** Lays people out; the same for the same dice. */
export function relayRoster(people: readonly Person[], dice: Dice): Relaid {
  const pick = <T>(list: readonly T[]): T => {
    const one = dice.pick(list)
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const single = new Set(people.map((one) => one.category)).size === 1
  const oneEach = [...Map.groupBy(people, (one) => one.unit).values()].every(
    (here) => new Set(here.map((one) => one.category)).size === 1,
  )
  // 武装部部长, 乡领导班子副乡长: whose office a text of both names is its own riddle.
  const isOffice = people.every((one) => !/武装部|班子/u.test(one.unit))
  const unitBy = pick(UNIT_CARRIERS.filter((one) => one !== 'unitPost' || isOffice))
  const isWithin = unitBy === 'section' || unitBy === 'sheet' || unitBy === 'block'
  const categoryBy = pick(
    CATEGORY_CARRIERS.filter(
      (one) =>
        (one !== 'title' || single) &&
        (one !== 'sheet' || unitBy !== 'sheet') &&
        (one !== 'block' || unitBy !== 'block') &&
        // A carried cell below a heading of another kind ends with it: only what stands outside may be carried across.
        (one !== 'merged' || isWithin || unitBy === 'column') &&
        (one !== 'withUnit' || (isWithin && oneEach)),
    ),
  )
  const unitOuter = unitBy === 'section' && categoryBy === 'section' ? dice.chance(0.5) : null

  // Columns.
  const told = new Set<ToldKey>(['unit', 'category'])
  const month = () => pick(MONTHS)
  const column = (key: ToldKey, cell: Column['cell'], path: readonly string[] = [pick(HEADS[key])]): Column => ({
    path,
    tells: [key],
    cell,
  })
  const wordOf = Object.fromEntries(Object.entries(WORDS).map(([key, list]) => [key, pick(list)]))
  // What belongs together stays together.
  const parts: (readonly Column[])[] = []
  const add = (...more: readonly Column[]) => void parts.splice(dice.below(parts.length + 1), 0, more)
  const person: Column = {
    path: [pick(HEADS.name)],
    tells: [],
    cell: (one) => (one.name.length === 2 && dice.chance(0.5) ? Array.from(one.name).join('　') : one.name),
  }
  parts.push([person])
  const unitColumn = column('unit', (one) => one.unit)
  const categoryColumn = column('category', (one) => wordOf[one.category] ?? one.category)
  if (['column', 'merged', 'blank', 'ditto'].includes(unitBy)) parts.splice(dice.below(2), 0, [unitColumn])
  if (unitBy === 'unitPost')
    add({
      path: [pick(['单位及职务', '工作单位及职务', '所在单位及职务', '部门及职务'])],
      tells: ['post'],
      cell: (one) => one.unit + pick(['', ' ']) + one.post,
    })
  if (categoryBy === 'column' || categoryBy === 'merged') add(categoryColumn)
  if (categoryBy === 'tick') {
    const group = !single && dice.chance(0.5) ? [pick(['编制类型', '编制性质', '身份'])] : []
    const mark = pick(['√', '1', '是', '✓'])
    add(
      ...[...new Set(people.map((one) => one.category))].map((category): Column => ({
        path: [...group, category],
        tells: ['category'],
        cell: (one) => (one.category === category ? mark : null),
      })),
    )
  }
  if (dice.chance(0.8)) {
    const style = pick<(id: string) => string>([
      (id) => id,
      (id) => id,
      (id) => `'${id}`,
      wide,
      (id) => id.toLowerCase(),
    ])
    add(column('id', (one) => style(one.id)))
  }
  if (dice.chance(0.6)) {
    if (dice.chance(0.15))
      add({
        path: [pick(['性别、民族', '性别民族', '性别/民族'])],
        tells: ['sex', 'nation'],
        cell: (one) => `${one.sex}${pick(['、', '/', ' '])}${one.nation}`,
      })
    else add(column('sex', (one) => one.sex))
  }
  if (dice.chance(0.6)) {
    const style = month()
    const way = dice.below(8)
    if (way === 0) {
      const group = pick<readonly string[]>([['出生年月'], ['出生日期'], ['出生时间']])
      const day = dice.chance(0.4)
      add(
        { path: [...group, '年'], tells: ['birth'], cell: (one) => one.birth.slice(0, 4) },
        {
          path: [...group, '月'],
          tells: ['birth'],
          cell: (one) => pick([one.birth.slice(5, 7), String(Number(one.birth.slice(5, 7)))]),
        },
        ...(day ? [{ path: [...group, '日'], tells: [], cell: (one: Person) => one.birth.slice(8) }] : []),
      )
    } else if (way === 1)
      add(
        { path: ['出生年'], tells: ['birth'], cell: (one) => one.birth.slice(0, 4) },
        { path: ['出生月'], tells: ['birth'], cell: (one) => String(Number(one.birth.slice(5, 7))) },
      )
    else if (way === 2)
      add(
        column(
          'birth',
          (one) => `${one.birth.slice(0, 7).replace('-', '.')}（${2026 - Number(one.birth.slice(0, 4))}岁）`,
          [pick(['出生年月（岁）', '出生年月\n（年龄）', '出生年月及年龄'])],
        ),
      )
    else if (way === 3)
      add(
        column('birth', (one) => ({
          kind: 'date',
          value: 30000,
          shown: one.birth.slice(0, 7).replace('-', '.'),
          day: `${one.birth.slice(0, 7)}-01`,
        })),
      )
    else add(column('birth', (one) => style(one.birth.slice(0, 7))))
  }
  for (const [key, value, probability] of [
    ['nation', (one) => one.nation, 0.4],
    ['politics', (one) => one.politics, 0.4],
    ['education', (one) => one.education, 0.4],
    ['phone', (one) => one.phone, 0.35],
  ] as readonly (readonly [ToldKey, (one: Person) => string, number])[])
    if (dice.chance(probability)) add(column(key, value))
  const addSplit = (key: ToldKey, value: (one: Person) => string | null) => {
    const head = pick(HEADS[key])
    add(
      { path: [head, '年'], tells: [key], cell: (one) => value(one)?.slice(0, 4) ?? null },
      { path: [head, '月'], tells: [key], cell: (one) => value(one)?.slice(5) ?? null },
    )
  }
  for (const [key, value, probability] of [
    ['work', (one) => one.work, 0.4],
    ['entered', (one) => one.entered, 0.5],
    ['party', (one) => one.party, 0.25],
  ] as readonly (readonly [ToldKey, (one: Person) => string | null, number])[])
    if (dice.chance(probability)) {
      const style = month()
      const cell = (one: Person) => {
        const text = value(one)
        return text === null ? null : style(text)
      }
      if (dice.chance(0.08)) addSplit(key, value)
      else add(column(key, cell))
    }
  if (unitBy !== 'unitPost' && dice.chance(0.6)) add(column('post', (one) => one.post))
  const taken = new Set<string>()
  for (let count = dice.below(5); count > 0; count -= 1) {
    const [head, cell] = pick(BESIDE)
    if (taken.has(head)) continue
    taken.add(head)
    add({ path: [head], tells: [], cell })
  }
  if (dice.chance(0.75))
    parts.unshift([
      { path: [pick(['序号', '编号', 'No.', '序 号', '号'])], tells: [], cell: (_, at) => String(at + 1) },
    ])
  // Heads of several rows: some neighbours under a common one.
  if (dice.chance(0.3) && parts.length > 5) {
    const from = 2 + dice.below(parts.length - 4)
    const to = Math.min(parts.length, from + 2 + dice.below(4))
    const word = pick(['基本情况', '个人信息', '任职情况', '其他', '基本信息'])
    const group = parts.slice(from, to).flat()
    if (group.every(({ path }) => path.length === 1))
      parts.splice(from, to - from, ...group.map((one) => [{ ...one, path: [word, ...one.path] }]))
  }
  const columns = parts.flat()
  for (const one of columns) for (const key of one.tells) told.add(key)
  const mergedHeads = dice.chance(0.75)
  const width = columns.length
  const levels = Math.max(...columns.map(({ path }) => path.length))
  const unitAt = columns.indexOf(unitColumn)
  const categoryAt = columns.indexOf(categoryColumn)

  const pageRows = dice.chance(0.25) ? 3 + dice.below(6) : 0
  const around = {
    totals: dice.chance(0.35),
    blanks: dice.chance(0.25),
    foot: dice.chance(0.5),
    numbers: dice.chance(0.1),
    sides: pageRows === 0 && unitBy !== 'block' && dice.chance(0.15) && width <= 9,
    deco: pick(['', '', '一、', '（一）', '1.', '▲', '【】', '第N部分 ']),
    count: pick(['', '', '（N人）', '：N人', '(共N人)', '（编制M名，实有N名）', '　编制M名　实有N名', '——N人']),
    wideHeading: dice.chance(0.5),
    headingAt: dice.chance(0.2) && width > 1 ? 1 : 0,
  }
  const numeral = (at: number) => '一二三四五六七八九十'[at] ?? '十一'
  const decorate = (text: string, at: number) => {
    if (around.deco === '一、') return `${numeral(at)}、${text}`
    if (around.deco === '（一）') return `（${numeral(at)}）${text}`
    if (around.deco === '1.') return `${at + 1}.${text}`
    if (around.deco === '【】') return `【${text}】`
    if (around.deco.startsWith('第')) return `第${numeral(at)}部分 ${text}`
    return around.deco + text
  }
  const counted = (text: string, here: readonly Person[]) =>
    text + around.count.replace('N', String(here.length)).replace('M', String(here.length + 1))
  const withCategory = (unit: string, here: readonly Person[]) =>
    categoryBy === 'withUnit'
      ? `${unit}${pick(['（C）', '(C)']).replace('C', pick(HEADINGS[here[0]?.category ?? ''] ?? ['']))}`
      : unit

  /** A line for each person, with headings for what stands in them. */
  const linesOf = (all: readonly Person[], startAt: number): readonly Line[] => {
    const lines: Line[] = []
    let at = startAt
    const put = (here: readonly Person[]) => {
      here.forEach((one, place) => {
        const cells = columns.map(({ cell }) => cell(one, at))
        const before = here[place - 1]
        const same = before?.unit === one.unit
        if (unitAt >= 0 && unitBy !== 'column' && same)
          cells[unitAt] = unitBy === 'ditto' ? pick(['〃', '同上', '"']) : null
        if (
          categoryAt >= 0 &&
          categoryBy === 'merged' &&
          before?.category === one.category &&
          (same || unitBy !== 'column')
        )
          cells[categoryAt] = null
        lines.push({ kind: 'person', cells })
        at += 1
      })
      if (around.totals) lines.push({ kind: 'texts', cells: [pick(['小计', '合计']), `${here.length}人`] })
      if (around.blanks) lines.push({ kind: 'texts', cells: [] })
    }
    const keys: ('unit' | 'category')[] = []
    if (unitBy === 'section') keys.push('unit')
    if (categoryBy === 'section') {
      if (unitOuter === false) keys.unshift('category')
      else keys.push('category')
    }
    const split = (here: readonly Person[], depth: number): void => {
      const key = keys[depth]
      if (key === undefined) return put(here)
      ;[...Map.groupBy(here, (one) => one[key])].forEach(([value, group], place) => {
        const text = key === 'unit' ? withCategory(value, group) : pick(HEADINGS[value] ?? [value])
        // Two kinds of headings: the outer numbered above the inner, whose numbers tell that they lie within.
        const numbered =
          keys.length < 2
            ? decorate(text, place)
            : depth === 0
              ? `${numeral(place)}、${text}`
              : `（${numeral(place)}）${text}`
        lines.push({ kind: 'wide', text: counted(numbered, group) })
        split(group, depth + 1)
      })
    }
    split(all, 0)
    return lines
  }

  const sheet = (
    name: string,
    title: string | null,
    blocks: readonly (readonly [string | null, readonly Person[]])[],
  ): RawSheet => {
    const rows: RawCell[][] = []
    const merges: RawMerge[] = []
    const put = (left: number, row: number, cells: readonly RawCell[]) => {
      while (rows.length <= row) rows.push([])
      cells.forEach((cell, place) => {
        const line = rows[row]
        if (line === undefined) return
        while (line.length <= left + place) line.push(null)
        line[left + place] = cell
      })
    }
    const span = (top: number, left: number, bottom: number, right: number) => {
      if (bottom > top || right > left) merges.push({ top, left, bottom, right })
    }
    const putHead = (left: number, row: number) => {
      columns.forEach(({ path }, place) => {
        for (let level = 0; level < levels; level += 1) {
          const own = level < path.length - 1 ? path[level] : level === path.length - 1 ? path[level] : null
          const starts =
            level === path.length - 1 ||
            columns[place - 1]?.path[level] !== path[level] ||
            columns[place - 1]?.path.length !== path.length
          put(left + place, row + level, [own !== null && starts ? (own ?? null) : null])
        }
        if (path.length === 1 && mergedHeads) span(row, left + place, row + levels - 1, left + place)
      })
      if (mergedHeads)
        for (let place = 0; place < width;) {
          const [word, ...more] = columns[place]?.path ?? []
          let last = place
          while (more.length > 0 && columns[last + 1]?.path.length === 2 && columns[last + 1]?.path[0] === word)
            last += 1
          span(row, left + place, row, left + last)
          place = last + 1
        }
      return row + levels
    }
    const putLines = (lines: readonly Line[], left: number, from: number) => {
      let row = from
      let start: number | null = null
      const close = (column: number, end: number) => {
        if (start !== null && end > start) span(start, left + column, end, left + column)
      }
      const carried = unitBy === 'merged' ? unitAt : categoryBy === 'merged' ? categoryAt : -1
      for (const line of lines) {
        if (line.kind === 'wide') {
          close(carried, row - 1)
          start = null
          put(left + (around.wideHeading ? 0 : around.headingAt), row, [line.text])
          if (around.wideHeading) span(row, left, row, left + width - 1)
        } else {
          put(left, row, line.cells)
          if (carried >= 0 && (line.kind !== 'person' || line.cells[carried] !== null)) {
            close(carried, row - 1)
            start = line.kind === 'person' ? row : null
          }
        }
        row += 1
      }
      close(carried, row - 1)
      return row
    }
    let row = 0
    const putTitle = (text: string) => {
      put(0, row, [text])
      if (dice.chance(0.6)) span(row, 0, row, width - 1)
      row += 1
    }
    if (title !== null) putTitle(title)
    if (title !== null && dice.chance(0.4)) {
      put(0, row, [
        pick(['填报单位：云溪乡人民政府', '单位（盖章）：云溪乡人民政府', '编制单位：云溪乡']),
        null,
        pick([null, '2026年10月31日', '单位：人']),
      ])
      row += 1
    }
    let at = 0
    for (const [text, here] of blocks) {
      if (text !== null) putTitle(text)
      const lines = linesOf(here, at)
      at += here.length
      if (around.sides && lines.length > 3) {
        const half = Math.ceil(lines.length / 2)
        const gap = dice.below(2)
        putHead(width + gap, row)
        const first = putHead(0, row)
        row = Math.max(putLines(lines.slice(0, half), 0, first), putLines(lines.slice(half), width + gap, first))
      } else if (pageRows > 0) {
        const pages = Array.from({ length: Math.ceil(lines.length / pageRows) }, (_, page) =>
          lines.slice(page * pageRows, (page + 1) * pageRows),
        )
        const subtotal = dice.chance(0.4)
        const titled = title !== null && dice.chance(0.5)
        pages.forEach((page, place) => {
          if (place > 0 && titled) {
            put(0, row, [title, ...Array.from({ length: Math.max(0, width - 2) }, () => null), `第${place + 1}页`])
            row += 1
          }
          row = putLines(page, 0, putHead(0, row))
          if (subtotal) {
            put(0, row, [`本页小计`, `${page.filter((line) => line.kind === 'person').length}人`])
            row += 1
          }
        })
      } else {
        const first = putHead(0, row)
        if (around.numbers)
          put(
            0,
            first,
            columns.map((_, place) => String(place + 1)),
          )
        row = putLines(lines, 0, first + Number(around.numbers))
      }
      if (blocks.length > 1) row += dice.below(2)
    }
    if (around.totals) {
      put(0, row, ['总计', `${at}人`])
      row += 1
    }
    if (around.foot) {
      put(
        0,
        row,
        pick<readonly RawCell[]>([
          ['单位负责人：宓守信', null, '填表人：谭素心'],
          ['审核：宓守信', '制表：谭素心', '2026年11月2日'],
          ['主要领导签字：', null, '经办人：谭素心'],
        ]),
      )
      put(0, row + 1, [
        pick([
          '注：本表一式两份。',
          '说明：1.姓名须与身份证一致；2.编制类型按核定文件填写。',
          '备注：数据截至2026年10月底。',
        ]),
      ])
    }
    return { name, hidden: false, rows, merges }
  }

  const word = categoryBy === 'title' ? pick(HEADINGS[people[0]?.category ?? ''] ?? ['']) : ''
  const title =
    word !== '' || dice.chance(0.7)
      ? `云溪乡${word}${pick(['花名册', '名单', '基本情况表', '一览表', '人员情况统计表', '登记表'])}`.replace(
          '人员人员',
          '人员',
        )
      : null
  const blocksOf = (here: readonly Person[]): readonly (readonly [string | null, readonly Person[]])[] => {
    if (unitBy === 'block')
      return [...Map.groupBy(here, (one) => one.unit)].map(([unit, group]) => [
        `${decorate(withCategory(unit, group), 0)}${pick(['人员名单', '花名册', '人员情况表', ''])}`,
        group,
      ])
    if (categoryBy === 'block')
      return [...Map.groupBy(here, (one) => one.category)].map(([category, group], place) => [
        `${numeral(place)}、${pick(HEADINGS[category] ?? [category])}${pick(['名单', '花名册', ''])}`,
        group,
      ])
    return [[null, here]]
  }
  const sorted = people.toSorted((a, b) => {
    const order = (one: Person, key: 'unit' | 'category') => people.findIndex((other) => other[key] === one[key])
    const [first, second] =
      unitOuter === false || (unitOuter === null && (DEPTH[categoryBy] ?? 4) < (DEPTH[unitBy] ?? 4))
        ? (['category', 'unit'] as const)
        : (['unit', 'category'] as const)
    return order(a, first) - order(b, first) || order(a, second) - order(b, second)
  })
  const sheets =
    unitBy === 'sheet'
      ? [...Map.groupBy(sorted, (one) => one.unit)].map(([unit, here]) =>
          sheet(withCategory(unit, here), title, blocksOf(here)),
        )
      : categoryBy === 'sheet'
        ? [...Map.groupBy(sorted, (one) => one.category)].map(([category, here]) =>
            sheet(pick(HEADINGS[category] ?? [category]), title, blocksOf(here)),
          )
        : [sheet(pick(['Sheet1', '花名册', '人员', '表1']), title, blocksOf(sorted))]
  const heads = columns.map(({ path }) => path.join('›').replaceAll(/\s/gu, '')).join('|')
  const marks = `${pageRows > 0 ? ` page${pageRows}` : ''}${around.sides ? ' sides' : ''}${mergedHeads ? '' : ' bare-heads'}`
  return { sheets, told, about: `${unitBy} ${categoryBy}${marks} ${heads}` }
}
