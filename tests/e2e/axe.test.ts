import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { prepareWindow } from './prepare-window.ts'
import { sampleWindow } from './sample-window.ts'
import { goToState, SCREENS_ONLY, WINDOW_STATES, type Places, type WindowState } from './window-states.ts'

/*
 * axe-core over every state of the window: each as it comes; every screen also in the dark, in forced colours and at 200 %.
 * Nothing serious, nothing critical.
 */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What other colours and another size can change; the rest is the same document. */
const SEEN: RunOptions = {
  runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
}

let page: Page
let places: Places
let looked = 0
let found = 0
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // What must be scrolled to is not looked at for its colours: a window in which nothing need be.
  await page.setViewportSize({ width: 1366, height: 2600 })
  places = await prepareWindow(page)
  await page.evaluate(AXE)
})

/** What axe finds serious or critical, a line a rule. */
async function faults(options: RunOptions = {}): Promise<readonly string[]> {
  looked += 1
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { readonly axe: { run: (options: object) => Promise<AxeResults> } }
    const { violations } = await axe.run({ resultTypes: ['violations'], ...chosen })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => {
        const [first] = nodes
        return `${id}, ${nodes.length} times: ${String(first?.target)} ${first?.failureSummary ?? ''}`
      })
  }, options as object)
}

/** A state in every light. */
async function inEveryLight(state: WindowState): Promise<readonly string[]> {
  const told = (await faults()).map((fault) => `as it comes: ${fault}`)
  if (!SCREENS_ONLY.includes(state)) return told
  for (const [light, media, size] of [
    ['dark', { colorScheme: 'dark' }, '1'],
    ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, '1'],
    ['200 %', { colorScheme: 'light', forcedColors: 'none' }, '2'],
  ] as const) {
    await page.emulateMedia(media)
    await page.evaluate((value) => document.documentElement.style.setProperty('--size', value), size)
    told.push(...(await faults(SEEN)).map((fault) => `${light}: ${fault}`))
  }
  await page.evaluate(() => document.documentElement.style.setProperty('--size', '1'))
  return told
}

describe.skipIf(absent)(`axe${skipped}`, () => {
  it.each(WINDOW_STATES.map((state) => [state.key, state] as const))('%s', async (_, state) => {
    await goToState(page, state, places)
    const told = await inEveryLight(state)
    found += told.length
    expect(told).toEqual([])
  })

  it('looked at more than a hundred states', () => {
    process.stdout.write(`axe：看了 ${looked} 个状态，严重和致命 ${found} 处；上限 0\n`)
    expect(looked).toBeGreaterThan(100)
  })

  it('control: faint words and a button without a name are found', async () => {
    // A screen as it comes: behind an open dialog nothing is looked at.
    await goToState(page, SCREENS_ONLY[0]!, places)
    await page.evaluate(() => {
      const bad = document.createElement('section')
      bad.append('看不清的字', document.createElement('button'))
      Object.assign(bad.style, { color: '#ddd', background: '#fff' })
      document.querySelector('main')?.prepend(bad)
    })
    const told = await faults()
    process.stdout.write(`axe 对照：坏的一屏找出 ${told.length} 处\n`)
    expect(told.some((fault) => fault.startsWith('color-contrast'))).toBe(true)
    expect(told.some((fault) => fault.startsWith('button-name'))).toBe(true)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
