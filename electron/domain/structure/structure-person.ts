import { readResidentId } from '../identity/resident-id.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { RosterList } from '../../vocabulary/standing.ts'
import type { RosterEntry } from '../model/finding.ts'
import type { Person } from '../model/person.ts'
import { firstDayOf, type MonthOrDate, type PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import type { PersonFile } from '../model/records.ts'
import {
  highestDegree,
  highestEducation,
  partyOf,
  titleLevel,
  type DegreeLevel,
  type EducationLevel,
  type Party,
  type TitleLevel,
} from './words.ts'

/** Somebody on the roster as tables count them: null where the book does not know. */
export interface StructurePerson {
  readonly personId: string
  readonly name: string
  readonly list: RosterList
  readonly unitId: string | null
  readonly unit: string
  /** Full years on the day of the table. */
  readonly age: number | null
  readonly sex: '男' | '女' | null
  readonly education: EducationLevel | null
  readonly fullTime: EducationLevel | null
  readonly inService: EducationLevel | null
  readonly degree: DegreeLevel | null
  readonly party: Party | null
  /** 汉族, with its last word. */
  readonly ethnicity: string | null
  /** 职务层次 ZB09. */
  readonly level: string | null
  /** 职级. */
  readonly rank: string | null
  /** Of the holding that places them on the roster; null for who has no 编制. */
  readonly category: QuotaCategory | null
  readonly title: TitleLevel | null
  /** 岗位等级. */
  readonly grade: string | null
}

/** Everybody on the roster of a day, each once, in its order. */
export function structurePeople(snapshot: BookSnapshot, roster: readonly RosterEntry[]): readonly StructurePerson[] {
  const people = new Map(snapshot.people.map((person) => [person.id, person]))
  const holdings = new Map(snapshot.holdings.map((holding) => [holding.id, holding]))
  const posts = new Map(snapshot.posts.map((post) => [post.id, post.unitId]))
  const units = new Map(snapshot.units.map((unit) => [unit.id, unit.name]))
  const files = new Map(snapshot.records.personFile.map((record) => [record.personId, record]))
  const words = wordReader()
  const grades = new Map(snapshot.records.personGrade.map((record) => [record.personId, record]))
  return roster.flatMap((entry): readonly StructurePerson[] => {
    const person = people.get(entry.personId)
    if (person === undefined) return []
    const holding = holdings.get(entry.holdingId)
    const unitId = holding === undefined || holding.postId === null ? null : (posts.get(holding.postId) ?? null)
    const file: Partial<PersonFile> = files.get(person.id) ?? {}
    const grade = grades.get(person.id)
    const number = numberNeeded(person) ? readResidentId(person.idNumber ?? '') : null
    return [
      {
        personId: person.id,
        name: person.name,
        list: entry.list,
        unitId,
        unit: unitId === null ? '' : (units.get(unitId) ?? ''),
        age: ageOn(birthOf(person.birth, number?.birth ?? null), snapshot.asOf),
        sex: person.sex ?? number?.sex ?? null,
        education: words.education([person.education, file.fullTimeEducation, file.inServiceEducation]),
        fullTime: words.education([file.fullTimeEducation]),
        inService: words.education([file.inServiceEducation]),
        degree: words.degree([file.degree, file.fullTimeDegree, file.inServiceDegree]),
        party: words.party(person.politicalStatus) ?? partyOfFile(file),
        ethnicity: words.ethnicity(person.ethnicity),
        level: grade?.positionLevel ?? null,
        rank: person.rank,
        category: holding !== undefined && holding.occupiesQuota ? holding.category : null,
        title: words.title(person.professionalTitle),
        grade: grade?.postGrade ?? null,
      },
    ]
  })
}

/** The same few words come again and again: each is read once. */
function wordReader() {
  const educations = new Map<string, EducationLevel | null>()
  const degrees = new Map<string, DegreeLevel | null>()
  const titles = new Map<string, TitleLevel | null>()
  const parties = new Map<string, Party | null>()
  const peoples = new Map<string, string | null>()
  const once = <Level>(known: Map<string, Level>, key: string, read: () => Level): Level => {
    const found = known.get(key)
    if (found !== undefined) return found
    const level = read()
    known.set(key, level)
    return level
  }
  return {
    education: (texts: readonly (string | null | undefined)[]) =>
      once(educations, texts.join('；'), () => highestEducation(texts)),
    degree: (texts: readonly (string | null | undefined)[]) =>
      once(degrees, texts.join('；'), () => highestDegree(texts)),
    party: (text: string | null) => once(parties, text ?? '', () => partyOf(text)),
    ethnicity: (text: string | null) => once(peoples, text ?? '', () => ethnicityName(text)),
    title: (text: string | null) => once(titles, text ?? '', () => titleLevel(text)),
  }
}

/** Reading ten thousand numbers takes a while, and most people's day and sex are on record. */
function numberNeeded({ idNumber, birth, sex }: Person): boolean {
  return idNumber !== null && (sex === null || birth === null || birth.length < 10)
}

/** Birth of record goes before the ID number; where it knows the month alone and the number agrees, the number's day. */
function birthOf(recorded: MonthOrDate | null, numbered: PlainDate | null): MonthOrDate | null {
  if (recorded === null) return numbered
  return numbered !== null && numbered.startsWith(recorded) ? numbered : recorded
}

/** 周岁: full years on the day; of a month alone, from its first. */
export function ageOn(birth: MonthOrDate | null, day: PlainDate): number | null {
  if (birth === null) return null
  const born = firstDayOf(birth)
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  const age = day.slice(5) < born.slice(5) ? years - 1 : years
  return age < 0 ? null : age
}

/** What 入党时间 and 民主党派 of the file say, where no 政治面貌 is on record. */
function partyOfFile(file: Partial<PersonFile>): Party | null {
  if ((file.partyJoined ?? null) !== null) return 'cpc'
  return (file.otherParty ?? null) === null ? null : 'democratic'
}

function ethnicityName(text: string | null): string | null {
  const name = (text ?? '').trim()
  if (name === '') return null
  return name.endsWith('族') || name.length > 4 ? name : `${name}族`
}
