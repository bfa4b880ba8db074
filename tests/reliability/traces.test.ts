import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { inventedId } from '../kit/people.ts'
import { openPage, startApp } from '../e2e/running-app.ts'
import { ask, settled } from '../e2e/window-states.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { sayRow } from './say-row.ts'

/*
 * R28: somebody who stands in the book stands nowhere beside it: not in the log, in no temporary file, not among the books opened last, not in what
 * the browser keeps. Looked at after acts that went well, acts that were refused, a workbook read and one that is none.
 */

const NAME = '欧阳雪枫'
const NUMBER = inventedId('1985-03-07')
const PHONE = '13900001234'
const WORDS = [NAME, NUMBER, PHONE]

const launched = await launchBrowser()
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

/** Files under a folder that hold one of the words, in either of the two encodings a program writes them; books and their copies are left out. */
function holding(folder: string): { readonly looked: number; readonly found: readonly string[] } {
  const found: string[] = []
  let looked = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    if (/\.dingbian(?:-wal|-shm|-journal)?$/.test(name)) continue
    looked += 1
    const bytes = readFileSync(path)
    for (const word of WORDS)
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')) || name.includes(word))
        found.push(`${name}: ${word}`)
  }
  return { looked, found }
}

describe.skipIf(launched.browser === null)('traces', () => {
  const browser = launched.browser as Browser
  const folder = temporaryFolder()
  afterAll(async () => {
    await browser.close()
    folder.dispose()
  })

  it('of a person are in the book and nowhere else', async () => {
    const [data, temp] = [join(folder.path, 'data'), join(folder.path, 'temp')]
    for (const place of [data, temp]) mkdirSync(place)
    const open = openCore(data)
    const { path } = await smallTownship(open)
    await open.core.close()
    // The program's own temporary files go where they can be looked at.
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = temp
    const app = await startApp(data, { book: path })
    process.env['TMPDIR'] = before
    const { page, wrongs } = await openPage(browser, app.address)
    await page.locator('h1').first().waitFor()

    const entry = {
      type: 'entry',
      on: '2021-03-01',
      person: { name: NAME, idNumber: NUMBER },
      unit: '党政办公室',
      post: '干事',
      category: 'administrative',
      cause: '考试录用应届毕业生',
      reason: `${NAME}的旧档，电话 ${PHONE}`,
    } as const
    await ask(page, 'event.add', { event: entry })
    const { people } = await ask(page, 'roster.read', {})
    const personId = people.find((person) => person.name === NAME)?.personId ?? ''
    expect(personId).not.toBe('')
    const refusals = [
      await ask(page, 'event.add', { event: entry }).catch((error: Error) => error.message),
      await ask(page, 'event.add', { event: { ...entry, unit: NAME } }).catch((error: Error) => error.message),
      await ask(page, 'person.correct', { personId, reason: NAME, changes: { idNumber: `${NUMBER}1` } }).catch(
        (error: Error) => error.message,
      ),
      await ask(page, 'book.open', { path: join(data, `${NAME}.dingbian`) }).catch((error: Error) => error.message),
      await ask(page, 'import.preview', { fileId: NAME }).catch((error: Error) => error.message),
    ]
    expect(refusals.every((said) => typeof said === 'string')).toBe(true)
    const bytes = workbookOf([
      {
        name: NAME,
        rows: [
          ['姓名', '身份证号', '手机'],
          [NAME, NUMBER, PHONE],
        ],
      },
    ])
    for (const content of [bytes, bytes.subarray(0, 2000)]) {
      const { fileId } = await ask(page, 'file.stage', { name: `${NAME}.xlsx`, base64: content.toString('base64') })
      await ask(page, 'import.preview', { fileId }).catch(() => null)
    }
    await ask(page, 'person.reveal', { personId, reason: '核对' })
    await ask(page, 'report.file', { form: (await ask(page, 'report.list', {})).forms[0]?.id ?? '' }).catch(() => null)
    for (const place of ['/people', `/people?list=all&person=${personId}`, '/changes?tab=history', '/findings']) {
      await page.evaluate((hash) => (location.hash = hash), `#${place}`)
      await page.locator('h1').first().waitFor()
      await settled(page)
    }
    // Control: the page shows her, so there was something to keep.
    expect(await page.evaluate((name) => document.body.innerText.includes(name), NAME)).toBe(true)

    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(Object.entries(localStorage)),
      session: JSON.stringify(Object.entries(sessionStorage)),
      cookies: document.cookie,
      title: document.title,
      history: location.href,
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      caches: await caches.keys().catch(() => [] as string[]),
    }))
    for (const word of WORDS) expect([word, JSON.stringify(kept).includes(word)]).toEqual([word, false])
    expect({ databases: kept.databases, caches: kept.caches, cookies: kept.cookies }).toEqual({
      databases: [],
      caches: [],
      cookies: '',
    })
    expect(wrongs).toEqual([])
    await page.context().close()
    await app.close()

    const places = [holding(data), holding(temp)]
    expect(places.flatMap(({ found }) => found)).toEqual([])
    // Control: a log that names her is found, in either encoding, and so is a file that is called like her.
    for (const [name, content] of [
      ['a.log', Buffer.from(NAME)],
      ['b.tmp', Buffer.from(NUMBER, 'utf16le')],
      [`${NAME}.tmp`, Buffer.alloc(1)],
    ] as const)
      writeFileSync(join(temp, name), content)
    expect(holding(temp).found).toHaveLength(3)
    const files = places.reduce((sum, { looked }) => sum + looked, 0)
    // The log of the day is among them, and the list of books opened last.
    expect(files).toBeGreaterThan(2)
    const looked = files * WORDS.length + Object.keys(kept).length * WORDS.length
    sayRow({
      row: 'R28',
      done: looked,
      seed: null,
      control: 'failed-as-it-must',
      note: `files=${files} words=${WORDS.length}`,
    })
  })
})
