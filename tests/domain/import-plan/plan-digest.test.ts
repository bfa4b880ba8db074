import { expect, it } from 'vitest'
import { planDigest } from '../../../electron/domain/import-plan/plan-digest.ts'
import { emptyDraft, type WriteDraft } from '../../../electron/domain/import-plan/planned-writes.ts'
import { repeated } from '../../../electron/domain/model/one-or-more.ts'

const post = { id: '+o1', unitId: 'u1', title: '科员', leadership: null, validFrom: '2026-01-01' }
const drafted = (make: (draft: WriteDraft) => void) => {
  const draft = emptyDraft()
  make(draft)
  return planDigest(draft)
}

it('plans that write the same are told as one, and any other value, place, order or change as another', () => {
  const plain = drafted((draft) => draft.posts.push(post, { ...post, id: '+o2' }))
  expect(drafted((draft) => draft.posts.push({ ...post }, { ...post, id: '+o2' }))).toBe(plain)
  const others = [
    drafted(() => undefined),
    drafted((draft) => draft.posts.push(post)),
    drafted((draft) => draft.posts.push({ ...post, id: '+o2' }, post)),
    drafted((draft) => draft.posts.push({ ...post, title: '科员甲' }, { ...post, id: '+o2' })),
    // The same letters, parted elsewhere.
    drafted((draft) => draft.posts.push({ ...post, unitId: 'u1科', title: '员' }, { ...post, id: '+o2' })),
    drafted((draft) => draft.posts.push({ ...post, leadership: 'chief' }, { ...post, id: '+o2' })),
    drafted((draft) => {
      draft.posts.push(post, { ...post, id: '+o2' })
      draft.changes.push({ fact: 'quota', id: 'q', set: { amount: 5 } })
    }),
    drafted((draft) => {
      draft.posts.push(post, { ...post, id: '+o2' })
      draft.changes.push({ fact: 'person', id: 'p', set: { birth: null } })
    }),
    drafted((draft) => {
      draft.posts.push(post, { ...post, id: '+o2' })
      draft.changes.push({ fact: 'person', id: 'p', set: {} })
    }),
  ]
  expect(new Set([plain, ...others]).size).toBe(others.length + 1)
})

it('whoever stands in a list several times is one group, in the order of the first; whoever stands once is in none', () => {
  const list = ['甲', '乙', '丙', '乙', '甲', '甲'].map((name, at) => ({ name, at }))
  expect(repeated(list, ({ name }) => name).map((group) => group.map(({ at }) => at))).toEqual([
    [0, 4, 5],
    [1, 3],
  ])
  expect(repeated(list.slice(0, 3), ({ name }) => name)).toEqual([])
})
