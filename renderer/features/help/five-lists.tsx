import { ROSTER_LIST_TITLES } from '../../../electron/contract/shapes.ts'
import type { RosterListName } from '../../../electron/contract/shapes.ts'
import { hrefTo } from '../../text/paths.ts'
import { LIST_TAGS } from '../../text/words.ts'
import { useQuery } from '../../api/use-query.ts'
import { Tag } from '../../ui/tag.tsx'
import { Source } from './rules-table.tsx'

interface ListEntry {
  readonly list: RosterListName
  readonly who: string
  readonly shown: string
  /** Rules whose clauses make the list. */
  readonly rules: readonly string[]
}

const LISTS: readonly ListEntry[] = [
  {
    list: 'in-quota',
    who: '占编、合规、在核定数以内的人。借出的人编制仍在本单位，留在这张名单上，注明“借出”。缺依据的标“待补依据”，资料有误的标“待更正”，人仍在名单上。',
    shown: '上公示名单',
    rules: ['R000-12'],
  },
  {
    list: 'over-quota',
    who: '超出核定编制数的人。默认后入编的先列；您可以另行指定，须写明理由，理由记入台账。各类编制之间不相抵。',
    shown: '不上公示名单',
    rules: ['C1'],
  },
  {
    list: 'non-compliant',
    who: '有一条规则认定不该占这个编制的人，例如事业单位占行政编制、到龄未退、同一个身份证号两个人。写明是哪一条。',
    shown: '不上公示名单',
    rules: ['C2'],
  },
  {
    list: 'off-quota',
    who: '自聘、劳务派遣、政府购买服务、公益性岗位。不占编，另列，从不计入实有。',
    shown: '不上公示名单',
    rules: ['C4'],
  },
  {
    list: 'seconded',
    who: '从别处借入或挂职来的人。编制在原单位，不计入本乡实有。',
    shown: '不上公示名单',
    rules: ['C3', 'C7'],
  },
]

/** Who stands on which list, and whether the list is posted. */
export function FiveLists() {
  const query = useQuery('rules.read', {})
  const clauses = new Map(query.data?.rules.map((rule) => [rule.id, rule]))
  return (
    <>
      <table className="grid help-table">
        <thead>
          <tr>
            <th scope="col">名单</th>
            <th scope="col">谁在上面</th>
            <th scope="col">公示</th>
            <th scope="col">条款</th>
          </tr>
        </thead>
        <tbody>
          {LISTS.map((entry) => (
            <tr key={entry.list}>
              <th scope="row">
                <Tag look={LIST_TAGS[entry.list].look}>{LIST_TAGS[entry.list].word}</Tag>{' '}
                <a href={hrefTo('people', { list: entry.list })}>{ROSTER_LIST_TITLES[entry.list]}</a>
              </th>
              <td>{entry.who}</td>
              <td className="nowrap">{entry.shown}</td>
              <td className="help-clause">
                {entry.rules.map((id) => {
                  const rule = clauses.get(id)
                  return rule === undefined ? null : <Source key={id} source={rule.source} />
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help-note">兼任只算一次，算在主职上；兼任的地方写“兼任”，不另计数。</p>
    </>
  )
}
