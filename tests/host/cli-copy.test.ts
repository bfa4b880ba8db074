import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write, type WorkBook } from 'xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* A copy of the roster, worked on by another library as WPS would, and taken back. */

type Back = Output<'viewCopy.read'> & { readonly accepted: Output<'viewCopy.accept'> | null }
type Cells = (string | undefined)[][]

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
const cli = (...args: readonly string[]) => runCli(folder.path, args)
afterAll(() => folder.dispose())

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', '--book', book, SAMPLE_WORKBOOK)
})

async function copyOut(name: string, ...more: readonly string[]): Promise<string> {
  const out = join(folder.path, name)
  expect(await cli('copy', 'out', '--book', book, '--out', out, ...more)).toMatchObject({ exitCode: 0, stderr: '' })
  return out
}

/** Opens the file with the other library, changes the visible sheet, saves everything as that library does. */
function edited(path: string, change: (rows: Cells) => Cells): string {
  const workbook: WorkBook = read(readFileSync(path), { cellNF: true })
  const [name = ''] = workbook.SheetNames
  const rows = utils.sheet_to_json<(string | undefined)[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: '' })
  const sheet = utils.aoa_to_sheet(change(rows))
  workbook.Sheets[name] = sheet
  const saved = path.replace('.xlsx', ' 改过.xlsx')
  writeFileSync(saved, write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return saved
}

async function back(path: string, ...more: readonly string[]): Promise<Back> {
  const { stdout, stderr, exitCode } = await cli('copy', 'back', '--book', book, path, '--json', ...more)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout) as Back
}

const entries = async () =>
  (JSON.parse((await cli('verify', '--book', book, '--json')).stdout) as { readonly entries: number }).entries

const at = (rows: Cells, title: string) => rows[0]?.indexOf(title) ?? -1
const put = (rows: Cells, name: string, title: string, text: string): Cells =>
  rows.map((row) =>
    row[at(rows, '姓名')] === name ? row.map((cell, place) => (place === at(rows, title) ? text : cell)) : row,
  )

describe('a copy of the roster', () => {
  it('that comes back as it went says that nothing was changed', async () => {
    const out = await copyOut('原样.xlsx')
    expect(await back(out)).toMatchObject({ changes: [], settled: 0, gone: [], added: [], twice: [], unknown: [] })
    expect(await back(edited(out, (rows) => rows))).toMatchObject({ changes: [], gone: [], added: [] })
  })

  it('is read by its people, whatever rows were sorted, deleted or put in, and whatever columns', async () => {
    const out = await copyOut('改乱.xlsx', '--list', 'in-quota', '--fields', '姓名、所在机构、政治面貌、学历、性别')
    const saved = edited(out, (rows) => {
      const [head = [], ...people] = put(put(rows, '冯长青', '政治面貌', '中共党员'), '陈丽华', '学历', '硕士')
      const sorted = people
        .filter((row) => row[at(rows, '姓名')] !== '卫春梅')
        .toSorted((one, other) => String(one[0]).localeCompare(String(other[0])))
      const fresh = head.map((title) => (title === '姓名' ? '试新人' : title === '政治面貌' ? '群众' : ''))
      // A line above the head, a column of her own, one column gone, the others in another order.
      const kept = head
        .map((_, place) => place)
        .filter((place) => place !== at(rows, '性别'))
        .toReversed()
      const lines = [head, ...sorted.slice(0, 5), fresh, ...sorted.slice(5)]
      return [
        ['给领导看的'],
        ...lines.map((line, row) => [...kept.map((place) => line[place]), row === 0 ? '我的备注' : '记']),
      ]
    })
    const read = await back(saved)
    expect(
      read.changes.map(({ name, title, was, theirs, problem }) => [name, title, was, theirs, problem === null]),
    ).toEqual(
      expect.arrayContaining([
        ['冯长青', '政治面貌', '群众', '中共党员', true],
        ['陈丽华', '学历', '大学专科', '硕士', true],
      ]),
    )
    expect(read.changes).toHaveLength(2)
    expect(read.gone.map(({ name }) => name)).toEqual(['卫春梅'])
    expect(read.added.map(({ name }) => name)).toEqual(['试新人'])
    expect(read.unknown).toEqual(['我的备注'])
  })

  it('is taken in once: plain cells are one entry, a key field a correction, and the same file again writes nothing', async () => {
    const out = await copyOut('取回.xlsx')
    const saved = edited(out, (rows) =>
      put(
        put(
          put(put(rows, '冯长青', '政治面貌', '中共党员'), '韩学军', '政治面貌', '九三学社社员'),
          '杨雪',
          '入编时间',
          '2011-05',
        ),
        '秦婷',
        '学历',
        '乱写',
      ),
    )
    const before = await entries()
    const first = await back(saved, '--accept')
    expect(first.accepted).toMatchObject({ cells: 3, refused: [] })
    expect(first.changes.find(({ name }) => name === '秦婷')?.problem).toContain('没有“乱写”这种写法')
    expect(await entries()).toBe(before + 2)
    const again = await back(saved, '--accept')
    expect(again.accepted).toEqual({ seqs: [], cells: 0, refused: [] })
    expect(again).toMatchObject({ settled: 3 })
    expect(await entries()).toBe(before + 2)
    // The person whose row is gone is asked about, never taken out.
    const fewer = edited(out, (rows) => rows.filter((row) => row[at(rows, '姓名')] !== '杨雪'))
    const gone = await back(fewer, '--accept')
    expect(gone.gone.map(({ name }) => name)).toEqual(['杨雪'])
    expect(JSON.parse((await cli('roster', '--book', book, '--list', 'in-quota', '--json')).stdout)).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ name: '杨雪' })]) as unknown,
    })
  })

  it('says what the book changed meanwhile beside what she did, and leaves alone what only the book changed', async () => {
    const out = await copyOut('两边.xlsx')
    const meanwhile = edited(out, (rows) =>
      put(put(rows, '尤国栋', '政治面貌', '群众'), '秦婷', '政治面貌', '民革党员'),
    )
    await back(meanwhile, '--accept')
    const mine = edited(out, (rows) => put(rows, '尤国栋', '政治面貌', '共青团员'))
    const read = await back(mine)
    expect(read.changes.map(({ name, was, now, theirs }) => [name, was, now, theirs])).toEqual([
      ['尤国栋', '中共党员', '群众', '共青团员'],
    ])
  })

  it('a row copied in the sheet is a second one of the same person, and under another name a new one', async () => {
    const out = await copyOut('复制.xlsx')
    const saved = edited(out, (rows) => {
      const one = rows.find((row) => row[at(rows, '姓名')] === '许小芹') ?? []
      return [...rows, [...one], one.map((cell, place) => (place === at(rows, '姓名') ? '试丙' : cell))]
    })
    const read = await back(saved)
    expect(read.twice.map(({ name }) => name)).toEqual(['许小芹'])
    expect(read.added.map(({ name }) => name)).toEqual(['试丙'])
    expect(read.gone).toEqual([])
  })

  it('any other workbook is refused with the way that works', async () => {
    const refused = await cli('copy', 'back', '--book', book, SAMPLE_WORKBOOK)
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('不是用“用 WPS 打开”得到的副本')
  })

  it('shows personal numbers in part; a part copied back is no change, and a part changed is refused', async () => {
    const out = await copyOut('号码.xlsx', '--fields', '姓名、身份证号')
    const masked = edited(out, (rows) => put(rows, '许小芹', '身份证号', '36****1234'))
    const read = await back(masked)
    expect(read.changes.map(({ name, problem }) => [name, problem])).toEqual([
      ['许小芹', '这里只显示了一部分，不能照抄；请写全'],
    ])
    expect(readFileSync(out).includes('定编')).toBe(false)
  })
})
