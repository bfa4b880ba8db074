import { checkDigitOf } from '../../../electron/domain/identity/resident-id.ts'
import { dice, type Dice } from '../../kit/dice.ts'

/* Invented people for the cases: names thrown together, ID numbers of a sequence that is not given out. */

export interface Person {
  readonly name: string
  readonly sex: '男' | '女'
  /** `YYYY-MM-DD`, as in the ID number. */
  readonly birth: string
  readonly id: string
  readonly nation: string
  readonly politics: string
  /** In the words of the book. */
  readonly education: string
  /** `YYYY-MM`. */
  readonly work: string
  readonly entered: string
  /** `YYYY-MM` for 中共党员, else null. */
  readonly party: string | null
  readonly phone: string
  readonly unit: string
  readonly category: string
  readonly post: string
}

/** A unit, its category, how many people, and their posts in order (the last one repeats). */
export type Staffing = readonly [unit: string, category: string, count: number, posts?: readonly string[]]

const SURNAMES = Array.from(
  '宓栾厉祖武符景詹束龙叶幸司黎薄印宿怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温',
)
const MALE = [
  '承安',
  '启明',
  '学礼',
  '远航',
  '立诚',
  '守信',
  '明哲',
  '振国',
  '广平',
  '兴邦',
  '怀远',
  '书恒',
  '致和',
  '维新',
  '开泰',
]
const FEMALE = [
  '若兰',
  '静姝',
  '晓棠',
  '雨桐',
  '素心',
  '佩瑶',
  '云舒',
  '秋月',
  '慧敏',
  '映雪',
  '芷若',
  '采薇',
  '丽华',
  '春燕',
  '婉清',
]
const REGIONS = ['362201', '360121', '431024', '522226', '362401']
const NATIONS = ['汉族', '汉族', '汉族', '畲族', '汉族', '苗族', '汉族', '回族']
const POLITICS = ['中共党员', '中共党员', '群众', '共青团员', '中共党员', '中共预备党员']
const EDUCATIONS = ['大学本科', '大学专科', '硕士研究生', '大学本科', '中等专科']
const OFFICE_POSTS = ['主任', '副主任', '科员', '干事']
const INSTITUTION_POSTS = ['站长', '管理岗九级', '专业技术岗十二级', '管理岗八级']

const two = (number: number) => String(number).padStart(2, '0')

/** An ID number of nobody. `sequence` 0 … 9: the last digit of 99x, odd for 男. */
export function inventedId(region: string, birth: string, sex: '男' | '女', sequence: number): string {
  const last = sex === '男' ? (sequence * 2 + 1) % 10 : (sequence * 2) % 10
  const first17 = `${region}${birth.replaceAll('-', '')}99${last}`
  return first17 + checkDigitOf(first17)
}

/** Everybody of a township, the same for the same seed; no two of one name. */
export function roster(seed: number, staffing: readonly Staffing[]): readonly Person[] {
  const chance = dice(seed)
  const taken = new Set<string>()
  return staffing.flatMap(([unit, category, count, posts]) =>
    Array.from({ length: count }, (_, at) => {
      const all = posts ?? (category === '行政编制' ? OFFICE_POSTS : INSTITUTION_POSTS)
      return person(chance, taken, { unit, category, post: all[Math.min(at, all.length - 1)] ?? '科员' })
    }),
  )
}

function person(chance: Dice, taken: Set<string>, seat: Pick<Person, 'unit' | 'category' | 'post'>): Person {
  const sex = chance.chance(0.45) ? '女' : '男'
  let name = ''
  do {
    name = `${pick(chance, SURNAMES)}${pick(chance, sex === '男' ? MALE : FEMALE)}`
  } while (taken.has(name))
  taken.add(name)
  const year = 1969 + chance.below(30)
  const birth = `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
  const work = year + 20 + chance.below(4)
  const politics =
    year < 1992
      ? pick(
          chance,
          POLITICS.filter((one) => one !== '共青团员'),
        )
      : pick(chance, POLITICS)
  return {
    ...seat,
    name,
    sex,
    birth,
    id: inventedId(pick(chance, REGIONS), birth, sex, chance.below(5)),
    nation: pick(chance, NATIONS),
    politics,
    education: pick(chance, EDUCATIONS),
    work: `${work}-${two(1 + chance.below(12))}`,
    entered: `${work + 1 + chance.below(3)}-${two(1 + chance.below(12))}`,
    party: politics === '中共党员' ? `${work + 4}-${two(1 + chance.below(12))}` : null,
    phone: `1390000${String(1000 + chance.below(9000))}`,
  }
}

function pick<T>(chance: Dice, list: readonly T[]): T {
  const found = chance.pick(list)
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
