import { describe, expect, it } from 'vitest'
import { deriveBookState } from '../../../electron/domain/state/book-state.ts'
import { meets, type Condition } from '../../../electron/domain/structure/conditions.ts'
import { ageOn, structurePeople } from '../../../electron/domain/structure/structure-person.ts'
import { structureTable } from '../../../electron/domain/structure/structure-table.ts'
import { educationLevel, partyOf, titleLevel } from '../../../electron/domain/structure/words.ts'
import { STRUCTURE_DIMENSION_NAMES } from '../../../electron/vocabulary/structure.ts'
import { dice } from '../../kit/dice.ts'
import { AS_OF, buildSnapshot, recordOf, seat, type PersonSpec } from '../../kit/snapshot.ts'

/*
 * The recount: from the list the book was made of, each word beside the title of the column it belongs in, by hand. Nothing of the product
 * takes part in it.
 */

const EDUCATION = [
  ['大学本科', '大学本科'],
  ['省委党校大学', '大学本科'],
  ['硕士研究生', '研究生'],
  ['研究生', '研究生'],
  ['大专', '大学专科'],
  ['大学专科', '大学专科'],
  ['中等专科', '中专'],
  ['职业高中', '中专'],
  ['初中', '高中及以下'],
  [null, '未登记'],
] as const
const PARTY = [
  ['中共党员', '中共党员'],
  ['中共预备党员', '中共预备党员'],
  ['群众', '群众'],
  ['共青团员', '共青团员'],
  ['九三学社社员', '民主党派'],
  ['民建会员', '民主党派'],
  ['无党派人士', '无党派人士'],
  [null, '未登记'],
] as const
const ETHNIC = [
  ['汉族', '汉族'],
  ['畲族', '少数民族'],
  ['维吾尔族', '少数民族'],
  [null, '未登记'],
] as const
const TITLE = [
  ['高级农艺师', '副高级'],
  ['农艺师', '中级'],
  ['助理工程师', '初级'],
  ['正高级工程师', '正高级'],
  ['高级工', '技术工'],
  ['馆员', '中级'],
  ['会计员', '初级'],
  [null, '无或未登记'],
] as const
const CATEGORY = [
  ['administrative', '行政编制'],
  ['institution', '事业编制'],
  ['worker', '机关工勤编制'],
] as const
const LEVEL = [
  ['0141', '乡科级正职'],
  ['0142', '乡科级副职'],
  ['0150', '科员'],
  [null, '未登记'],
] as const

interface Drawn {
  readonly spec: PersonSpec
  readonly bucket: Readonly<Record<string, string>>
  readonly level: string | null
}

function draw(seed: number): readonly Drawn[] {
  const roll = dice(seed)
  const pick = <T>(from: readonly T[]): T => from[roll.below(from.length)] as T
  return Array.from({ length: 1 + roll.below(60) }, (_, place) => {
    const education = pick(EDUCATION)
    const party = pick(PARTY)
    const ethnic = pick(ETHNIC)
    const title = pick(TITLE)
    const category = pick(CATEGORY)
    const level = pick(LEVEL)
    const sex = pick(['男', '女'] as const)
    const unit = `机构${roll.below(4)}`
    // Turned the age this month, this very day, tomorrow; and anywhere.
    const day = pick(['11-22', '11-23', '11-21', '01-01', '12-31', '06-15'])
    const years = 20 + roll.below(45)
    const turned = day <= '11-22'
    const birthYear = 2026 - years - (turned ? 0 : 1)
    const band =
      years <= 35
        ? '35 岁及以下'
        : years <= 40
          ? '36—40 岁'
          : years <= 45
            ? '41—45 岁'
            : years <= 50
              ? '46—50 岁'
              : years <= 54
                ? '51—54 岁'
                : years <= 59
                  ? '55—59 岁'
                  : '60 岁及以上'
    return {
      spec: {
        name: `人${place}`,
        sex,
        birth: `${birthYear}-${day}`,
        education: education[0],
        politicalStatus: party[0],
        ethnicity: ethnic[0],
        professionalTitle: title[0],
        holdings: [seat(unit, category[0], { title: `岗${place}` })],
      },
      level: level[0],
      bucket: {
        age: band,
        sex,
        education: education[1],
        party: party[1],
        ethnic: ethnic[1],
        title: title[1],
        category: category[1],
        level: level[1],
        unit,
      },
    }
  })
}

function bookOf(drawn: readonly Drawn[]) {
  const snapshot = buildSnapshot({
    units: [0, 1, 2, 3].map((place) => ({
      name: `机构${place}`,
      kind: 'office' as const,
      quotas: { administrative: 99, institution: 99, worker: 99 },
    })),
    people: drawn.map(({ spec }) => spec),
    records: {
      personGrade: drawn.flatMap(({ spec, level }) =>
        level === null
          ? []
          : [
              recordOf(
                'personGrade',
                { personClass: null, positionLevel: level, postGrade: null, rankSince: null },
                { personId: spec.name },
              ),
            ],
      ),
    },
  })
  const state = deriveBookState(snapshot)
  return structurePeople(snapshot, state.roster)
}

const ASKED = ['age', 'sex', 'education', 'party', 'ethnic', 'title', 'category', 'level', 'unit'] as const

describe('a structure table', () => {
  it('equals the recount on 200 random books, every pair of dimensions in turn, with its people', () => {
    let checked = 0
    for (let seed = 0; seed < 200; seed += 1) {
      const drawn = draw(seed)
      const people = bookOf(drawn)
      const rows = ASKED[seed % ASKED.length] ?? 'age'
      const columns = ASKED[(seed * 5 + 1 + Math.floor(seed / 9)) % ASKED.length] ?? 'sex'
      const question = { rows, columns, list: null, unitIds: null, bands: null }
      const table = structureTable(people, question)
      const ours = table.rows.flatMap((row, r) =>
        table.columns.flatMap((column, c) =>
          (table.cells[r]?.[c] ?? []).map((person) => `${row.title}|${column.title}|${person.name}`),
        ),
      )
      const theirs = drawn.map(({ spec, bucket }) => `${bucket[rows]}|${bucket[columns]}|${spec.name}`)
      expect(ours.toSorted(), `book ${seed}: ${rows} × ${columns}`).toEqual(theirs.toSorted())
      checked += theirs.length
    }
    expect(checked).toBeGreaterThan(4_000)
  })

  it('would notice one person in another cell (control)', () => {
    const drawn = draw(3)
    const [first, ...rest] = drawn
    if (first === undefined) return
    const other = {
      ...first,
      spec: { ...first.spec, sex: first.spec.sex === '男' ? ('女' as const) : ('男' as const) },
    }
    const count = (people: readonly Drawn[]) =>
      structureTable(bookOf(people), { rows: 'sex', columns: null, list: null, unitIds: null, bands: null }).cells.map(
        ([cell]) => cell?.length,
      )
    expect(count([other, ...rest])).not.toEqual(count(drawn))
  })

  it('leaves nobody out and counts nobody twice, whatever it is divided by', () => {
    const people = bookOf(draw(11))
    for (const rows of STRUCTURE_DIMENSION_NAMES)
      for (const columns of STRUCTURE_DIMENSION_NAMES) {
        const { cells } = structureTable(people, { rows, columns, list: null, unitIds: null, bands: null })
        expect(
          cells
            .flat(2)
            .map(({ personId }) => personId)
            .toSorted(),
        ).toEqual(people.map(({ personId }) => personId).toSorted())
      }
  })

  it('stands beside another day in the same rows', () => {
    const [few, many] = [bookOf(draw(5).slice(0, 2)), bookOf(draw(6))]
    const question = { rows: 'unit' as const, columns: 'category' as const, list: null, unitIds: null, bands: null }
    const before = structureTable(few, question)
    const after = structureTable(many, question, before)
    expect(after.rows.slice(0, before.rows.length).map(({ key }) => key)).toEqual(before.rows.map(({ key }) => key))
    expect(after.cells.flat(2)).toHaveLength(many.length)
  })
})

describe('周岁', () => {
  it.each([
    ['1986-11-22', 40],
    ['1986-11-23', 39],
    ['1986-11', 40],
    ['1986-12', 39],
    ['2026-11-22', 0],
  ])('of %s is %i', (birth, age) => expect(ageOn(birth, AS_OF)).toBe(age))
  it('of nobody knows when is unknown', () => expect(ageOn(null, AS_OF)).toBeNull())
})

describe('words', () => {
  it.each([
    ['大学普通班', 'bachelor'],
    ['中央党校研究生', 'postgraduate'],
    ['大专（函授）', 'college'],
    ['高等职业教育', 'college'],
    ['技工学校', 'secondary'],
    ['普通高中', 'highSchool'],
    ['自学', null],
    ['专科起点本科', 'bachelor'],
    ['专升本', 'bachelor'],
    ['大本', 'bachelor'],
    ['中等师范', 'secondary'],
    ['大学专科', 'college'],
  ])('%s', (text, level) => expect(educationLevel(text)).toBe(level))
  it.each([
    ['教授级高级工程师', 'senior'],
    ['主任医师', 'senior'],
    ['副主任医师', 'deputySenior'],
    ['副研究员', 'deputySenior'],
    ['高级教师', 'deputySenior'],
    ['助理研究员', 'middle'],
    ['主治医师', 'middle'],
    ['讲师', 'middle'],
    ['助理讲师', 'junior'],
    ['研究实习员', 'junior'],
    ['技师', 'worker'],
    ['高级工程师', 'deputySenior'],
    ['研究馆员', 'senior'],
    ['副研究馆员', 'deputySenior'],
    ['高级记者', 'senior'],
    ['主任编辑', 'deputySenior'],
    ['二级律师', 'deputySenior'],
    ['一级演员', 'senior'],
    ['小学高级教师', 'middle'],
    ['小学一级教师', 'junior'],
    ['中学一级教师', 'middle'],
    ['社会工作师', 'middle'],
    ['助理社会工作师', 'junior'],
    ['医士', 'junior'],
    ['主管技师', 'middle'],
    ['副主任技师', 'deputySenior'],
    ['高级技师', 'worker'],
    ['一级建造师', null],
  ])('%s', (text, level) => expect(titleLevel(text)).toBe(level))
  it.each([
    ['中国共产党党员', 'cpc'],
    ['中共党员（预备）', 'cpcProbation'],
    ['农工党党员', 'democratic'],
    ['致公党党员', 'democratic'],
  ])('%s', (text, party) => expect(partyOf(text)).toBe(party))
})

describe('the language of a counting table', () => {
  const person = {
    personId: 'p',
    name: '甲',
    list: 'in-quota' as const,
    unitId: 'u',
    unit: '财政所',
    age: 35,
    sex: '女' as const,
    education: 'bachelor' as const,
    fullTime: 'college' as const,
    inService: 'bachelor' as const,
    degree: null,
    party: 'cpcProbation' as const,
    ethnicity: '畲族',
    level: '0142',
    rank: null,
    category: 'institutionFull' as const,
    title: 'middle' as const,
    grade: null,
  }
  it('joins, chooses and denies', () => {
    const woman: Condition = { kind: 'sex', is: '女' }
    const young: Condition = { kind: 'age', to: 30 }
    expect(meets(person, { kind: 'all', of: [woman, young] })).toBe(false)
    expect(meets(person, { kind: 'any', of: [woman, young] })).toBe(true)
    expect(meets(person, { kind: 'not', of: young })).toBe(true)
    // Unknown meets neither a condition nor its like.
    expect(meets({ ...person, age: null }, young)).toBe(false)
    expect(meets({ ...person, age: null }, { kind: 'unknown', of: 'age' })).toBe(true)
  })
})
