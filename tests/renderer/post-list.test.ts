import { describe, expect, test } from 'vitest'
import { filterPosts, postState, postStates } from '../../renderer/features/units/post-list.ts'

function post(over: Partial<Parameters<typeof postState>[0]>): Parameters<typeof postState>[0] {
  return {
    postId: 'p',
    unit: '财政所',
    title: '会计',
    state: 'inUse',
    leadership: null,
    holder: '祝一帆',
    vacantDays: null,
    before: [],
    ...over,
  }
}

describe('the list of posts', () => {
  test('a post in use that nobody holds is 空缺; one planned or frozen keeps its own word', () => {
    expect(postState(post({}))).toBe('在用')
    expect(postState(post({ holder: null, vacantDays: 12 }))).toBe('空缺')
    expect(postState(post({ state: 'planned', holder: null }))).toBe('拟设')
    expect(postState(post({ state: 'frozen', holder: null }))).toBe('冻结')
  })

  test('offers only the states that occur', () => {
    expect(postStates([post({ state: 'frozen' }), post({ holder: null }), post({})])).toEqual(['在用', '空缺', '冻结'])
  })

  test('finds a post by who held it before', () => {
    const held = post({ postId: 'a', holder: null, before: [{ name: '祝三江', from: '2010-01-01', to: '2020-01-01' }] })
    const all = [held, post({ postId: 'b' })]
    expect(filterPosts(all, { search: '三江', unit: '', state: '' })).toEqual([held])
    expect(filterPosts(all, { search: '', unit: '', state: '空缺' })).toEqual([held])
    expect(filterPosts(all, { search: '', unit: '党政办', state: '' })).toEqual([])
  })
})
