import { titlesOf } from '../../vocabulary/code-list.ts'
import { UNIT_LEVEL_LIST } from '../../vocabulary/establishment.ts'
import { REVIEW_LIST } from '../../vocabulary/record-lists.ts'
import { isCivilService } from '../model/quota-category.ts'
import type { Holding } from '../model/person.ts'
import type { Unit } from '../model/unit.ts'
import type { BookView } from '../views/book-view.ts'
import { postTitle } from '../model/snapshot-index.ts'
import type { BureauColumn, BureauSheet } from './bureau-form.ts'
import type { BureauPerson } from './bureau-person.ts'
import { cadrePeopleSheet, NAME, NUMBER, standardTitle } from './cadre-people.ts'

/* The ten sheets of the 干部 collecting template (V2018.11), in their order, with their columns, red heads and drop-downs. */

/** A row that is about one of several things of a person. */
interface Part<T> {
  readonly one: BureauPerson
  readonly part: T
}

/** Sheets of different rows: each is filled on its own. */
export type CadreSheet = { readonly use: <R>(work: <Row>(sheet: BureauSheet<Row>) => R) => R }

export function cadreSheets(view: BookView, people: readonly BureauPerson[]): readonly CadreSheet[] {
  return [
    boxed(unitsSheet(view)),
    boxed(cadrePeopleSheet(people, view.state.snapshot.asOf)),
    boxed(postsSheet(view, people)),
    boxed(levelsSheet(people)),
    boxed(titlesSheet(people)),
    boxed(schoolingSheet(people)),
    boxed(awardsSheet()),
    boxed(reviewsSheet(view, people)),
    boxed(familySheet(people)),
    boxed(entrySheet(people)),
  ]
}

function boxed<Row>(sheet: BureauSheet<Row>): CadreSheet {
  return { use: (work) => work(sheet) }
}

/** 姓名 and 身份证号 lead every sheet but the units'. */
function of<T>(columns: readonly BureauColumn<Part<T>>[]): readonly BureauColumn<Part<T>>[] {
  return [{ ...NAME, of: ({ one }) => NAME.of(one) }, { ...NUMBER, of: ({ one }) => NUMBER.of(one) }, ...columns]
}

function sheetOf<T>(
  name: string,
  title: string,
  rows: readonly Part<T>[],
  columns: readonly BureauColumn<Part<T>>[],
): BureauSheet<Part<T>> {
  return { name, title, rows, columns: of(columns), about: ({ one }) => one.person.name }
}

const partsOf = <T>(people: readonly BureauPerson[], parts: (one: BureauPerson) => readonly T[]): readonly Part<T>[] =>
  people.flatMap((one) => parts(one).map((part) => ({ one, part })))

function unitsSheet(view: BookView): BureauSheet<Unit> {
  const { snapshot, figures } = view.state
  const quota = (unit: Unit, fits: (category: string) => boolean): string => {
    const lines = figures.lines.filter((line) => line.unitId === unit.id && fits(line.category))
    return String(lines.reduce((sum, line) => sum + line.quota, 0))
  }
  const leaders = (unit: Unit) => snapshot.leadershipQuotas.find((one) => one.unitId === unit.id)
  const text = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value))
  const level = (unit: Unit) => {
    const code = snapshot.records.unitProfile.find((own) => own.unitId === unit.id)?.level ?? null
    return code === null ? null : (LEVEL_WORDS[code] ?? null)
  }
  return {
    name: 'B01单位',
    title: '单位基本信息',
    rows: snapshot.units,
    about: (unit) => unit.name,
    columns: [
      { title: '机构名称', required: true, of: ({ name }) => name },
      { title: '简称', required: true, of: ({ name }) => name },
      { title: '编码', required: true, of: () => null },
      { title: '所在政区', required: true, of: () => null },
      { title: '隶属关系', required: true, list: 'subordination', of: () => townshipKind(view) },
      { title: '机构级别', required: true, list: 'unitLevel', of: level },
      { title: '机构类别', required: true, of: () => null },
      { title: '法人单位标识', required: true, list: 'legalKind', of: legalWord },
      {
        title: '行政编制数',
        of: (unit) => quota(unit, (category) => ['administrative', 'politicalLegal', 'discipline'].includes(category)),
      },
      { title: '事业编制数（参照）', of: (unit) => quota(unit, (category) => category === 'institutionCivilService') },
      {
        title: '事业编制数（非参照）',
        of: (unit) =>
          quota(unit, (category) => category !== 'institutionCivilService' && category.startsWith('institution')),
      },
      { title: '工勤编制数', of: (unit) => quota(unit, (category) => category === 'worker') },
      { title: '其他编制数', of: (unit) => quota(unit, (category) => category === 'other') },
      { title: '参公审批时间', date: 'digits', of: () => null },
      { title: '参公审批文号', of: () => null },
      { title: '内设机构领导职数', of: (unit) => (unit.kind === 'office' ? text(leaders(unit)?.amount) : null) },
      { title: '正职领导职数', of: (unit) => text(leaders(unit)?.chief) },
      { title: '副职领导职数', of: (unit) => text(leaders(unit)?.deputy) },
      { title: '备注', of: () => null },
      { title: '排序号', of: ({ sortOrder }) => String(sortOrder) },
    ],
  }
}

const LEVEL_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(titlesOf(UNIT_LEVEL_LIST)).map(([code, title]) => [
    code,
    { 县处级: '县、处级', 副县处级: '副县、副处级', 乡科级: '乡、科级', 副乡科级: '副乡、副科级' }[title] ?? title,
  ]),
)

/** The township and its 事业单位 are legal persons; the leaders and what is set apart are groups; offices stand inside. */
function legalWord({ kind }: Unit): string {
  if (kind === 'township' || kind === 'institution') return '法人单位'
  return kind === 'leadership' || kind === 'special' ? '机构分组' : '内设机构'
}

function townshipKind(view: BookView): string | null {
  const name = view.state.snapshot.book.name
  return name.endsWith('镇') ? '镇' : name.endsWith('乡') ? '乡' : name.endsWith('街道') ? '街道' : null
}

function postsSheet(view: BookView, people: readonly BureauPerson[]): BureauSheet<Part<Holding>> {
  const rows = partsOf(people, ({ holdings }) => holdings.filter(({ postId }) => postId !== null))
  const leads = ({ part }: Part<Holding>) => (part.occupiesLeadership ? '是' : '否')
  return sheetOf('A02职务', '任职信息', rows, [
    { title: '任职机构名称', of: ({ part }) => view.index.unitOf(part)?.name ?? null },
    { title: '是否领导成员', required: true, list: 'yesNo', of: leads },
    { title: '成员类别', list: 'member', of: ({ part }) => (part.occupiesLeadership ? memberWord(view, part) : null) },
    { title: '职务名称', required: true, of: ({ part }) => postTitle(view.index, part) },
    { title: '是否领导职务', required: true, list: 'yesNo', of: leads },
    { title: '职务排序', of: () => null },
    { title: '集体内排序', of: () => null },
    { title: '任职时间', required: true, date: 'digits', of: ({ part }) => part.postSince ?? part.validFrom },
    { title: '任职文号', of: ({ part }) => part.entryDocumentNumber },
    { title: '选拔任用方式', list: 'selection', of: () => null },
    { title: '是否破格', required: true, list: 'yesNo', of: () => '否' },
    { title: '任职状态', required: true, list: 'postState', of: () => '在任' },
    // Red on the form, and only filled for posts that have ended: none of these has.
    { title: '免职时间', date: 'digits', of: () => null },
    { title: '免职文号', of: () => null },
    { title: '变动原因', of: () => null },
    { title: '输出标识', required: true, list: 'output', of: () => '输出' },
    {
      title: '主职务',
      required: true,
      list: 'yesNo',
      of: ({ one, part }) => (part.id === one.holding.id ? '是' : '否'),
    },
  ])
}

function memberWord(view: BookView, { postId }: Holding): string {
  const role = postId === null ? null : (view.index.post(postId)?.leadership ?? null)
  return role === 'chief' ? '正职' : role === 'deputy' ? '副职' : '其他'
}

interface Level {
  readonly kind: string
  readonly word: string
  readonly since: string | null
}

function levelsSheet(people: readonly BureauPerson[]): BureauSheet<Part<Level>> {
  const rows = partsOf(people, ({ value }): readonly Level[] => {
    const [level, rank] = [value('positionLevel'), value('rank')]
    return [
      ...(level === null ? [] : [{ kind: '职务层次', word: level, since: null }]),
      ...(rank === null ? [] : [{ kind: '享受的职级', word: rank, since: value('rankSince') }]),
    ]
  })
  const level: BureauColumn<Part<Level>> = {
    title: '职务层次（职级）',
    required: true,
    list: 'positionLevel',
    of: ({ part }) => part.word,
  }
  return sheetOf('A05职务职级', '职务与职级', rows, [
    { title: '类别', required: true, list: 'levelOrRank', of: ({ part }) => part.kind },
    level,
    { title: '批准日期', date: 'digits', of: ({ part }) => part.since },
    { title: '批准文号', of: () => null },
    { title: '终止日期', date: 'digits', of: () => null },
    { title: '状态', required: true, list: 'postState', of: () => '在任' },
  ])
}

function titlesSheet(people: readonly BureauPerson[]): BureauSheet<Part<string>> {
  const rows = partsOf(people, ({ value }) => {
    const title = value('professionalTitle')
    return title === null ? [] : [title]
  })
  return sheetOf('A06专业技术', '专业技术任职资格', rows, [
    { title: '专业技术资格代码', required: true, of: ({ part }) => standardTitle(part) },
    { title: '专业技术资格名称', of: ({ part }) => part },
    { title: '获得资格日期', date: 'digits', of: () => null },
    { title: '取得资格途径', list: 'titleWay', of: () => null },
    { title: '评委会或考试名称', of: () => null },
    { title: '输出标识', required: true, list: 'output', of: () => '输出' },
  ])
}

interface Schooling {
  readonly kind: '全日制' | '在职' | null
  readonly education: string | null
  readonly degree: string | null
  readonly school: string | null
  readonly major: string | null
}

function schoolingSheet(people: readonly BureauPerson[]): BureauSheet<Part<Schooling>> {
  const rows = partsOf(people, ({ value }): readonly Schooling[] => {
    const own = (kind: '全日制' | '在职', start: 'fullTime' | 'inService'): readonly Schooling[] => {
      const education = value(`${start}Education`)
      const school = value(`${start}School`)
      return education === null && school === null
        ? []
        : [{ kind, education, degree: value(`${start}Degree`), school, major: null }]
    }
    const both = [...own('全日制', 'fullTime'), ...own('在职', 'inService')]
    if (both.length > 0) return both
    const education = value('education')
    return education === null
      ? []
      : [{ kind: null, education, degree: value('degree'), school: value('school'), major: value('major') }]
  })
  return sheetOf('A08学历学位', '学历学位', rows, [
    { title: '学历名称', required: true, of: ({ part }) => part.education },
    { title: '学历代码', required: true, list: 'education', field: 'education', of: ({ part }) => part.education },
    { title: '学位名称', of: ({ part }) => part.degree },
    { title: '学位代码', list: 'degree', field: 'degree', of: ({ part }) => part.degree },
    { title: '入学时间', date: 'digits', of: () => null },
    { title: '毕（肄）业时间', date: 'digits', of: () => null },
    { title: '学位授予时间', date: 'digits', of: () => null },
    { title: '学校（单位）名称', required: true, of: ({ part }) => part.school },
    { title: '所学专业名称', of: ({ part }) => part.major },
    { title: '所学专业类别', of: () => null },
    { title: '教育类别', required: true, list: 'educationKind', of: ({ part }) => part.kind },
    { title: '学制年限', of: () => null },
    { title: '输出标识', required: true, list: 'output', of: () => '输出' },
  ])
}

/** The book keeps 奖惩 as the text the form prints: it goes into A01, and no row of codes is made up from it. */
function awardsSheet(): BureauSheet<Part<string>> {
  return sheetOf<string>(
    'A14奖惩',
    '奖惩信息',
    [],
    [
      { title: '奖惩名称', required: true, of: ({ part }) => part },
      { title: '奖惩名称代码', list: 'award', of: () => null },
      { title: '批准日期', required: true, date: 'digits', of: () => null },
      { title: '批准机关', of: () => null },
      { title: '批准机关级别', list: 'unitLevel', of: () => null },
      { title: '受奖惩时职务层次', list: 'positionLevel', of: () => null },
      { title: '撤销日期', date: 'digits', of: () => null },
      { title: '批准机关性质', list: 'approver', of: () => null },
    ],
  )
}

interface Review {
  readonly year: number
  readonly result: string
}

function reviewsSheet(view: BookView, people: readonly BureauPerson[]): BureauSheet<Part<Review>> {
  const reviews = Map.groupBy(view.state.snapshot.records.annualReview, (own) => own.personId)
  const rows = partsOf(people, ({ person, category }): readonly Review[] =>
    (reviews.get(person.id) ?? []).map(({ year, result }) => ({
      year,
      result: reviewWord(result, category === null || isCivilService(category)),
    })),
  )
  return sheetOf('A15考核', '年度考核', rows, [
    { title: '考核结论', required: true, list: 'review', of: ({ part }) => part.result },
    { title: '考核年度', required: true, of: ({ part }) => String(part.year) },
  ])
}

/** 称职（合格） is 称职 of a civil servant and 合格 of everybody else. */
function reviewWord(result: keyof typeof REVIEW_LIST, civil: boolean): string {
  const { title } = REVIEW_LIST[result]
  const both = /^(.+?)（(.+?)）$/u.exec(title)
  return both === null ? title : ((civil ? both[1] : both[2]) ?? title)
}

type Member = BureauPerson['paper']['family'][number]

function familySheet(people: readonly BureauPerson[]): BureauSheet<Part<Member & { readonly place: number }>> {
  const rows = partsOf(people, ({ paper }) => paper.family.map((member, index) => ({ ...member, place: index + 1 })))
  return sheetOf('A36家庭', '家庭成员', rows, [
    { title: '家庭成员姓名', required: true, of: ({ part }) => part.name },
    { title: '称谓', required: true, list: 'kinship', of: ({ part }) => part.relation },
    { title: '出生日期', required: true, date: 'digits', of: ({ part }) => part.birth },
    {
      title: '政治面貌',
      required: true,
      list: 'politics',
      field: 'politicalStatus',
      of: ({ part }) => part.politicalStatus,
    },
    { title: '工作单位及职务', required: true, of: ({ part }) => part.work },
    { title: '排序', of: ({ part }) => String(part.place) },
  ])
}

function entrySheet(people: readonly BureauPerson[]): BureauSheet<Part<null>> {
  const rows = partsOf(people, () => [null])
  const examined = ({ one }: Part<null>) => {
    const route = one.value('entryRoute')
    return route === null ? null : /录用|考录|招录/u.test(route) ? '是' : '否'
  }
  return sheetOf('A99Z1补充', '补充信息', rows, [
    { title: '是否考录', list: 'yesNo', of: examined },
    { title: '录用时间', date: 'digits', of: (row) => (examined(row) === '是' ? row.one.holding.enteredOn : null) },
    { title: '是否选调生', list: 'yesNo', of: () => null },
    { title: '进入选调生时间', date: 'digits', of: () => null },
  ])
}
