import { COMPETITION_METHOD_LIST } from '../../../vocabulary/reform.ts'
import { postTitle } from '../../model/snapshot-index.ts'
import { addDays } from '../../model/plain-date.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, formUnits } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '机构', width: 130 },
  { title: '岗位', width: 96 },
  { title: '姓名', width: 56 },
  { title: '编制类型', width: 70 },
  { title: '职级（岗位等级）', width: 84 },
  { title: '原机构和岗位', width: 150 },
  { title: '定岗方式', width: 62 },
  { title: '备注', width: 70 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 人员定岗名单: who sits where after the reform, where they came from, and how they got there. */
export const reformPositionsForm: Form = {
  id: 'reform-positions',
  title: '人员定岗名单',
  about: '改革后每个机构、岗位上是谁，原来在哪里，竞聘、双向选择还是任命；开始日期写改革前一天',
  due: '定岗结束时；随编制实名制名单张榜',
  span: 'year',
  subject: 'unit',
  idNumbers: false,
  measure: '名',
  page: PAGE,
  content: (facts) => tableContent(PAGE, HEADINGS, lines(facts), notes(facts)),
}

interface Seated {
  readonly personId: string
  readonly name: string
  readonly unitId: string
  readonly unit: string
  readonly post: string
  readonly category: string
  readonly rank: string
  readonly leader: boolean
}

/** Counted people, unit by unit. */
function seatedPeople(facts: FormFacts): readonly Seated[] {
  const people = facts.index.present.flatMap(({ person, counted, grade }): Seated[] => {
    const unit = counted === undefined ? undefined : facts.index.unitOf(counted)
    if (counted === undefined || unit === undefined) return []
    return [
      {
        personId: person.id,
        name: person.name,
        unitId: unit.id,
        unit: unit.name,
        post: postTitle(facts.index, counted),
        category: categoryText(counted.category),
        rank: person.rank ?? grade?.postGrade ?? '',
        leader: counted.occupiesLeadership,
      },
    ]
  })
  const own = Map.groupBy(people, ({ unitId }) => unitId)
  return formUnits(facts).flatMap(({ id }) => own.get(id) ?? [])
}

function methodOf(facts: FormFacts, seated: Seated): string {
  const won = new Set(
    facts.snapshot.records.candidacy
      .filter(({ personId, result }) => personId === seated.personId && result === 'chosen')
      .map(({ code }) => code.trim()),
  )
  const method = facts.snapshot.records.competition.find(
    ({ code, unitId, post }) => won.has(code.trim()) && unitId === seated.unitId && post === seated.post,
  )?.method
  if (method !== undefined) return COMPETITION_METHOD_LIST[method].title
  return seated.leader ? COMPETITION_METHOD_LIST.appointed.title : ''
}

/** Where somebody sat the day before the period; '' where it is the same seat. */
function formerSeat(facts: FormFacts, seated: Seated): string {
  const day = addDays(facts.from, -1)
  const held = facts.ledger.countedHolding(seated.personId, day)
  const post = held === undefined || held.post_id === null ? undefined : facts.ledger.postAt(held.post_id, day)
  if (post === undefined) return ''
  const unit = facts.ledger.unitAt(post.unit_id, day)?.name ?? ''
  return unit === seated.unit && post.title === seated.post ? '' : `${unit}${post.title}`
}

function lines(facts: FormFacts): readonly FormLine[] {
  return seatedPeople(facts).map((seated, place) =>
    row(
      place + 1,
      seated.unit,
      seated.post,
      seated.name,
      seated.category,
      seated.rank,
      formerSeat(facts, seated),
      methodOf(facts, seated),
      '',
    ),
  )
}

function notes(facts: FormFacts): readonly string[] {
  const people = seatedPeople(facts)
  const moved = people.filter((seated) => formerSeat(facts, seated) !== '').length
  const methods = Object.entries(Object.groupBy(people, (seated) => methodOf(facts, seated)))
    .filter(([method]) => method !== '')
    .map(([method, own]) => `${method} ${own?.length ?? 0} 人`)
  return [
    `定岗 ${people.length} 人，其中岗位有变动 ${moved} 人${methods.length === 0 ? '' : `；${methods.join('，')}`}。`,
    '原机构和岗位空着的，改革前后是同一个岗位，或开始日期以前不在册。',
  ]
}
