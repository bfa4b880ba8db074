import { POST_STATE_NAMES } from '../../../electron/vocabulary/standing.ts'
import type { Output } from '../../../electron/contract/operations.ts'

type PostView = Output<'posts.read'>['posts'][number]

/** The post's state in one word; one in use without a holder is 空缺. */
export function postState(post: PostView): string {
  const word = POST_STATE_NAMES[post.state]
  return word === '在用' && post.holder === null ? '空缺' : word
}

/** The states that occur, in the order the bureau reads them. */
export function postStates(posts: readonly PostView[]): readonly string[] {
  const found = new Set(posts.map(postState))
  const known = ['在用', '空缺', '拟设', '冻结', '已撤销']
  return [...known.filter((state) => found.has(state)), ...[...found].filter((state) => !known.includes(state))]
}

export interface PostFilter {
  readonly search: string
  readonly unit: string
  readonly state: string
}

/** Posts that fit: title, holder or one who held it before; empty filters let all through. */
export function filterPosts(posts: readonly PostView[], { search, unit, state }: PostFilter): readonly PostView[] {
  const words = search.trim()
  return posts.filter(
    (post) =>
      (unit === '' || post.unit === unit) &&
      (state === '' || postState(post) === state) &&
      (words === '' ||
        post.title.includes(words) ||
        (post.holder ?? '').includes(words) ||
        post.before.some((one) => one.name.includes(words))),
  )
}
