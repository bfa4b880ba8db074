import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, type TestContext } from 'vitest'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { fillTemplate } from '../../electron/app/forms/fill-template.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { sampleBytes } from '../fixtures/workbooks.ts'
import { formA, formB, formC, formCard } from '../kit/blank-forms.ts'
import { makeContext, type TestContext as BookContext } from '../kit/context.ts'
import { withTownship } from '../kit/township.ts'
import { missingTool, printed } from './office.ts'

/* A superior's blank, filled from the sample township and printed: every page has its header, everybody is on it, the sums recalculate. */

const missing = missingTool()
const plain = (text: string) => text.replaceAll(/\s/g, '')

async function filled(
  context: TestContext,
  blank: () => Promise<Uint8Array>,
  work: (bytes: Buffer, book: BookContext) => Promise<void> | void,
  more: { readonly person?: string } = {},
): Promise<void> {
  if (missing !== null) context.skip(`skipped: no ${missing}`)
  await withTownship(async (book: OpenBook) => {
    const app = makeContext(book, { operation: 'import.commit' })
    await commitImport({ fileId: app.stage('花名册.xlsx', sampleBytes()) }, app)
    const { people } = await readRoster({ list: 'in-quota' }, app)
    const personId = people.find((person) => person.name === more.person)?.personId
    const done = await fillTemplate(
      { fileId: app.stage('空表.xlsx', await blank()), ...(personId === undefined ? {} : { personId }) },
      app,
    )
    await work(Buffer.from(done.base64, 'base64'), app)
  })
}

/** What LibreOffice works out for a sheet's cells, as comma-separated text. */
function recalculated(workbook: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'dingbian-fill-'))
  try {
    writeFileSync(join(folder, 'f.xlsx'), workbook)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        folder,
        join(folder, 'f.xlsx'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    return readFileSync(join(folder, 'f.csv'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('A: everybody counted in a form of twenty lines, header on every page, 合计 and signature below them', (context) =>
  filled(context, formA, async (bytes, app) => {
    const { pages } = printed(bytes)
    const table = pages.filter(
      (page) => !plain(page).includes('填表说明') && !plain(page).includes('身份证号码按文本填写'),
    )
    expect(table.length).toBeGreaterThan(1)
    for (const page of table) expect(plain(page)).toContain('身份证号码')
    const text = plain(table.join(''))
    expect(text).toContain('填报单位（盖章）：试验乡单位：人')
    // 实有人员 are all who hold a post of the 编制, whatever list they stand on; those off it are none of them.
    const lists = { 'in-quota': 43, 'over-quota': 2, 'non-compliant': 4 } as const
    for (const [list, count] of Object.entries(lists) as [keyof typeof lists, number][]) {
      const { people } = await readRoster({ list }, app)
      expect(people).toHaveLength(count)
      for (const person of people) expect(text).toContain(person.name)
      for (const person of people) expect(text.indexOf('合计')).toBeGreaterThan(text.indexOf(person.name))
    }
    expect(text.indexOf('填表人')).toBeGreaterThan(text.indexOf('合计'))
    expect(recalculated(bytes)).toMatch(/^合计,,49,/m)
  }))

it('B: the one ruled line becomes one for everybody, ages worked out, the note below', (context) =>
  filled(context, formB, async (bytes, app) => {
    const csv = recalculated(bytes)
    const { people } = await readRoster({ list: 'in-quota' }, app)
    for (const person of people) expect(csv).toContain(person.name)
    const row = csv.split('\n').find((line) => line.includes('冯长青'))
    const born = Number(people.find((person) => person.name === '冯长青')?.birth?.slice(0, 4))
    expect(row?.split(',')[11]).toBe(String(2026 - born))
    expect(csv.trimEnd().split('\n').at(-1)).toContain('注：本表一式两份')
  }))

it('C: a line a unit, and the totals the office program works out are the book’s', (context) =>
  filled(context, formC, (bytes) => {
    const total = recalculated(bytes)
      .split('\n')
      .find((line) => line.startsWith(',总计') || line.includes('总计'))
    // 空编 by the form's own formula, 核定 less 实有: an 超编 is netted there, where the book would say 1 and 4.
    expect(total?.split(',').slice(2, 8)).toEqual(['23', '23', '0', '28', '25', '3'])
  }))

it('D: a card with one person on it', (context) =>
  filled(
    context,
    formCard,
    (bytes) => {
      const text = plain(printed(bytes).pages.join(''))
      for (const words of ['冯长青', '党政综合办公室', '行政编制', '汉族']) expect(text).toContain(words)
    },
    { person: '冯长青' },
  ))
