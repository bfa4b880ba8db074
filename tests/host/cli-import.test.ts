import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { runCli } from '../kit/command-line.ts'
import { inventedId } from '../kit/people.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('refused rows come back as a workbook with the reason beside each', async () => {
  const [book, sheet, out] = ['b.dingbian', 'r.csv', 'refused.xlsx'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(
    sheet,
    '姓名,单位,编制类型,身份证号\n王一明,党政办公室,行政编制,\n李二红,党政办公室,行政编制,36011119850301\n张三立,党政办公室,行政编制,\n',
  )
  await runCli(folder, ['book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡'])
  const { exitCode } = await runCli(folder, ['import', '--book', book, sheet, '--refused-out', out])
  expect(exitCode).toBe(1)
  const workbook = read(readFileSync(out))
  const rows = workbook.SheetNames.flatMap((name) =>
    utils.sheet_to_json<readonly string[]>(workbook.Sheets[name] ?? {}, { header: 1 }),
  )
  const texts = rows.map((row) => row.join('|')).join('\n')
  expect(texts).toContain('原因')
  expect(texts).toContain('李二红')
  expect(texts).not.toContain('王一明')
})

/** Offices with several people in a cell, and a word for 编制 nobody knows. */
const MONTHLY = (first: string, second: string) =>
  ['机构,编制,工作人员', `党政办公室,机关在册,${first}`, `财政所,事业编制,${second}`].join('\n')

it('questions are written down, answered in the same file, and asked never again for that shape', async () => {
  const [book, september, october, questions] = ['q.dingbian', '九月.csv', '十月.csv', 'q.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  writeFileSync(september, MONTHLY('王一明、李二红', '张三立、赵四海'))
  writeFileSync(october, MONTHLY('王一明、李二红、孙五洲', '张三立、赵四海'))
  await runCli(folder, ['book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡'])
  const importing = async (file: string, ...more: readonly string[]) => {
    const { exitCode, stdout } = await runCli(folder, ['import', file, '--book', book, '--json', ...more])
    const {
      added,
      updated,
      unchanged,
      questions: open,
    } = JSON.parse(stdout) as {
      readonly [K in 'added' | 'updated' | 'unchanged']: number
    } & { readonly questions: readonly { readonly id: string }[] }
    return { exitCode, added, updated, unchanged, open: open.map(({ id }) => id) }
  }
  const asked = await importing(september, '--questions', questions)
  expect([asked.exitCode, asked.open]).toEqual([1, ['namesIn:*:C', 'value:category:机关在册']])
  const written = JSON.parse(readFileSync(questions, 'utf8')) as {
    readonly questions: readonly { readonly id: string; answer: string | null }[]
  }
  for (const question of written.questions) question.answer = question.id.startsWith('value:') ? '行政编制' : '+'
  writeFileSync(questions, JSON.stringify(written))
  expect(await importing(september, '--answers', questions)).toEqual({
    exitCode: 0,
    added: 4,
    updated: 0,
    unchanged: 0,
    open: [],
  })
  expect(await importing(september)).toEqual({ exitCode: 0, added: 0, updated: 0, unchanged: 4, open: [] })
  expect(await importing(october)).toEqual({ exitCode: 0, added: 1, updated: 0, unchanged: 4, open: [] })
})

const HEADED = ['姓名,身份证号,编制类型,入编时间', '党政办公室（编制3名，实有2名）,,,']
const STAFF = [
  `王一明,${inventedId('1980-01-05')},行政编制,2005-07`,
  `李二红,${inventedId('1982-02-06')},行政编制,2008-03`,
]

it('numbers of headings go in as approved numbers when she says so, with people long before, and stay remembered', async () => {
  const [book, september, october, questions] = ['h.dingbian', '九月h.csv', '十月h.csv', 'h.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  writeFileSync(september, [...HEADED, ...STAFF].join('\n'))
  writeFileSync(
    october,
    [HEADED[0], '党政办公室（编制4名，实有2名）,,,', ...STAFF, '林业站（事业编制2名，实有0名）,,,'].join('\n'),
  )
  await runCli(folder, ['book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡'])
  const importing = async (file: string, ...more: readonly string[]) => {
    const { exitCode, stdout, stderr } = await runCli(folder, ['import', file, '--book', book, '--json', ...more])
    const { counts, offers, notes } = JSON.parse(stdout) as {
      readonly counts: { readonly [K in 'people' | 'quotas']: { readonly added: number; readonly unchanged: number } }
      readonly offers: readonly { readonly id: string }[]
      readonly notes: readonly string[]
    }
    return { exitCode, stderr, people: counts.people.added, quotas: counts.quotas.added, offers, notes }
  }
  const lines = async () =>
    (
      JSON.parse((await runCli(folder, ['figures', '--book', book, '--json'])).stdout) as {
        readonly lines: readonly { readonly unit: string; readonly quota: number; readonly over: number }[]
      }
    ).lines.map(({ unit, quota, over }) => [unit, quota, over])

  const first = await importing(september, '--questions', questions)
  expect([first.exitCode, first.people, first.quotas]).toEqual([0, 2, 0])
  expect(first.stderr).toContain('可答可不答：小标题里写着“党政办公室”的核定编制 3 名')
  expect(first.notes.join()).toContain('没有记进编制本')
  expect(await lines()).toEqual([['党政办公室', 0, 2]])

  const written = JSON.parse(readFileSync(questions, 'utf8')) as { readonly optional: { answer: string | null }[] }
  for (const question of written.optional) question.answer = '+'
  writeFileSync(questions, JSON.stringify(written))
  const second = await importing(september, '--answers', questions)
  expect([second.exitCode, second.people, second.quotas, second.offers]).toEqual([0, 0, 1, []])
  expect(await lines()).toEqual([['党政办公室', 3, 0]])

  // The next month another number: said, and the book's stays; a new office's is taken by the answer given before.
  const third = await importing(october)
  expect([third.exitCode, third.quotas, third.stderr]).toEqual([0, 1, ''])
  expect(third.notes).toContain('“党政办公室”：小标题写编制 4 名，编制本里是 3 名。导入不改编制本里的数，请核对。')
  expect(await lines()).toEqual([
    ['党政办公室', 3, 0],
    ['林业站', 2, 0],
  ])
})
