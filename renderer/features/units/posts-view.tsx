import { useMemo } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { ListSheet } from '../../parts/list-sheet.tsx'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import { Select, TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { filterPosts, postState, postStates } from './post-list.ts'

export type PostView = Output<'posts.read'>['posts'][number]

const COLUMNS: readonly SheetColumn<PostView>[] = [
  { key: 'unit', title: '机构', width: 170, text: (post) => post.unit },
  {
    key: 'title',
    title: '岗位',
    width: 190,
    text: (post) => post.title,
    look: (post) => <strong>{post.title}</strong>,
  },
  { key: 'leadership', title: '领导职务', width: 110, text: (post) => leadershipWord(post.leadership) },
  { key: 'state', title: '状态', width: 90, text: postState, look: (post) => <PostState post={post} /> },
  { key: 'holder', title: '现任', width: 100, text: (post) => post.holder ?? '' },
  {
    key: 'vacant',
    title: '空缺天数',
    width: 110,
    align: 'right',
    number: true,
    text: (post) => (post.vacantDays === null ? '' : String(post.vacantDays)),
    rank: (post) => post.vacantDays ?? '',
  },
  { key: 'before', title: '此前', width: 400, text: beforeText },
]

/** Every post, whether held or not: who sits on it, how long it has been empty, who sat there before. */
export function PostsView() {
  const { asOf, believedOn, shown } = useAsOf()
  const query = useQuery('posts.read', { asOf, believedOn })
  const { params } = useRoute()
  const posts = query.data?.posts
  const rows = useMemo(
    () =>
      filterPosts(posts ?? [], { search: params['q'] ?? '', unit: params['in'] ?? '', state: params['state'] ?? '' }),
    [posts, params],
  )
  if (query.error !== null) return <ErrorState error={query.error} onRetry={query.refetch} />
  if (posts === undefined) return <Skeleton rows={14} />
  if (posts.length === 0) return <EmptyState text="还没有岗位。导入花名册，或在“变动”里登记拟设岗位。" />
  const units = [...new Set(posts.map((post) => post.unit))]
  return (
    <>
      <Toolbar>
        <TextInput
          type="search"
          width={220}
          aria-label="在岗位里找"
          placeholder="岗位、现任、前任"
          value={params['q'] ?? ''}
          onChange={(q) => setParams({ q }, { replace: true })}
        />
        <Select
          width={200}
          aria-label="机构"
          value={params['in'] ?? ''}
          onChange={(unit) => setParams({ in: unit }, { replace: true })}
          choices={[{ value: '', label: '全部机构' }, ...units.map((unit) => ({ value: unit, label: unit }))]}
        />
        <Select
          width={140}
          aria-label="状态"
          value={params['state'] ?? ''}
          onChange={(state) => setParams({ state }, { replace: true })}
          choices={[
            { value: '', label: '全部状态' },
            ...postStates(posts).map((state) => ({ value: state, label: state })),
          ]}
        />
        <span className="quiet">{rows.length} 个岗位</span>
      </Toolbar>
      <ListSheet
        list="posts"
        title="岗位"
        note={`截至 ${shown}`}
        unit="个岗位"
        columns={COLUMNS}
        rows={rows}
        rowKey={postKey}
        rowName={postName}
        empty={<EmptyState text="没有符合条件的岗位。" />}
      />
    </>
  )
}

const postKey = (post: PostView): string => post.postId
const postName = (post: PostView): string => post.title

function PostState({ post }: { readonly post: PostView }) {
  const state = postState(post)
  return <Tag look={state === '空缺' ? 'outline' : state === '冻结' ? 'dashed' : 'plain'}>{state}</Tag>
}

function leadershipWord(leadership: string | null): string {
  return leadership === 'chief' ? '正职' : leadership === 'deputy' ? '副职' : (leadership ?? '')
}

function beforeText(post: PostView): string {
  return post.before.map((one) => `${one.name} ${one.from} 至 ${one.to ?? '今'}`).join('；')
}
