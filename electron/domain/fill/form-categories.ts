import { QUOTA_CATEGORIES, type QuotaCategory } from '../model/quota-category.ts'

/* The 编制 a form's words mean. 事业 is every kind of it, 参公 among them, until the form gives 参公 a place of its own. */

const INSTITUTION = QUOTA_CATEGORIES.filter((category) => category.startsWith('institution'))

/** Those of an office itself: its workers stand beside them. */
export const ORGAN_CATEGORIES: readonly QuotaCategory[] = ['administrative', 'politicalLegal', 'discipline']

interface CategoryWord {
  readonly words: RegExp
  readonly categories: readonly QuotaCategory[]
}

/** The longer and more special first. */
const WORDS: readonly CategoryWord[] = [
  { words: /政法专项(?:编制)?|政法编制?/u, categories: ['politicalLegal'] },
  { words: /纪检(?:监察)?(?:专项|行政)?(?:编制)?/u, categories: ['discipline'] },
  {
    words:
      /事业(?:单位)?(?:编制|人员)?[（(](?:不含|不包括|不包含|除)参(?:公|照)[^（）()]*[）)]|(?:不含|非)参公(?:的)?事业(?:单位)?(?:编制|人员)?/u,
    categories: INSTITUTION.filter((category) => category !== 'institutionCivilService'),
  },
  {
    words:
      /事业(?:单位)?(?:编制?)?[（(](?:含参公|包括参公|参公在内)[）)]|事业(?:编制)?含参公|含参公(?:的)?事业(?:编制)?/u,
    categories: INSTITUTION,
  },
  {
    words:
      /(?:参公|参照公务员(?:法)?(?:管理)?|参照管理)(?:的|管理)?(?:事业)?(?:单位)?(?:编制)?|事业(?:单位)?(?:编制)?[（(]?参公[）)]?/u,
    categories: ['institutionCivilService'],
  },
  { words: /(?:机关)?工勤(?!技能)(?:人员)?(?:编制)?|工勤编制?/u, categories: ['worker'] },
  {
    words: /(?:财政)?全额(?:拨款|补助)?(?:事业)?(?:单位)?(?:编制)?|事业(?:单位)?(?:编制?)?[（(]全额(?:拨款)?[）)]/u,
    categories: ['institutionFull'],
  },
  {
    words:
      /(?:财政)?差额(?:拨款|补贴|补助)?(?:事业)?(?:单位)?(?:编制)?|事业(?:单位)?(?:编制?)?[（(]差额(?:拨款|补贴)?[）)]/u,
    categories: ['institutionPartial'],
  },
  {
    words:
      /(?:自收自支|经费自理|自筹)(?:事业)?(?:单位)?(?:编制)?|事业(?:单位)?(?:编制?)?[（(](?:自收自支|经费自理)[）)]/u,
    categories: ['institutionSelf'],
  },
  { words: /公务员/u, categories: ['administrative', 'politicalLegal', 'discipline'] },
  { words: /(?:机关)?行政(?:机关)?(?:编制|人员|编)?/u, categories: ['administrative'] },
  { words: /事业(?:单位|机构)?(?:编制|人员|编)?/u, categories: INSTITUTION },
]

/** Words that hold a category's word and mean none. */
const NEUTRAL =
  /(?:党政)?机关[、和及与]?事业单位|行政(?:和|、|及)?事业单位|行政(?:村|区划|区|执法|审批|复议|许可|处罚|等级|级别|职务|隶属|部门|领导)|党政机关|事业(?:发展|心)|非公务员|职务职级|公务员(?:法|局|职级|信息)|工勤技能/gu

export interface FoundCategories {
  readonly categories: readonly QuotaCategory[]
  /** The text without the words. */
  readonly rest: string
  /** 参公 is named by itself. */
  readonly civilServiceApart: boolean
}

/** Every category a text names, in one set; null: it names none. */
export function categoriesIn(text: string): FoundCategories | null {
  let rest = text.replaceAll(NEUTRAL, '')
  const found = new Set<QuotaCategory>()
  let apart = false
  let any = false
  for (let turn = 0; turn < 8; turn += 1) {
    const hit = WORDS.find(({ words }) => words.test(rest))
    if (hit === undefined) break
    any = true
    for (const category of hit.categories) found.add(category)
    if (hit.categories.length === 1 && hit.categories[0] === 'institutionCivilService') apart = true
    rest = rest.replace(hit.words, '')
  }
  return any
    ? { categories: QUOTA_CATEGORIES.filter((category) => found.has(category)), rest, civilServiceApart: apart }
    : null
}

/** 事业 beside a 参公 of its own is the rest of it. */
export function withoutCivilService(categories: readonly QuotaCategory[]): readonly QuotaCategory[] {
  return categories.length === INSTITUTION.length && categories.every((category) => INSTITUTION.includes(category))
    ? categories.filter((category) => category !== 'institutionCivilService')
    : categories
}

/** Whether 全额, 差额 or 自收自支 could be what the book only calls 事业编制. */
export function holdsCategory(wanted: readonly QuotaCategory[], category: QuotaCategory | null): boolean | null {
  if (category === null) return false
  if (wanted.includes(category)) return true
  const split = wanted.some((one) => one.startsWith('institution') && one !== 'institutionCivilService')
  return category === 'institution' && split ? null : false
}
