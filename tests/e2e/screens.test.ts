import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { changedPages, pageDifference, TOLERATED } from '../paper/pictures.ts'
import { greyOf } from './grey-picture.ts'
import { prepareWindow } from './prepare-window.ts'
import { sampleWindow } from './sample-window.ts'
import { goToState, SCREENS_ONLY, type Places } from './window-states.ts'

/*
 * Every screen at 1366×768 as it was looked at, kept as a small grey picture: what moved, vanished or lies elsewhere is seen, one letter is
 * not. `PICTURES=new` keeps them anew; look at each before that.
 */

const KEPT = join(import.meta.dirname, 'pictures')
const SMALL = 0.25
const FONT = 'Noto Sans CJK'

let page: Page
let cdp: CDPSession
let places: Places
const { absent, skipped, wrongs } = await sampleWindow(
  async (opened) => {
    page = opened
    await page.emulateMedia({ reducedMotion: 'reduce' })
    cdp = await page.context().newCDPSession(page)
    places = await prepareWindow(page)
  },
  { fixedClock: true },
)

/** Screens set in another font look different and are right all the same. */
function otherFont(): boolean {
  try {
    return !execFileSync('fc-match', [`${FONT} SC`], { encoding: 'utf8' }).includes('NotoSansCJK')
  } catch {
    return true
  }
}

/** What no two runs have alike, written alike: folders, hashes, the minute. */
async function alike(): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const told = node.nodeValue ?? ''
      const same = told
        .replaceAll(/(?:\/[\w.-]+){2,}\/?/g, '/文件夹/')
        .replaceAll(/\b[0-9a-f]{8,64}\b/g, '00000000')
        .replaceAll(/\b\d{2}:\d{2}\b/g, '10:00')
      if (same !== told) node.nodeValue = same
    }
  })
}

async function seen(): Promise<ReturnType<typeof greyOf>> {
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width: 1366, height: 768, scale: SMALL },
  })
  return greyOf(Buffer.from(data, 'base64'))
}

const why = otherFont() ? ` (skipped: ${FONT} is not installed)` : skipped

describe.skipIf(absent || why !== '')(`屏幕的样子${why}`, () => {
  it.each(SCREENS_ONLY.map((state) => [state.key, state] as const))('%s', async (key, state) => {
    await goToState(page, state, places)
    await alike()
    expect(changedPages(`screen-${key}`, [await seen()], KEPT)).toEqual([])
  })

  it('control: a paragraph more and a column less are seen', async () => {
    await goToState(page, { key: 'control', at: '/overview' }, places)
    await alike()
    const before = await seen()
    await page.evaluate(() =>
      document.querySelector('.page-head')?.append(document.createElement('br'), '多了一行字，多了一行字'),
    )
    const { mean, worst } = pageDifference(before, await seen())
    expect(mean > TOLERATED.mean || worst > TOLERATED.worst).toBe(true)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
