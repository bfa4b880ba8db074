import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCity } from '../bench/city.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { nodesOf } from './large-screens.ts'
import { openPage, startApp } from './running-app.ts'
import { openTextColumns, sayFrames, sayTime, timeFrames, timePaste, watchThread } from './sheet-times.ts'

/*
 * A block of thousands of rows pasted into the roster and taken back, and the roster's frames beside idle ones: what it takes is printed with
 * its bar. No bound is set on a time here: `tests/bench/window.ts` measures the same with ten thousand people.
 */

const PEOPLE = 5200
const launched = await launchBrowser()
const folder = temporaryFolder()
let page: Page
let wrongs: readonly string[] = []
let program = { pid: 0, thread: () => Promise.resolve(0) }
let close = () => Promise.resolve()
/** Bytes of each answer about the roster. */
const answers: number[] = []

beforeAll(async () => {
  if (launched.browser === null) return
  const city = await makeCity(folder.path, PEOPLE)
  await city.core.close()
  const app = await startApp(folder.path, { book: city.path })
  close = app.close
  ;({ page, wrongs } = await openPage(launched.browser, app.address))
  program = { pid: app.pid, thread: await watchThread(page) }
  page.on('response', (response) => {
    if (/\/call\/roster\.(read|follow)$/.test(response.url()))
      void response.body().then(
        (body) => answers.push(body.length),
        () => undefined,
      )
  })
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await openTextColumns(page)
})
afterAll(async () => {
  await close()
  await launched.browser?.close()
  folder.dispose()
})

describe.skipIf(launched.browser === null)('几千行的粘贴和撤销', () => {
  it.each([
    [500, 1000],
    [5000, 3000],
  ])('%i rows of 12 cells stand at once, are kept, and are taken back in one step', async (rows, most) => {
    const { pasted, undone } = await timePaste(page, program, rows, `试${rows}`)
    process.stdout.write(
      `${rows} × 12 格，全乡 ${PEOPLE} 人：粘贴 ${sayTime(pasted)}，上限 ${most} ms；撤销 ${sayTime(undone)}，上限 1000 ms\n`,
    )
    expect(await page.locator('.cells-pending, .cells-refused').count()).toBe(0)
  })

  it('after an entry the window is told what changed, not everybody again', async () => {
    const [whole] = answers
    await timePaste(page, program, 1, '一')
    const [pasted, undone] = answers.slice(-2)
    expect(whole).toBeGreaterThan(PEOPLE * 500)
    expect(Math.max(pasted ?? Infinity, undone ?? Infinity)).toBeLessThan(PEOPLE)
  })

  it('its frames and keys are printed beside idle ones', async () => {
    await nodesOf(page, '/people?list=all')
    const frames = await timeFrames(page, program.thread)
    process.stdout.write(`名单 ${PEOPLE} 人：${sayFrames(frames)}；上限：按键 3 倍，滚动 2 倍\n`)
    expect([frames.idle, frames.scrolled.p95, frames.typed.p95, frames.searched.p95].every((ms) => ms > 0)).toBe(true)
    expect(wrongs).toEqual([])
  })
})
