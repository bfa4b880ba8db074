import { inflateRawSync } from 'node:zlib'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packedBytes, readZipDirectory } from '../../electron/excel/zip-directory.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { openPage, startApp, type RunningApp, type WatchedPage } from '../e2e/running-app.ts'
import { settled } from '../e2e/window-states.ts'
import { tell } from './kill-harness.ts'
import { lane, timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R21: markup in what a clerk types: names, units, numbers of documents, remarks, columns of her own. Every screen, every sheet and every printed
 * page shows it letter by letter; nothing of it runs, loads, or asks anybody anything.
 */

const RUN = 'globalThis.ran=1'
const PAYLOADS = [
  `<img src=x onerror=${RUN}>`,
  `<script>${RUN}</script>`,
  `<svg onload=${RUN}>`,
  `"><img src=x onerror=${RUN}>`,
  `' onmouseover=${RUN} x='`,
  `<a href="javascript:${RUN}">甲</a>`,
  `javascript:${RUN}`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<style>*{display:none}</style>`,
  `<link rel=stylesheet href=http://evil.test/a.css>`,
  `<base href=http://evil.test/>`,
  `<meta http-equiv=refresh content="0;url=http://evil.test">`,
  `<form action=http://evil.test><button>送</button></form>`,
  `<object data=http://evil.test></object>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<math><mtext></mtext><mglyph><svg><mtext><img src=x onerror=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
] as const

/** Where it is looked at; the first are looked at in every lane. */
const PLACES = [
  '/people',
  '/seats',
  '/units',
  '/changes?tab=history',
  '/overview',
  '/findings',
  '/records?kind=training',
  '/due',
  '/changes?tab=documents',
  '/fields',
  '/notice',
  '/reports?form=adhoc',
  '/units?view=posts',
  '/structure',
  '/changes?tab=cards',
  '/changes?tab=register&event=exit',
  '/changes?tab=register&event=exit&many=yes',
  '/forecast',
  '/duties',
  '/duties?view=list',
  '/compare',
  '/fill',
  '/submit',
  '/reports',
  '/paper-packs',
  '/backup',
  '/reform',
  '/appointment-forms',
  '/packs',
  '/start',
] as const

const launched = await launchBrowser()
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

describe.skipIf(launched.browser === null)('markup in data', () => {
  const browser = launched.browser as Browser
  const folder = temporaryFolder()
  let app: RunningApp
  let watched: WatchedPage
  let page: Page
  /** People by the payload they are called. */
  let named: readonly string[]
  const dialogs: string[] = []
  const papers: { readonly path: string; readonly bytes: Buffer }[] = []

  beforeAll(async () => {
    const open = openCore(join(folder.path, 'data'))
    const { path } = await smallTownship(open, { name: '试验乡' })
    const document = (number: number) => ({
      number: `试编〔2026〕${number}号`,
      title: PAYLOADS[number % PAYLOADS.length],
    })
    for (const [at, payload] of PAYLOADS.entries()) {
      const unit = await open.reply('event.add', {
        event: {
          type: 'unit.establish',
          on: '2020-01-01',
          document: document(at + 2),
          name: payload,
          kind: 'office',
          quotas: [{ category: 'administrative', amount: 2 }],
        },
      })
      await open.reply('event.add', {
        event: {
          type: 'entry',
          on: '2021-03-01',
          person: { name: payload },
          unit: unit.ok ? payload : '党政办公室',
          post: payload,
          category: 'administrative',
          cause: '考试录用应届毕业生',
          reason: payload,
        },
      })
    }
    const { people: all } = await open.call('roster.read', {})
    named = all.map((person) => person.name).filter((name) => (PAYLOADS as readonly string[]).includes(name))
    for (const [at, person] of all.entries()) {
      const text = PAYLOADS[at % PAYLOADS.length] ?? ''
      for (const field of ['school', 'nativePlace', 'professionalTitle', 'major'])
        await open.reply('person.correct', { personId: person.personId, reason: text, changes: { [field]: text } })
      await open.reply('record.add', {
        kind: 'training',
        person: person.personId,
        from: '2026-10-01',
        content: { title: text, trainingKind: 'general', days: 3, note: text },
      })
    }
    await open.reply('ownField.add', { fields: [{ title: PAYLOADS[0] }, { title: PAYLOADS[5] }] })
    // Papers of every kind: workbooks, and the page that lists them.
    const pack = await open.call('handoverPack.make', {})
    papers.push(...pack.files.map((file) => ({ path: file.path, bytes: Buffer.from(file.base64, 'base64') })))
    const forms = (await open.call('report.list', {})).forms.filter(({ subject }) => subject === null)
    for (const { id } of lane() === 'suite' ? forms.slice(0, 2) : forms) {
      const file = await open.reply('report.file', { form: id })
      if (file.ok)
        papers.push({
          path: `${id}.xlsx`,
          bytes: Buffer.from((file.value as { readonly base64: string }).base64, 'base64'),
        })
    }
    await open.core.close()
    app = await startApp(join(folder.path, 'data'), { book: path })
    watched = await openPage(browser, app.address)
    ;({ page } = watched)
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await page.locator('h1').first().waitFor()
  })
  afterAll(async () => {
    await app.close()
    await browser.close()
    folder.dispose()
  })

  const ran = (of: Page) => of.evaluate(() => Object.hasOwn(globalThis, 'ran'))
  /** Elements and addresses of the page that a payload would have made. */
  const made = (of: Page) =>
    of.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:|evil\.test/i.test(value))
          .filter(
            ({ name }) => !['value', 'title', 'placeholder', 'aria-label'].includes(name) && !name.startsWith('data-'),
          )
          .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
      ),
    )

  let places = 0
  let verbatim = 0

  it('every screen shows it letter by letter, and nothing of it runs', async () => {
    expect(named.length).toBeGreaterThan(15)
    const wanted = lane() === 'suite' ? PLACES.slice(0, timesOf('R21')) : PLACES
    for (const place of wanted) {
      await page.evaluate((hash) => (location.hash = hash), `#${place}`)
      await page.locator('h1').first().waitFor()
      await settled(page)
      expect([place, await ran(page), await made(page)]).toEqual([place, false, []])
      const said = await page.evaluate(() =>
        [
          document.body.innerText,
          ...[...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value),
        ].join('\n'),
      )
      if (named.some((name) => said.includes(name))) verbatim += 1
      places += 1
    }
    expect({ dialogs, wrongs: watched.wrongs }).toEqual({ dialogs: [], wrongs: [] })
    // On the screens about people and units it is there to be read.
    expect(verbatim).toBeGreaterThan(Math.min(places / 2, 8) - 1)
  })

  it('a person’s page, and what is found by typing', async () => {
    const { length } = named
    await page.evaluate((hash) => (location.hash = hash), '#/people')
    await settled(page)
    const [first = ''] = named
    await page.keyboard.press('Control+k')
    await page.keyboard.type(first.slice(0, 12))
    await settled(page)
    expect([length > 0, await ran(page), await made(page)]).toEqual([true, false, []])
    expect({ dialogs, wrongs: watched.wrongs }).toEqual({ dialogs: [], wrongs: [] })
    places += 1
  })

  it('sheets hold it as text: no part of a workbook is broken or more than text', () => {
    const sheets = papers.filter(({ path }) => path.endsWith('.xlsx'))
    expect(sheets.length).toBeGreaterThan(8)
    let found = 0
    for (const { path, bytes } of sheets)
      for (const entry of readZipDirectory(bytes, 300)) {
        const packed = packedBytes(bytes, entry)
        const xml = (entry.method === 8 ? inflateRawSync(packed) : packed).toString('utf8')
        expect([path, entry.name, /<(?:script|img|svg|iframe|meta|object|video)\b/i.exec(xml)?.[0]]).toEqual([
          path,
          entry.name,
          undefined,
        ])
        expect([path, /<hyperlink\b/.test(xml), /TargetMode="External"/.test(xml)]).toEqual([path, false, false])
        if (xml.includes('&lt;img src=x onerror=')) found += 1
      }
    expect(found).toBeGreaterThan(3)
    places += sheets.length > 0 ? 1 : 0
  })

  it('printed pages, opened as files, run nothing and ask nobody', async () => {
    const pages = papers.filter(({ path }) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(0)
    for (const { bytes } of pages) expect(await lookAtFile(bytes.toString('utf8'))).toEqual({ ran: false, asked: [] })
    places += pages.length
  })

  /** Opens a page of its own without any of the program's guards and says what came of it. */
  async function lookAtFile(html: string): Promise<{ readonly ran: boolean; readonly asked: readonly string[] }> {
    const context = await browser.newContext()
    const alone = await context.newPage()
    const asked: string[] = []
    await context.route('**/*', (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    await alone.setContent(html, { waitUntil: 'load' })
    await alone.waitForTimeout(50)
    const seen = { ran: await ran(alone), asked }
    await context.close()
    return seen
  }

  it('control: the same words as markup do run, in a page without guard, and are seen in ours', async () => {
    const bad = await lookAtFile(`<p>${PAYLOADS[0]}</p><link rel=stylesheet href=http://evil.test/a.css>`)
    expect(bad.ran).toBe(true)
    expect(bad.asked).toContain('http://evil.test/a.css')
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), `<i>${PAYLOADS[0]}</i>`)
    expect((await made(page)).length).toBe(1)
    // The page's own policy does not let it run, and says so.
    await expect.poll(() => watched.wrongs.length).toBeGreaterThan(0)
    expect(await ran(page)).toBe(false)
    tell('markup in data', { payloads: PAYLOADS.length, named: named.length, places, verbatim, papers: papers.length })
    sayRow({
      row: 'R21',
      done: places,
      seed: null,
      control: 'failed-as-it-must',
      note: `payloads=${PAYLOADS.length} papers=${papers.length}`,
    })
  })
})
