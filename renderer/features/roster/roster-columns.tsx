import type { RosterPersonView } from '../../../electron/contract/shapes.ts'
import { orDash } from '../../text/format.ts'
import { effectWord, statusLook } from '../../text/words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

/** The roster's columns, in the order of the bureau's sheet. */
export const ROSTER_COLUMNS: readonly Column<RosterPersonView>[] = [
  { key: 'unit', title: '机构', width: 142, render: (person) => <span title={person.unit}>{person.unit}</span>, sortBy: (person) => person.unit },
  { key: 'name', title: '姓名', width: 70, render: (person) => <strong>{person.name}</strong>, sortBy: (person) => person.name },
  { key: 'post', title: '岗位', width: 144, render: (person) => <span title={postTitle(person)}>{person.post}{person.concurrent.length > 0 && <span className="quiet">（兼）</span>}</span>, sortBy: (person) => person.post },
  { key: 'category', title: '编制类型', width: 92, render: (person) => <span title={person.category}>{person.category}</span>, sortBy: (person) => person.category },
  { key: 'enteredOn', title: '入编时间', width: 88, render: (person) => orDash(person.enteredOn), sortBy: (person) => person.enteredOn ?? '' },
  { key: 'entryRoute', title: '渠道', width: 76, render: (person) => orDash(person.entryRoute), sortBy: (person) => person.entryRoute ?? '' },
  { key: 'document', title: '文号', width: 154, render: (person) => <span title={person.entryDocumentNumber ?? ''}>{orDash(person.entryDocumentNumber)}</span>, sortBy: (person) => person.entryDocumentNumber ?? '' },
  { key: 'political', title: '政治面貌', width: 88, render: (person) => orDash(person.politicalStatus), sortBy: (person) => person.politicalStatus ?? '' },
  { key: 'education', title: '学历', width: 88, render: (person) => orDash(person.education), sortBy: (person) => person.education ?? '' },
  { key: 'status', title: '状态', width: 66, render: (person) => <Tag look={statusLook(person.status)}>{person.status}</Tag>, sortBy: (person) => person.status },
  { key: 'flags', title: '提示', render: (person) => <Flags person={person} />, sortBy: (person) => -person.flags.length },
]

function Flags({ person }: { readonly person: RosterPersonView }) {
  const flags = person.flags.filter((flag) => flag.severity !== 'info')
  if (flags.length === 0) return <span className="quiet">{person.secondedTo === null ? '' : `借至${person.secondedTo}`}</span>
  return (
    <span className="flags" title={flags.map((flag) => flag.text).join('\n')}>
      <Tag look={flags.some((flag) => flag.effect === 'eligibility' || flag.effect === 'overQuota') ? 'outline-red' : 'amber'}>{effectWord(flags[0]?.effect ?? 'none')}</Tag>
      {' '}
      {flags[0]?.text}
    </span>
  )
}

function postTitle(person: RosterPersonView): string {
  const concurrent = person.concurrent.map((one) => `${one.unit}${one.post}`).join('、')
  return concurrent === '' ? person.post : `${person.post}，兼任 ${concurrent}`
}
