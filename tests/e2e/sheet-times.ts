import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { nodesOf } from './large-screens.ts'
import { ask } from './window-states.ts'

/*
 * How long the roster takes to show and keep what is pasted into it and taken back, and how its frames fare while it is typed into and
 * scrolled, in a real browser. Times by the clock and by the processor, of the page's thread and of the program behind it: on a machine that
 * does other work the clock says little.
 */

/** Columns of plain text: what is typed into them is taken as it is. */
const TEXT_COLUMNS = [
  'professionalTitle',
  'rank',
  'nativePlace',
  'birthplace',
  'householdPlace',
  'originPlace',
  'otherParty',
  'health',
  'specialty',
  'school',
  'major',
  'fullTimeSchool',
]

/** Milliseconds, from the key on. */
export interface GestureTime {
  /** By the clock, to the first frame that shows all of it. */
  readonly shown: number
  /** By the clock, to the first frame in which the list read from the book says it. */
  readonly settled: number
  /** Processor time until then of the page's thread, and of the program. */
  readonly page: number
  readonly program: number
}

/** Of the processor, of a process so far; 0 where the system does not tell it. */
function processorOf(pid: number): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return (Number(user) + Number(system)) * 10
  } catch {
    return 0
  }
}

/** Tells the page's processor time so far: script, style and layout of its thread. */
export async function watchThread(page: Page): Promise<() => Promise<number>> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

/** The roster of everybody with twelve columns of text on it. */
export async function openTextColumns(page: Page): Promise<void> {
  const layout = {
    columns: ['unit', 'name', ...TEXT_COLUMNS],
    widths: {},
    frozen: 2,
    sort: [],
    filters: {},
    group: null,
  }
  await ask(page, 'sheetView.leave', { list: 'roster', name: null, layout })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.reload()
  await nodesOf(page, '/people?list=all')
}

const cell = (row: number, column: number) =>
  `[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`

/** Presses the key and waits until a drawn cell says the words, and until the note says what it came to and nothing is awaited any more. */
async function timeGesture(
  page: Page,
  { pid, thread }: { readonly pid: number; readonly thread: () => Promise<number> },
  { key, shows, note }: { readonly key: string; readonly shows: readonly [string, string]; readonly note: string },
): Promise<GestureTime> {
  const [before, processor] = [await thread(), processorOf(pid)]
  const times = page.evaluate(
    ([where, words, said]) =>
      new Promise<{ readonly shown: number; readonly settled: number }>((resolve) => {
        let [began, shown] = [-1, 0]
        addEventListener('keydown', (event) => void (began = began < 0 ? event.timeStamp : began), { capture: true })
        const look = () => {
          const says = document.querySelector(where)?.textContent === words
          if (began >= 0 && shown === 0 && says) shown = performance.now() - began
          const noted = document.querySelector('.cells-note')?.textContent.startsWith(said) === true
          if (shown > 0 && says && noted && document.querySelector('.cells-pending') === null)
            resolve({ shown, settled: performance.now() - began })
          else if (shown === 0) requestAnimationFrame(look)
          // A frame asked for every 16 ms would be most of what is measured.
          else setTimeout(look, 40)
        }
        requestAnimationFrame(look)
      }),
    [...shows, note] as const,
  )
  await page.keyboard.press(key)
  const { shown, settled } = await times
  return { shown, settled, page: (await thread()) - before, program: processorOf(pid) - processor }
}

/** So many rows of twelve cells pasted at the top of the sheet, and taken back by one Ctrl+Z. */
export async function timePaste(
  page: Page,
  program: { readonly pid: number; readonly thread: () => Promise<number> },
  rows: number,
  mark: string,
): Promise<{ readonly pasted: GestureTime; readonly undone: GestureTime }> {
  const at = cell(0, 2)
  const words = (row: number, column: number) => `${mark}${row}-${column}`
  await page.locator('.cells-scroll').evaluate((box) => box.scrollTo(0, 0))
  await page.locator(at).click()
  const before = await page.locator(at).innerText()
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    Array.from({ length: rows }, (_, row) => TEXT_COLUMNS.map((__, column) => words(row, column)).join('\t')).join(
      '\r\n',
    ),
  )
  const cells = rows * TEXT_COLUMNS.length
  const pasted = await timeGesture(page, program, {
    key: 'Control+v',
    shows: [at, words(0, 0)],
    note: `粘贴：写入 ${cells} 格`,
  })
  const undone = await timeGesture(page, program, {
    key: 'Control+z',
    shows: [at, before],
    note: `撤销：写回 ${cells} 格`,
  })
  return { pasted, undone }
}

/** "显示 120 ms，落定 900 ms（页面 300，程序 500 ms 处理器）". */
export function sayTime({ shown, settled, page, program }: GestureTime): string {
  const whole = (ms: number) => Math.round(ms)
  return `显示 ${whole(shown)} ms，落定 ${whole(settled)} ms（处理器：页面 ${whole(page)}，程序 ${whole(program)} ms）`
}

/** The 95th percentile. */
function p95(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0
}

/** The 95th percentile of the milliseconds between frames while `work` goes on. */
export async function framesOf(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const watch = { times, on: true }
    const tick = (now: number) => {
      times.push(now - last)
      last = now
      if (watch.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frameWatch: watch })
  })
  await work()
  const times = await page.evaluate(() => {
    const { frameWatch } = globalThis as unknown as { readonly frameWatch: { times: number[]; on: boolean } }
    frameWatch.on = false
    return frameWatch.times
  })
  return p95(times)
}

/** The 95th percentile from a key to the frame that was painted after it, milliseconds. */
export async function keysOf(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    const stop = new AbortController()
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        void requestAnimationFrame(() => {
          // A message is taken after the frame has been painted.
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => void times.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(null)
        }),
      { capture: true, signal: stop.signal },
    )
    Object.assign(globalThis, { keyWatch: { times, stop } })
  })
  await work()
  await page.waitForTimeout(300)
  const times = await page.evaluate(() => {
    const { keyWatch } = globalThis as unknown as {
      readonly keyWatch: { readonly times: number[]; readonly stop: AbortController }
    }
    keyWatch.stop.abort()
    return keyWatch.times
  })
  return p95(times)
}

/** One kind of stroke: 95th percentile by the clock, and what one of them takes of the processor on the mean, milliseconds. */
export interface Stroke {
  readonly p95: number
  readonly processor: number
}

/** Frames and keys of the roster beside idle ones of the same minute. */
export interface RosterFrames {
  /** 95th percentile of a frame in which nothing happens. */
  readonly idle: number
  readonly scrolled: Stroke
  readonly walked: Stroke
  readonly typed: Stroke
  readonly searched: Stroke
}

/** A key held down repeats thirty times a second; keys sent faster than frames are drawn only queue. */
const REPEAT_MS = 33
const [WHEELS, ARROWS, LETTERS, WORDS] = [
  80,
  60,
  'pinyin zimu shuru yi ge ge de hanzi ke',
  // Enough strokes for a percentile to be one.
  ['zhangwei', 'lijianguo', 'wangfang', 'chenxiaoming'],
]

/** On the roster: idle, scrolled by the wheel, arrows, letters typed into a cell, letters typed into the search above it. */
export async function timeFrames(page: Page, thread: () => Promise<number>): Promise<RosterFrames> {
  const stroke = async (strokes: number, work: () => Promise<number>): Promise<Stroke> => {
    const before = await thread()
    const p95 = await work()
    return { p95, processor: ((await thread()) - before) / strokes }
  }
  const idle = await framesOf(page, () => page.waitForTimeout(2000))
  const box = await page.locator('.cells-scroll').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
  // The browser draws one turn of the wheel as several frames: each tells of itself once.
  await page.locator('.cells-scroll').evaluate((box) => {
    const drawn = { frames: 0 }
    Object.assign(globalThis, { wheelWatch: drawn })
    box.addEventListener('scroll', () => (drawn.frames += 1))
  })
  const turned = await stroke(1, () =>
    framesOf(page, async () => {
      for (let step = 0; step < WHEELS; step += 1) {
        await page.mouse.wheel(0, 480)
        await page.waitForTimeout(16)
      }
    }),
  )
  const frames = await page.evaluate(
    () => (globalThis as unknown as { readonly wheelWatch: { readonly frames: number } }).wheelWatch.frames,
  )
  const scrolled = { p95: turned.p95, processor: turned.processor / Math.max(1, frames) }
  await page.locator('.cells-scroll').evaluate((one) => one.scrollTo(0, 0))
  await page.locator(cell(0, 2)).click()
  const walked = await stroke(ARROWS, () =>
    keysOf(page, async () => {
      for (let step = 0; step < ARROWS; step += 1) {
        await page.keyboard.press('ArrowDown')
        await page.waitForTimeout(REPEAT_MS)
      }
    }),
  )
  const typed = await stroke(LETTERS.length, () => keysOf(page, () => page.keyboard.type(LETTERS, { delay: 40 })))
  await page.keyboard.press('Escape')
  await page.getByLabel('在名单里找').click()
  const searched = await stroke(2 * WORDS.join('').length, () =>
    keysOf(page, async () => {
      for (const word of WORDS) {
        await page.keyboard.type(word, { delay: 120 })
        for (let step = 0; step < word.length; step += 1) await page.keyboard.press('Backspace', { delay: 40 })
      }
    }),
  )
  return { idle, scrolled, walked, typed, searched }
}

export function sayFrames({ idle, scrolled, walked, typed, searched }: RosterFrames): string {
  const beside = ({ p95: ms, processor }: Stroke) =>
    `${Math.round(ms)} ms（${(ms / idle).toFixed(1)} 倍；处理器 ${processor.toFixed(1)} ms）`
  return `p95，空闲一帧 ${Math.round(idle)} ms：滚动一帧 ${beside(scrolled)}；按键到画出：走格 ${beside(walked)}，格内打字 ${beside(typed)}，上方查找 ${beside(searched)}`
}
