import { linkTo, navigate, openParam, setParams } from '../ui/route.ts'

/** Where each screen lives. Features link through these and never import one another. */
export const PATHS = {
  start: '/start',
  overview: '/overview',
  units: '/units',
  /** 定编到人: another view of 机构编制. */
  seats: '/seats',
  people: '/people',
  /** 资料: another view of 人员. */
  records: '/records',
  journal: '/changes',
  findings: '/findings',
  /** 比对, 预测 and 待办: other views of 核查. */
  compare: '/compare',
  forecast: '/forecast',
  duties: '/duties',
  /** 规则包: another view of 核查. */
  packs: '/packs',
  notice: '/notice',
  /** 填上级表: under 公示与报表. */
  fill: '/fill',
  /** 报表: under 公示与报表. */
  reports: '/reports',
  import: '/import',
  backup: '/backup',
  help: '/help',
} as const
export type ScreenName = keyof typeof PATHS

/** Goes to a screen. */
export function goTo(screen: ScreenName, params: Readonly<Record<string, string | null | undefined>> = {}): void {
  navigate(PATHS[screen], params)
}

/** An address for a link to a screen. */
export function hrefTo(screen: ScreenName, params: Readonly<Record<string, string | null | undefined>> = {}): string {
  return linkTo(PATHS[screen], params)
}

/** Opens the person's page over the present screen. */
export function openPerson(personId: string): void {
  openParam('person', personId)
}

/** Opens the person's page with a form on it, at a field. */
export function openPersonForm(personId: string, form: string | null, field: string | null): void {
  openParam('person', personId)
  setParams({ form, field }, { replace: true })
}

/** Opens "where does this figure come from" over the present screen. */
export function openExplain(unitId: string, category: string): void {
  openParam('explain', `${unitId}~${category}`)
}
