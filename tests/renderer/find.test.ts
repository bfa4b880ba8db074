import { describe, expect, it, vi } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import { EVENTS } from '../../electron/vocabulary/events.ts'
import { soundsOf, hearLetters } from '../../renderer/ui/match-sound.ts'
import { MANY } from '../kit/many-to-find.ts'

vi.stubGlobal('window', { addEventListener: () => undefined, location: { hash: '' } })
const { actionItems, bookItems, formItems } = await import('../../renderer/features/search/find-items.ts')
const { findHits } = await import('../../renderer/features/search/find-hits.ts')
const { placeAfter } = await import('../../renderer/features/search/search-box.tsx')
const { SCREEN_NAMES, SCREENS } = await import('../../renderer/text/screens.ts')
const { asksForKeys } = await import('../../renderer/features/shell/undo-keys.ts')

type Index = Output<'find.index'>

const person = (name: string, more: Partial<Index['people'][number]> = {}): Index['people'][number] => ({
  personId: `id-${name}${more.idTail ?? ''}`,
  name,
  unit: '党政综合办公室',
  post: '科员',
  standing: '行政编制',
  idTail: null,
  leftOn: null,
  comesOn: null,
  ...more,
})

const INDEX: Index = {
  asOf: '2026-11-22',
  people: [
    person('曾立行'),
    person('王芳', { idTail: '9914' }),
    person('王芳', { idTail: '992x', unit: '财政所' }),
    person('李明朗', { leftOn: '2025-03-01', unit: '民政所' }),
    person('郑和', { leftOn: '2024-03-01', idTail: '9911' }),
    person('郑和', { leftOn: '2023-03-01', idTail: '9922' }),
  ],
  units: [
    { unitId: 'u1', name: '财政所', also: ['财政与资产管理所'], endedOn: null },
    { unitId: 'u2', name: '民政所', also: [], endedOn: '2020-05-01' },
  ],
  posts: [{ postId: 'p1', title: '武装部长', unit: '领导班子', state: 'inUse', holder: null }],
  documents: [
    { documentId: 'd1', number: '山编办〔2026〕9号', title: '关于核增编制的批复', issuer: '县委编办', issuedOn: null },
  ],
  notices: [{ noticeId: 'n1', number: '公示2026-01', postedOn: '2026-11-02', stage: 'posted' }],
}
const FORMS = [
  { id: 'roster', title: '实名制花名册', about: '一人一行', due: '半年' },
] as unknown as Output<'report.list'>['forms']

const ITEMS = [...bookItems(INDEX), ...actionItems(), ...formItems(FORMS)]
const found = (query: string) => findHits(ITEMS, query).flatMap((group) => group.hits)
const titles = (query: string) => found(query).map((hit) => hit.title)
const first = (query: string) => found(query)[0]

describe('finding anything in one box', () => {
  it.each([
    ['曾立行', '曾立行'],
    ['zlx', '曾立行'],
    ['zenglixing', '曾立行'],
    ['zengli', '曾立行'],
    ['zenglx', '曾立行'],
    ['lml', '李明朗'],
    ['山编办[2026]9', '山编办〔2026〕9号'],
    ['山编办（2026）9号', '山编办〔2026〕9号'],
    ['核增编制的批复', '山编办〔2026〕9号'],
    ['财政与资产管理所', '财政所'],
    ['minzhengsuo', '民政所'],
    ['公示2026-01', '公示2026-01'],
    ['花名册', '实名制花名册'],
    ['比对', '比对'],
    ['吃空饷', '比对'],
    ['bf', '备份与安全'],
  ])('“%s” finds %s', (query, title) => {
    expect(titles(query)).toContain(title)
  })

  it('“退休” leads to the forecast and to the form it is registered on; “超编” to its list; a verb in front does no harm', () => {
    expect(titles('退休')).toEqual(expect.arrayContaining(['退休预测', '登记退休安排', '登记出编']))
    expect(titles('办理退休')).toEqual(expect.arrayContaining(['登记出编']))
    expect(titles('超编')).toEqual(expect.arrayContaining(['超编名单', '核查']))
    expect(titles('打印花名册')).toEqual(expect.arrayContaining(['自定花名册', '实名制花名册']))
    expect(titles('tx')).toEqual(expect.arrayContaining(['退休预测']))
  })

  it('namesakes say their office and the tail of their number, and the tail finds the one that is meant', () => {
    expect(found('王芳').map((hit) => hit.detail)).toEqual(['党政综合办公室 科员　尾号 9914', '财政所 科员　尾号 992x'])
    expect(found('王芳 992X').map((hit) => hit.detail)).toEqual(['财政所 科员　尾号 992x'])
  })

  it('opens each where it belongs: a person’s page, a leaver’s history, an abolished unit’s chronicle', () => {
    expect(first('曾立行')?.target).toEqual({ person: 'id-曾立行' })
    expect(first('李明朗')).toMatchObject({
      mark: '已离开 2025-03',
      target: { screen: 'journal', params: { tab: 'history', who: '李明朗' } },
    })
    // By name where only one bears it; of two of one name each by what tells them apart.
    expect(found('郑和').map((hit) => 'screen' in hit.target && hit.target.params['who'])).toEqual([
      'id-郑和9911',
      'id-郑和9922',
    ])
    expect(first('民政所')).toMatchObject({
      mark: '已撤销 2020-05',
      target: { screen: 'units', params: { chronicle: 'u2' } },
    })
    expect(first('财政所')?.target).toEqual({ screen: 'units', params: { unit: 'u1' } })
  })

  it('finds nothing for what is not there, nor for marks alone', () => {
    expect(found('查无此人某某')).toEqual([])
    expect(found('〔〕')).toEqual([])
    expect(found('王芳 李明朗')).toEqual([])
  })

  it('knows every screen and every kind of event, by title and by initials', () => {
    const named = [
      ...SCREEN_NAMES.map((screen) => SCREENS[screen].title),
      ...Object.values(EVENTS).map(({ title }) => `登记${title}`),
    ]
    expect(named.filter((title) => !titles(title).includes(title))).toEqual([])
    expect(new Set(ITEMS.map((item) => item.key)).size).toBe(ITEMS.length)
  })

  it('the arrows go round, PageDown and PageUp from group to group; letters are the box’s own', () => {
    const groups = findHits(ITEMS, '财政')
    expect(groups.length).toBeGreaterThan(1)
    const count = groups.flatMap((group) => group.hits).length
    const second = groups[0]?.hits.length ?? 0
    expect(placeAfter('ArrowDown', count - 1, groups)).toBe(0)
    expect(placeAfter('ArrowUp', 0, groups)).toBe(count - 1)
    expect(placeAfter('PageDown', 0, groups)).toBe(second)
    expect(placeAfter('PageUp', second, groups)).toBe(0)
    expect(placeAfter('a', 0, groups)).toBeNull()
    expect(placeAfter('ArrowDown', 0, [])).toBeNull()
  })
})

describe('letters against sounds', () => {
  it.each([
    ['重庆', 'cq', 'start'],
    ['吕布', 'lvb', 'start'],
    ['增减变动表', 'bdb', 'inside'],
    ['增减变动表', 'zhjbd', null],
    ['曾立行', 'zenglixingx', null],
    ['张三', 'zhs', 'start'],
    ['张三', 'zhangsan', 'start'],
    ['张三', 'zhas', null],
  ] as const)('%s by %s: %s', (text, letters, heard) => {
    expect(hearLetters(soundsOf(text), letters)).toBe(heard)
  })
})

it('F1 lists the keys anywhere, a question mark only where nobody is typing', () => {
  const press = (key: string, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  })
  expect(asksForKeys(press('F1'), true)).toBe(true)
  expect(asksForKeys(press('?'), false)).toBe(true)
  expect(asksForKeys(press('？'), false)).toBe(true)
  expect(asksForKeys(press('?'), true)).toBe(false)
  expect(asksForKeys(press('F1', { altKey: true }), false)).toBe(false)
})

it('with ten thousand people a few letters still find the few they mean', () => {
  const items = [...bookItems(MANY), ...actionItems(), ...formItems(FORMS)]
  expect(findHits(items, 'zhangw')[0]?.count).toBeGreaterThan(10)
  expect(findHits(items, '打印花名册').length).toBeGreaterThan(0)
})
