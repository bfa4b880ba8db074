import { linkTo, navigate, openParam, setParams } from '../ui/route.ts'
import { SCREEN_NAMES, SCREENS, type ScreenName } from './screens.ts'

export type { ScreenName } from './screens.ts'

/** The screen at an address; an unknown one is the overview. */
export function screenAt(path: string): ScreenName {
  return SCREEN_NAMES.find((name) => SCREENS[name].path === path) ?? 'overview'
}

/** Goes to a screen. Features link through these and never import one another. */
export function goTo(screen: ScreenName, params: Readonly<Record<string, string | null | undefined>> = {}): void {
  navigate(SCREENS[screen].path, params)
}

/** An address for a link to a screen. */
export function hrefTo(screen: ScreenName, params: Readonly<Record<string, string | null | undefined>> = {}): string {
  return linkTo(SCREENS[screen].path, params)
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
