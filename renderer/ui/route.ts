import { useMemo, useSyncExternalStore } from 'react'

/*
 * Screens live in the address (`#/people?list=in-quota&person=…`), so that Back always returns to the same screen, filter and open drawer.
 */

export interface Route {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
}

type Params = Readonly<Record<string, string | null | undefined>>

const listeners = new Set<() => void>()
function changed(): void {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', changed)
window.addEventListener('hashchange', changed)

function readHash(): string {
  return window.location.hash.slice(1) || '/'
}

function parseRoute(hash: string): Route {
  const [path = '/', query = ''] = hash.split('?')
  return { path, params: Object.fromEntries(new URLSearchParams(query)) }
}

function hrefOf(path: string, params: Params): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(params))
    if (value !== null && value !== undefined && value !== '') query.set(key, value)
  const text = query.toString()
  return `#${path}${text === '' ? '' : `?${text}`}`
}

/** The screen in the address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readHash)
  return useMemo(() => parseRoute(hash), [hash])
}

/** An address for an `<a href>`. */
export function linkTo(path: string, params: Params = {}): string {
  return hrefOf(path, params)
}

/** Goes to a screen; `replace` where Back should not stop here (typing in a filter). */
export function navigate(path: string, params: Params = {}, options: { readonly replace?: boolean } = {}): void {
  const href = hrefOf(path, params)
  if (href === window.location.hash) return
  if (options.replace === true) window.history.replaceState(window.history.state, '', href)
  else window.history.pushState({ inside: true }, '', href)
  changed()
}

/** Changes some parameters and keeps the screen and the others; null takes one out. */
export function setParams(params: Params, options: { readonly replace?: boolean } = {}): void {
  const route = parseRoute(readHash())
  navigate(route.path, { ...route.params, ...params }, options)
}

/** Takes one parameter out, by Back when we put it there: the history stays as short as the user's own steps. */
export function dropParam(name: string): void {
  const state: unknown = window.history.state
  if (typeof state === 'object' && state !== null && 'opened' in state && state.opened === name) window.history.back()
  else setParams({ [name]: null }, { replace: true })
}

/** Opens something over the present screen (a drawer) under a parameter; Back closes it. */
export function openParam(name: string, value: string): void {
  const route = parseRoute(readHash())
  const replace = route.params[name] !== undefined
  const href = hrefOf(route.path, { ...route.params, [name]: value })
  if (replace) window.history.replaceState(window.history.state, '', href)
  else window.history.pushState({ opened: name }, '', href)
  changed()
}
