import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DISPLAY_SIZES } from '../../electron/vocabulary/display.ts'
import { prepareWindow } from './prepare-window.ts'
import { sampleWindow } from './sample-window.ts'
import { faultsOf } from './window-faults.ts'
import { goToState, WINDOW_STATES, type Places } from './window-states.ts'

/*
 * Every screen, drawer and dialog at 1366×768 and 100, 125, 150 and 200 %: each button can be hit where it is drawn, no words lie over
 * others, no sideways scroll. And the size itself: by keys, by the foot of the menu, and still there the next time.
 */

let page: Page
let places: Places
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  places = await prepareWindow(page)
})

const SIZES = [100, 125, 150, 200] as const
/** What was looked at, at each size, and what was found. */
const seen = { states: 0, faults: 0 }

/** Draws everything at a size, as the setting does. */
async function draw(percent: number): Promise<void> {
  await page.evaluate((size) => document.documentElement.style.setProperty('--size', String(size)), percent / 100)
  // Two frames: what measures the window has been told, and has drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

const size = () => page.locator('.size-steps .number').textContent()

describe.skipIf(absent)(`放大${skipped}`, () => {
  it.each(WINDOW_STATES.map((state) => [state.key, state] as const))('%s', async (_, state) => {
    const told: string[] = []
    await draw(SIZES[0])
    await goToState(page, state, places)
    for (const percent of SIZES) {
      await draw(percent)
      told.push(...(await faultsOf(page)).map((fault) => `${percent} %: ${fault}`))
    }
    await draw(100)
    seen.states += 1
    seen.faults += told.length
    expect(told).toEqual([])
  })

  it('every state was looked at; what was found is printed with its bar', () => {
    process.stdout.write(
      `1366×768：${seen.states} 个状态 × ${SIZES.join('、')} %，点不到、重叠、横向滚动共 ${seen.faults} 处；上限 0\n`,
    )
    expect(seen.states).toBe(WINDOW_STATES.length)
  })

  it('the start page shows its three buttons without scrolling, at 200 % too', async () => {
    await page.evaluate(() => (location.hash = '#/start'))
    await page.getByTestId('create-book').waitFor()
    for (const percent of SIZES) {
      await draw(percent)
      for (const name of ['打开示例乡', '新建编制本', '浏览文件夹…']) {
        const box = await page.getByRole('button', { name }).boundingBox()
        expect([percent, name, box !== null && box.y >= 0 && box.y + box.height <= 768]).toEqual([percent, name, true])
      }
    }
    await draw(100)
  })

  it('Ctrl + and Ctrl − go through the sizes, Ctrl 0 back; the choice is there after the page is opened again', async () => {
    await page.evaluate(() => (location.hash = '#/overview'))
    await page.getByRole('heading', { name: '总览' }).waitFor()
    for (const step of DISPLAY_SIZES.slice(1)) {
      await page.keyboard.press('Control+Equal')
      await expect.poll(size).toBe(`${step}%`)
    }
    expect(await page.evaluate(() => document.querySelector('#root')?.clientWidth)).toBe(683)
    await page.keyboard.press('Control+Equal')
    expect(await size()).toBe('200%')
    await page.reload()
    await expect.poll(size).toBe('200%')
    await page.getByRole('button', { name: '缩小，Ctrl −' }).click()
    await expect.poll(size).toBe('175%')
    await page.keyboard.press('Control+0')
    await expect.poll(size).toBe('100%')
  })

  it('control: a button that lies under another is found, and words over words', async () => {
    await page.evaluate(() => {
      for (const place of [1, 2]) {
        const button = document.createElement('button')
        button.textContent = `第 ${place} 个`
        Object.assign(button.style, { position: 'fixed', left: '300px', top: '200px', width: '90px', height: '30px' })
        document.body.append(button)
      }
    })
    expect((await faultsOf(page)).filter((fault) => fault.includes('lies under'))).toHaveLength(1)
    await page.evaluate(() => {
      for (const [place, text] of ['一行字压在', '另一行字上'].entries()) {
        const words = document.createElement('span')
        words.textContent = text
        Object.assign(words.style, { position: 'fixed', left: `${700 + 40 * place}px`, top: `${400 + 6 * place}px` })
        document.body.append(words)
      }
    })
    const over = (await faultsOf(page)).filter((fault) => fault.includes('over one another'))
    // Whatever words of the screen they happen to lie over, they are named with each other once.
    expect(over.filter((fault) => fault.includes('一行字压在') && fault.includes('另一行字上'))).toHaveLength(1)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
