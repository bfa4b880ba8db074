import type { Aspect } from '../../domain/fill/counted-person.ts'
import type { NamedUnit } from '../../domain/fill/label-context.ts'
import type { AxisPlace } from '../../domain/fill/count-axis.ts'
import { countCell, type Counted } from '../../domain/fill/count-people.ts'
import type { FillCell, FillValue } from '../../domain/fill/fill-request.ts'
import type { RawCell } from '../../domain/table/raw-workbook.ts'
import type { FilledPart } from '../../contract/template-operations.ts'
import type { BookView } from '../../domain/views/book-view.ts'
import type { GatheredPart } from './gather-template.ts'
import type { PartPeople } from './part-people.ts'
import type { UnitRow } from '../../domain/fill/values/unit-rows.ts'
import { cellName, type PlacedProblem } from './part-result.ts'

/* The numbers of a part while they are counted: what goes into which cell, who stands behind it, and of whom something is not known. */

export interface NumbersAsked {
  readonly gathered: GatheredPart
  readonly view: BookView
  readonly people: PartPeople
  readonly units: readonly NamedUnit[]
  /** With the names behind each number. */
  readonly names: boolean
  readonly apart: boolean
  readonly file: string
}

export const EVERYBODY: AxisPlace = {
  conditions: [],
  except: [],
  oneOf: [],
  total: true,
  years: null,
  share: false,
  inPost: false,
}

/** A counted number as it is written; a share in per cent, with its sign where no head says so. */
export function countedValue({ value }: Counted, places: readonly AxisPlace[], heads: readonly string[]): FillValue {
  if (value === null) return null
  if (!places.some(({ share }) => share)) return { kind: 'number', value }
  return { kind: 'share', percent: value, sign: !heads.some((text) => /[%％]/u.test(text)) }
}

/** Nothing is printed there; a 0 that stands for nothing gives way too. */
export function isFree(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell === 'string') return cell.trim() === ''
  return cell.kind === 'number' && cell.value === 0 && cell.formula !== true
}

export class Tally {
  readonly cells: FillCell[] = []
  readonly counts: (FilledPart['counts'][number] & { readonly place: number | null })[] = []
  readonly problems: PlacedProblem[] = []
  private readonly asked: NumbersAsked
  private readonly unsure = new Map<Aspect, Set<string>>()

  constructor(asked: NumbersAsked) {
    this.asked = asked
  }

  count(places: readonly AxisPlace[]): Counted {
    const { people, view } = this.asked
    return countCell(people.pool, people.lists, places, view.state.snapshot.asOf)
  }

  /** Puts a counted number into a cell; who could not be judged is remembered for one sentence a condition. */
  putCount(row: number, column: number, places: readonly AxisPlace[], heads: readonly string[] = []): void {
    const counted = this.count(places)
    this.put(row, column, countedValue(counted, places, [...heads, ...this.asked.gathered.part.titles]))
    this.tell(cellName(row, column), counted)
  }

  tell(cell: string, { value, people, unsure }: Counted, place: number | null = null): void {
    if (value !== null)
      this.counts.push({
        cell,
        place,
        value,
        people: this.asked.names ? people.map(({ personId, name }) => ({ personId, name })) : [],
      })
    for (const { person, condition } of unsure) {
      const known = this.unsure.get(condition.aspect) ?? new Set()
      this.unsure.set(condition.aspect, known.add(person.name))
    }
  }

  put(row: number, column: number, value: FillValue): void {
    const { sheet } = this.asked.gathered.part
    if (value === null || !isFree(sheet.rows[row]?.[column])) return
    // What lies under a merged cell is nobody's to write.
    const under = sheet.merges.some(
      ({ top, bottom, left, right }) =>
        top <= row && row <= bottom && left <= column && column <= right && (top !== row || left !== column),
    )
    if (under) return
    this.cells.push({ row, column, value })
  }

  /** One sentence for each thing the book does not know of somebody. */
  finish(): void {
    for (const [aspect, names] of this.unsure)
      this.problems.push({
        cell: '',
        place: null,
        text: `${names.size} 人没有${ASPECT_TITLES[aspect] ?? '所问的一项'}或认不准，没有计入有关各格：${[...names].slice(0, 10).join('、')}${names.size > 10 ? ' 等' : ''}`,
      })
  }
}

/** What is not known of somebody who is not counted; null: the book always knows it. */
const ASPECT_TITLES: Readonly<Record<Aspect, string | null>> = {
  sex: '性别',
  ethnicity: '民族',
  party: '政治面貌',
  education: '学历',
  age: '出生年月',
  service: '参加工作时间',
  partyYears: '入党时间',
  title: '职称级别',
  level: '职务层次',
  grade: '岗位等级',
  category: '编制的经费形式',
  retirement: '退休时间',
  retirementMonth: '退休时间',
  entered: '入编时间',
  degree: '学位',
  rank: '职级',
  standing: null,
  duty: null,
  leader: null,
  unit: null,
  nature: null,
}

/** Who is of a unit's row. */
export function unitConditions({ unit, type }: UnitRow): AxisPlace['conditions'] {
  return [
    { aspect: 'unit', says: unit.name, holds: (person) => person.unitId === unit.id },
    ...(type === null
      ? []
      : [
          {
            aspect: 'category' as const,
            says: type,
            holds: (person: { readonly category: string | null }) => person.category === type,
          },
        ]),
  ]
}
