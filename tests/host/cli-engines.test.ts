import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { isWorkday } from 'chinese-days'
import { afterAll, describe, expect, it } from 'vitest'
import type { IdNumberAnswer, RetirementAnswer, WorkingDaysAnswer } from '../../electron/contract/engines.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import { temporaryFolder } from '../kit/book.ts'
import { inventedId } from '../kit/people.ts'
import { ANNEX_ROWS } from '../kit/retirement-annexes.ts'

/* The engines by command line, in real processes, without any book. */

const CLI = join(import.meta.dirname, '../../electron/host/cli.ts')
const folder = temporaryFolder()
afterAll(() => folder.dispose())

async function cli(
  args: readonly string[],
  input = '',
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, XDG_DATA_HOME: folder.path } })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { exitCode, stdout, stderr }
}

async function json<T>(args: readonly string[]): Promise<T> {
  const ran = await cli([...args, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ran.stdout) as T
}

interface Refused {
  readonly error: { readonly code: string; readonly message: string }
}

/** Sends lines as they are given (objects as JSON) and reads one answer for each. */
async function batch<T>(command: string, lines: readonly unknown[]): Promise<readonly (T | Refused)[]> {
  const ran = await cli(
    [command, '--batch'],
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T | Refused)
}

describe('retirement', () => {
  it('answers with age, month, delay, range and least contribution', async () => {
    expect(
      await json<RetirementAnswer>([
        'retirement',
        '--birth',
        '1968-06',
        '--category',
        'male60',
        '--kind',
        'professional',
      ]),
    ).toEqual({
      statutoryAge: '60岁11个月',
      years: 60,
      months: 11,
      retire: '2029-05',
      delayMonths: 11,
      original: '2028-06',
      earliest: '2028-06',
      latest: '2032-05',
      minimumContribution: {
        statutory: { years: 15, months: 0, text: '15年' },
        earliest: { years: 15, months: 0, text: '15年' },
      },
      notes: ['退休须由组织（人社）部门核定'],
    })
  })

  it('takes the year chosen for leaving early, the year of the statutory age otherwise (published example: 女工人 1980-11)', async () => {
    const answer = await json<RetirementAnswer>([
      'retirement',
      '--birth',
      '1980-11-30',
      '--category',
      'female50',
      '--kind',
      'worker',
    ])
    expect(answer).toMatchObject({
      statutoryAge: '53岁',
      retire: '2033-11',
      earliest: '2030-11',
      latest: '2036-11',
      minimumContribution: { statutory: { text: '17年' }, earliest: { years: 15, months: 6, text: '15年6个月' } },
    })
  })

  it.each([[['--civil-servant']], [['--kind', 'civilServant']], [['--kind', 'manager']]])(
    'has no late month with %j',
    async (option) => {
      const answer = await json<RetirementAnswer>([
        'retirement',
        '--birth',
        '1968-06',
        '--category',
        'male60',
        ...option,
      ])
      expect(answer).not.toHaveProperty('latest')
      expect(answer.notes.join()).toContain('第四条第二款')
    },
  )

  it('says it in words without --json', async () => {
    const ran = await cli(['retirement', '--birth', '1970-06', '--category', 'male60', '--civil-servant'])
    expect(ran.stdout).toContain('法定退休年龄 61岁5个月，2031-11 退休（延迟 17 个月），最低缴费 16年')
    expect(ran.stdout).toContain('最晚 2031-11')
  })

  it('answers 1,000 lines, every row of the annexes among them, in order', async () => {
    const kinds = ['worker', 'civilServant', 'manager', 'professional'] as const
    const asked = Array.from({ length: 1000 }, (_, index) => ({
      row: ANNEX_ROWS[index % ANNEX_ROWS.length]!,
      kind: kinds[index % 4]!,
    }))
    const answers = await batch<RetirementAnswer>(
      'retirement',
      asked.map(({ row, kind }) => ({ birth: row.birth, category: row.category, kind })),
    )
    expect(answers).toHaveLength(1000)
    for (const [index, { row, kind }] of asked.entries()) {
      expect(answers[index], `row ${row.birth}`).toMatchObject({
        years: row.years,
        months: row.months,
        retire: row.retire,
        delayMonths: row.delay,
      })
      expect('latest' in answers[index]!, `row ${kind}`).toBe(kind === 'worker' || kind === 'professional')
    }
  })

  it.each([
    [['--birth', '1968-13', '--category', 'male60'], 'birth 应写成'],
    [['--birth', '1968-02-30', '--category', 'male60'], 'birth 应写成'],
    [['--birth', '1068-02', '--category', 'male60'], '1900 年至 2099 年'],
    [['--birth', '1968-06', '--category', '男'], 'category 应是 male60'],
    [['--birth', '1968-06', '--category', 'male60', '--kind', '工人'], 'kind 应是'],
    [['--birth', '1968-06', '--category', 'male60', '--kind', 'worker', '--civil-servant'], '与 civil-servant 矛盾'],
  ])('refuses %j', async (options, sentence) => {
    expect(await cli(['retirement', ...options])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    })
  })
})

describe('id-number', () => {
  const man = inventedId('1968-06-15', '男')

  it('reads a number', async () => {
    expect(await json<IdNumberAnswer>(['id-number', man, '--birth', '1968-06-15', '--sex', '男'])).toEqual({
      verdict: 'valid',
      reason: null,
      normalized: man,
      upgraded: null,
      birth: '1968-06-15',
      sex: '男',
      kind: 'resident',
      warnings: [],
    })
  })

  it("reads the standard's own specimen with the X as clerks type it, and says what it put in order", async () => {
    const answer = await json<IdNumberAnswer>(['id-number', ' 11010519491231002ｘ'])
    expect(answer).toMatchObject({ verdict: 'valid', normalized: '11010519491231002X', birth: '1949-12-31', sex: '女' })
    expect(answer.warnings.join()).toContain('大写 X')
  })

  it.each([
    [[man, '--birth', '1968-07'], 'mismatch', '出生日期是 1968-06-15，登记的是 1968-07'],
    [[man, '--sex', '女'], 'mismatch', '性别是 男，登记的是 女'],
    [['110105194912310021'], 'invalid', '第 18 位应为 X，现为 1'],
    [['3.60902E+17'], 'invalid', 'Excel'],
    [['360902196806150'], 'invalid', '出生日期'],
    [['110105491231002'], 'legacy', '没有校验位'],
    [[''], 'invalid', '没有填写'],
    [[inventedId('2099-01-01')], 'invalid', '还没有到'],
  ])('%j: %s, %s', async (args, verdict, reason) => {
    const answer = await json<IdNumberAnswer>(['id-number', ...args])
    expect(answer).toMatchObject({ verdict, reason: expect.stringContaining(reason) })
  })

  it('gives the 18-digit form of an old number, to be confirmed', async () => {
    expect(await json<IdNumberAnswer>(['id-number', '110105491231002'])).toMatchObject({
      normalized: '110105491231002',
      upgraded: '11010519491231002X',
      kind: 'legacy15',
      birth: '1949-12-31',
      sex: '女',
    })
  })

  it.each([
    ['932682198501010017', 'foreignPermanent', '1985-01-01', '男'],
    ['911124198108030024', 'foreignPermanent', '1981-08-03', '女'],
  ])('knows the specimen %s', async (value, kind, birth, sex) => {
    expect(await json<IdNumberAnswer>(['id-number', value])).toMatchObject({ verdict: 'valid', kind, birth, sex })
  })

  it('answers 1,000 lines in order, the bad ones in their place', async () => {
    const made = Array.from({ length: 1000 }, (_, index) => {
      const birth = addDays('1962-03-01', index * 13)
      const value = inventedId(birth, index % 2 === 0 ? '男' : '女')
      const wrongLast = `${value.slice(0, 17)}${value.endsWith('5') ? '6' : '5'}`
      const variants = [
        { line: { value, birth, sex: index % 2 === 0 ? '男' : '女' }, expected: { verdict: 'valid', birth } },
        { line: { value: wrongLast }, expected: { verdict: 'invalid', normalized: wrongLast } },
        { line: { value, sex: index % 2 === 0 ? '女' : '男' }, expected: { verdict: 'mismatch', birth } },
        { line: `{"value":"${value}"`, expected: { error: { code: 'invalid_input' } } },
        {
          line: { value: Number(value.slice(0, 15)) },
          expected: { error: { code: 'invalid_input', message: expect.stringContaining('写成数字会丢掉末几位') } },
        },
      ]
      return variants[index % 5]!
    })
    const answers = await batch<IdNumberAnswer>(
      'id-number',
      made.map((each) => each.line),
    )
    expect(answers).toHaveLength(1000)
    for (const [index, { expected }] of made.entries())
      expect(answers[index], `line ${index + 1}`).toMatchObject(expected)
  })
})

describe('working-days', () => {
  it('does not count the posting day, and counts 调休 days (国办发明电〔2025〕7号)', async () => {
    // 29 and 30 September, the holiday of 1–7 October, 8, 9, the worked Saturday 10, 12, 13 October.
    expect(await json<WorkingDaysAnswer>(['working-days', '--from', '2026-09-28', '--days', '7'])).toEqual({
      end: '2026-10-13',
      calendarDays: 15,
    })
  })

  it('refuses a year whose notice is not out, in words', async () => {
    expect(await cli(['working-days', '--from', '2026-12-28', '--days', '5', '--json'])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('没有 2027 年的放假安排'),
    })
  })

  it('answers 1,000 posting days as an independent calendar does', async () => {
    const asked = Array.from({ length: 1000 }, (_, index) => ({
      from: addDays('2024-01-01', index),
      days: (index % 10) + 1,
    }))
    const answers = await batch<WorkingDaysAnswer>('working-days', asked)
    expect(answers.map((answer) => ('end' in answer ? answer.end : answer.error.code))).toEqual(
      asked.map(({ from, days }) => countedBy(from, days)),
    )
  })

  it('has an answer for every line: a missing year, a wrong field, no JSON, a blank line, an unknown key', async () => {
    const answers = await batch<WorkingDaysAnswer>('working-days', [
      { from: '2026-12-28', days: 5 },
      { from: '2026-02-30', days: 5 },
      { from: '2026-11-02', days: 0 },
      { from: '2026-11-02' },
      '不是 JSON',
      '',
      '[]',
      { from: '2026-11-02', days: 5, dasy: 6 },
      { from: '2026-11-02', days: '5' },
    ])
    expect(answers.map((answer) => ('error' in answer ? answer.error.code : answer.end))).toEqual([
      'holiday_calendar_missing',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      '2026-11-09',
    ])
    expect(answers[0]).toMatchObject({ error: { message: expect.stringContaining('2027') } })
  })
})

/** The n-th working day after `from`, by the calendar library. */
function countedBy(from: string, days: number): string {
  let date = from
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    if (isWorkday(date)) left -= 1
  }
  return date
}

describe('all three', () => {
  it('answer an empty batch with nothing, and a batch of Windows lines with a byte-order mark', async () => {
    expect(await cli(['retirement', '--batch'])).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    const ran = await cli(
      ['retirement', '--batch', '--json'],
      '\ufeff{"birth":"1965-01","category":"male60"}\r\n{"birth":"1965-05","category":"male60","civil-servant":true}\r\n',
    )
    expect(
      ran.stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as RetirementAnswer).retire),
    ).toEqual(['2025-02', '2025-07'])
  })

  it.each([
    [['retirement', '--category', 'male60'], '缺少 --birth'],
    [['working-days', '--from', '2026-11-02'], '缺少 --days'],
    [['working-days', '--from', '2026-11-02', '--days', '五'], '--days 应是工作日数'],
    [['id-number'], '只写一个号码'],
    [['id-number', '1', '2'], '只写一个号码'],
    [['id-number', '1', '--batch'], '多出了'],
    [['retirement', '--batch', '--birth', '1968-06'], '标准输入'],
    [['retirement', '--birth', '1968-06', '--category', 'male60', '--book', 'x'], '不用 --book'],
    [['figures', '--batch'], '缺少 --book'],
  ])('wrong usage %j exits 2', async (args, sentence) => {
    expect(await cli(args)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(sentence) })
  })

  it('leave no book behind', () => {
    expect(
      readdirSync(folder.path, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.dingbian')),
    ).toEqual([])
  })
})

describe('arithmetic', () => {
  it('reproduces a report, says what is not checkable and what it implies', async () => {
    expect(await json(['arithmetic', '--from', '249', '--to', '184', '--cut', '65', '--rate', '26.1'])).toMatchObject({
      verdict: 'agrees',
      text: '249−184=65，65/249=26.1%，相符。',
    })
    expect(await json(['arithmetic', '--to', '4248', '--rate', '10.1'])).toMatchObject({
      verdict: 'notCheckable',
      implied: { from: { least: 4723, most: 4727 }, cut: { least: 475, most: 479 } },
    })
    expect((await cli(['arithmetic', '--parts', '219,217', '--total', '437'])).stdout).toBe(
      '不符：219+217=436，合计写作 437，相差 1。\n',
    )
  })

  it('answers lines in order; a line that says nothing is told so', async () => {
    const answers = await batch<{ readonly verdict: string }>('arithmetic', [
      { parts: [5, 2], total: 7 },
      { total: 7 },
      { from: 2055, to: 1436, cut: 619, rate: 30.1 },
      { parts: [1], to: 3 },
    ])
    expect(answers).toMatchObject([
      { verdict: 'agrees' },
      { error: { code: 'invalid_input' } },
      { verdict: 'agrees' },
      { error: { code: 'invalid_input' } },
    ])
  })
})
