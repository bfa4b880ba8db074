import { noFacts } from '../../vocabulary/person-fields.ts'
import { checkDigitOf } from '../identity/resident-id.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { UNTOLD, type Holding, type Person, type Post } from '../model/person.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { LeadershipQuotaEntry, QuotaEntry } from '../model/quota.ts'
import { NO_RECORDS } from '../model/records.ts'
import type { Unit } from '../model/unit.ts'

/*
 * The city of the report on 湖南省郴州市: 249 townships before the reform, 184 after (13 of them 民族乡), 行政编制 4,248, 事业编制 6,224,
 * 领导职数 2,055 → 1,436, 639 站所 fewer. What it was cut from is printed for townships and 领导职数 only; for the 编制 it follows from
 * the printed rates (4,723–4,727 and 9,256–9,268), of which one number is taken. Regions, townships and everybody in them are invented; the
 * report gives no days, so those here are the sample's own. The same every time.
 */

export type Stage = 'before' | 'after'
export const STAGE_DAYS: Readonly<Record<Stage, string>> = { before: '2005-12-31', after: '2006-12-31' }
/** From when the merged townships are no more. */
export const MERGED_ON = '2006-01-01'

interface StageTotals {
  readonly townships: number
  readonly administrative: number
  readonly institution: number
  readonly leaders: number
  readonly stations: number
}
export const CITY_TOTALS: Readonly<Record<Stage, StageTotals>> = {
  before: { townships: 249, administrative: 4725, institution: 9262, leaders: 2055, stations: 1375 },
  after: { townships: 184, administrative: 4248, institution: 6224, leaders: 1436, stations: 736 },
}
/** Rates as the report prints them, by what they are of. */
export const PRINTED_RATES: Readonly<Record<string, string>> = {
  乡镇: '26.1',
  机关编制: '10.1',
  事业编制合计: '32.8',
  领导职数: '30.1',
}
const ETHNIC = 13

const REGIONS = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县', '庚县', '辛县', '壬县', '癸县', '子区']
const FIRST = '青白清石金银龙凤云高长大新东西南北太安永和平双三七九'
const SECOND = '溪坪岭塘江桥田沙坡湾泉洞山水峰口'
const OFFICES = ['党政综合办公室', '经济发展和规划建设办公室', '社会事务办公室', '人口和计划生育办公室']
const FORMER_OFFICES = ['党政办公室', '经济办公室', '社会办公室']
const STATIONS = ['农业综合服务站', '文化体育服务站', '社会保障服务站', '村镇建设服务站']
const FORMER_STATIONS = ['农技站', '林业站', '水利站', '文化站', '计生站', '广播站']
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅海波建国文斌晓东红梅志远思雨子涵'

/** Names and codes of the city’s counties. */
export const CITY_REGIONS = REGIONS.map((name, place) => ({ name, code: `9910${String(place + 21)}` }))

/** One township of the sample: 0 … 183 live on, 184 … 248 are merged into `into`. */
export interface SampleTownship {
  readonly place: number
  readonly region: number
  readonly name: string
  readonly code: string
  readonly ethnic: boolean
  readonly into: number | null
}

export const CITY_TOWNSHIPS: readonly SampleTownship[] = Array.from(
  { length: CITY_TOTALS.before.townships },
  (_, place) => {
    const ethnic = place < ETHNIC
    const stem = `${FIRST[(place * 7) % FIRST.length]}${SECOND[Math.floor((place * 7) / FIRST.length + place) % SECOND.length]}`
    const lives = place < CITY_TOTALS.after.townships
    const region = (lives ? place : place - CITY_TOTALS.after.townships) % REGIONS.length
    return {
      place,
      region,
      name: `${stem}${ethnic ? '民族乡' : place % 3 === 0 ? '镇' : '乡'}`,
      code: `${CITY_REGIONS[region]?.code ?? ''}${String(100 + place)}000`,
      ethnic,
      into: lives ? null : place - CITY_TOTALS.after.townships,
    }
  },
)

/** The `place`-th share when a total is dealt out as evenly as it goes. */
export function share(total: number, parts: number, place: number): number {
  return Math.floor(((place + 1) * total) / parts) - Math.floor((place * total) / parts)
}

/** A township's book on the stage's day. */
export function sampleSnapshot({ place, name }: SampleTownship, stage: Stage): BookSnapshot {
  const totals = CITY_TOTALS[stage]
  const dealt = (total: number) => share(total, totals.townships, place)
  const leaders = dealt(totals.leaders)
  const stations = (stage === 'after' ? STATIONS : FORMER_STATIONS).slice(0, dealt(totals.stations))
  const offices = stage === 'after' ? OFFICES : FORMER_OFFICES
  const made = new TownshipMaker(place, name, stage)
  made.unit('班子', `${name}领导班子`, 'leadership', 'administrative', leaders, leaders)
  for (const [at, office] of offices.entries())
    made.unit(
      office,
      office,
      'office',
      'administrative',
      share(dealt(totals.administrative) - leaders, offices.length, at),
    )
  for (const [at, station] of stations.entries())
    made.unit(station, station, 'institution', 'institution', share(dealt(totals.institution), stations.length, at))
  return made.snapshot(leaders)
}

class TownshipMaker {
  readonly #day: string
  readonly #stage: Stage
  readonly #place: number
  readonly #name: string
  readonly #units: Unit[] = []
  readonly #quotas: QuotaEntry[] = []
  readonly #posts: Post[] = []
  readonly #people: Person[] = []
  readonly #holdings: Holding[] = []
  #dice: number

  constructor(place: number, name: string, stage: Stage) {
    this.#place = place
    this.#name = name
    this.#stage = stage
    this.#day = stage === 'after' ? MERGED_ON : '2001-07-01'
    this.#dice = place * 7919 + (stage === 'after' ? 1 : 2)
    this.#units.push({ ...this.#unitOf('乡', name, 'township'), parentId: null })
  }

  unit(key: string, name: string, kind: Unit['kind'], category: QuotaCategory, quota: number, leaders = 0): void {
    const unit = this.#unitOf(key, name, kind)
    this.#units.push(unit)
    this.#quotas.push({
      id: `${unit.id}核定`,
      unitId: unit.id,
      category,
      role: 'allocation',
      amount: quota,
      documentNumber: this.#document(),
      validFrom: this.#day,
      validTo: null,
    })
    // Most offices are full, some have a seat free, a few have one too many.
    const turn = this.#next(40)
    const actual = leaders > 0 ? quota : quota + (turn === 0 ? 1 : turn < 10 ? -1 : 0)
    for (let seat = 0; seat < Math.max(0, actual); seat += 1) this.#seat(unit, category, seat, leaders > 0)
  }

  snapshot(leaders: number): BookSnapshot {
    const root = this.#units[0]
    const leadership: LeadershipQuotaEntry = {
      id: this.#id('职数'),
      unitId: this.#id('班子'),
      amount: leaders,
      chief: 3,
      deputy: leaders - 3,
      documentNumber: this.#document(),
      validFrom: this.#day,
      validTo: null,
    }
    const asOf = STAGE_DAYS[this.#stage]
    return {
      asOf,
      book: { name: root?.name ?? this.#name, packId: 'seed-004', packFrom: null },
      records: NO_RECORDS,
      adoptedLaws: [],
      ownFields: [],
      documents: [],
      changes: [],
      personChanges: [],
      rankStarts: [],
      localPack: null,
      holidays: [],
      units: this.#units,
      nameplates: [],
      quotas: this.#quotas,
      leadershipQuotas: [leadership],
      quotaHistory: this.#quotas,
      posts: this.#posts,
      people: this.#people,
      holdings: this.#holdings,
      offQuotaHistory: [],
      approvals: [],
      arrivals: [],
      overQuotaChoices: [],
      absences: [],
      rankQuotas: [],
      tolerances: [],
      offQuotaControls: [],
      runOffPlans: [],
      exits: [],
      notices: [],
      objections: [],
    }
  }

  #unitOf(key: string, name: string, kind: Unit['kind']): Unit {
    return {
      id: this.#id(key),
      parentId: this.#id('乡'),
      name,
      kind,
      managingBody: null,
      sortOrder: this.#units.length,
      nameplates: [],
      validFrom: this.#day,
    }
  }

  #seat(unit: Unit, category: QuotaCategory, seat: number, leads: boolean): void {
    const id = `${unit.id}-${seat}`
    const birth = `${1950 + this.#next(33)}-${two(1 + this.#next(12))}-${two(1 + this.#next(28))}`
    const sex = this.#next(3) === 0 ? '女' : '男'
    const number = `991${two(this.#place % 100)}${this.#next(10)}${birth.replaceAll('-', '')}99${this.#next(5) * 2 - (sex === '女' ? 0 : -1)}`
    const role = leads ? (seat < 3 ? 'chief' : 'deputy') : null
    const title = leads
      ? (['党委书记', '乡长', '人大主席'][seat] ?? '副乡长、党委委员')
      : category === 'institution'
        ? '专业技术岗'
        : '科员'
    this.#posts.push({ id: `${id}岗`, unitId: unit.id, title, leadership: role, state: 'inUse' })
    this.#people.push({
      ...noFacts('person'),
      ...noFacts('version'),
      id,
      name: this.#personName(),
      sex,
      birth: birth.slice(0, 7),
      idNumber: `${number}${checkDigitOf(number)}`,
      disputedIdNumber: null,
      retirementArrangement: null,
    })
    this.#holdings.push({
      ...noFacts('holding'),
      ...UNTOLD,
      id: `${id}任`,
      personId: id,
      postId: `${id}岗`,
      kind: 'substantive',
      category,
      offQuotaKind: null,
      occupiesQuota: true,
      occupiesLeadership: leads,
      overlapAllowed: false,
      counterpart: null,
      enteredOn: '2000-07',
      entryRoute: '考试录用',
      entryDocumentNumber: '示编办〔2000〕1号',
      validFrom: this.#day,
      validTo: null,
    })
  }

  #personName(): string {
    const [surname, one, two] = [this.#next(SURNAMES.length), this.#next(GIVEN.length), this.#next(GIVEN.length)]
    return `${SURNAMES[surname]}${GIVEN[one]}${this.#next(4) === 0 ? '' : GIVEN[two]}`
  }

  #id(key: string): string {
    return `${String(this.#place).padStart(3, '0')}${key}`
  }

  #document(): string {
    return this.#stage === 'after' ? '示编〔2006〕1号' : '示编〔2001〕1号'
  }

  /** 0 … most − 1, the same in every run. */
  #next(most: number): number {
    this.#dice = (Math.imul(this.#dice, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#dice / 4_294_967_296) * most)
  }
}

const two = (number: number) => String(number).padStart(2, '0')
