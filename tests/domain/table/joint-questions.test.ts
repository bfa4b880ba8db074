import { describe, expect, it } from 'vitest'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Questions of one kind are one question, and what is answered to it is kept word by word. */

type Rows = readonly (readonly (string | null)[])[]
const id = (at: number) => inventedId(`198${at}-03-0${at + 1}`)

function read(rows: Rows, answers: Answers = {}) {
  const understood = understandWorkbook(workbookWith(sheetOf(rows)), { answers })
  const [sheet] = understood.sheets
  return {
    ...understood,
    names: (sheet?.people ?? []).map(({ values }) => shownText(values.get('name')?.cell)),
    posts: (sheet?.people ?? []).map(({ values }) => shownText(values.get('post')?.cell)),
    why: (sheet?.rows ?? []).flatMap(({ row, role, why }) => (role === 'data' && why !== null ? [[row, why]] : [])),
  }
}

const STATES: Rows = [
  ['姓名', '身份证号', '单位', '编制', '人员状态'],
  ['许小芹', id(0), '财政所', '事业编制', '在岗'],
  ['郑大同', id(1), '财政所', '事业编制', '退休'],
  ['马小明', id(2), '财政所', '事业编制', '调出'],
  ['钱大', id(3), '财政所', '事业编制', '去世'],
]

describe('people of whom a column says that they are gone', () => {
  it('are one question for all its words, and their rows are told of when they stay out', () => {
    const open = read(STATES)
    expect(open.questions.map(({ id: asked, text, rows, suggested }) => [asked, text, rows, suggested])).toEqual([
      [
        'all:left:人员状态',
        'E 列“人员状态”写着“退休”、“调出”、“去世”，像是已经不在岗。这些人都不导入吗？',
        [3, 4, 5],
        '-',
      ],
    ])
    const out = read(STATES, { 'all:left:人员状态': '-' })
    expect(out.names).toEqual(['许小芹'])
    expect(out.why).toEqual([3, 4, 5].map((row) => [row, '按您的回答不导入']))
    expect(out.notes).toEqual(['“花名册”第 3–5 行按您的回答不导入。'])
    expect(read(STATES, { 'all:left:人员状态': '+' }).names).toHaveLength(4)
  })

  it('are kept word by word: the next month’s new word is asked about, the others are not', () => {
    const { implied } = read(STATES, { 'all:left:人员状态': '-' })
    expect(implied).toEqual({ 'left:人员状态:退休': '-', 'left:人员状态:调出': '-', 'left:人员状态:去世': '-' })
    const next = read([...STATES, ['钱二', id(4), '财政所', '事业编制', '辞职']], implied)
    expect(next.questions.map(({ id: asked, rows }) => [asked, rows])).toEqual([['left:人员状态:辞职', [6]]])
    expect(next.names).toEqual(['许小芹', '钱二'])
  })

  it('can be answered one by one', () => {
    const apart = read(STATES, { 'all:left:人员状态': '*' })
    expect(apart.questions.map(({ rows }) => rows)).toEqual([[3], [4], [5]])
    expect(apart.implied).toEqual({})
    const mixed = read(STATES, { 'all:left:人员状态': '*', 'left:人员状态:退休': '-', 'left:人员状态:调出': '+' })
    expect(mixed.names).toEqual(['许小芹', '马小明', '钱大'])
    expect(mixed.questions.map(({ id: asked }) => asked)).toEqual(['left:人员状态:去世'])
  })
})

it('words that are no names, townships that are not ours and remarks of leaving are one question each', () => {
  const rows: Rows = [
    ['姓名', '单位', '编制', '备注'],
    ['许小芹', '财政所', '事业编制', '2026年3月退休'],
    ['郑大同', '财政所', '事业编制', '2025年5月调出至县水利局'],
    ['附表二', '财政所', '事业编制', null],
    ['见附表', '财政所', '事业编制', null],
  ]
  expect(read(rows).questions.map(({ id: asked, rows: about }) => [asked, about])).toEqual([
    ['all:oddName', [4, 5]],
    ['all:remark', [2, 3]],
  ])
})

describe('党内职务 beside 行政职务', () => {
  const posts = (
    heads: readonly string[],
    ...rows: readonly (readonly [string, string | null, string | null])[]
  ): Rows => [
    ['姓名', '单位', '编制', ...heads],
    ...rows.map(([name, ...both]) => [name, '党政办公室', '行政编制', ...both]),
  ]

  it('are one post, the party’s first, and a blank or 党员 is none', () => {
    const { posts: written, questions } = read(
      posts(
        ['党内职务', '行政职务'],
        ['许小芹', '党委副书记', '乡长'],
        ['郑大同', null, '副乡长'],
        ['马小明', '组织委员', '无'],
        ['钱大', '中共党员', '科员'],
        ['钱二', '党委委员', '党委委员、武装部部长'],
      ),
    )
    expect(written).toEqual(['党委副书记、乡长', '副乡长', '组织委员', '科员', '党委委员、武装部部长'])
    expect(questions).toEqual([])
  })

  it('are asked about where the order or the branch leaves a doubt, once for the sheet', () => {
    const turned = posts(['行政职务', '党内职务'], ['许小芹', '乡长', '党委副书记'], ['郑大同', '副乡长', '党委委员'])
    const open = read(turned)
    expect(open.questions.map(({ id: asked, rows, suggested }) => [asked, rows, suggested])).toEqual([
      ['joinPosts:*', [2, 3], null],
    ])
    expect(read(turned, { 'joinPosts:*': '1' }).posts).toEqual(['党委副书记、乡长', '党委委员、副乡长'])
    expect(read(turned, { 'joinPosts:*': '2' }).posts).toEqual(['乡长、党委副书记', '副乡长、党委委员'])
    expect(read(turned, { 'joinPosts:*': '-' }).posts).toEqual(['乡长', '副乡长'])
    const branch = posts(['党内职务', '职务'], ['许小芹', '机关支部书记', '科员'])
    expect(read(branch).questions.map(({ text }) => text)).toEqual([
      '“花名册”有“党内职务”和“职务”两列，如“机关支部书记”和“科员”。职务怎么记？',
    ])
  })

  it('alone is the post', () => {
    expect(
      read([
        ['姓名', '单位', '编制', '党内职务'],
        ['许小芹', '党政办公室', '行政编制', '党委书记'],
      ]).posts,
    ).toEqual(['党委书记'])
  })
})
