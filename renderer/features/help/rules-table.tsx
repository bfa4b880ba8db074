import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { effectWord, SEVERITY_TAGS } from '../../text/words.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Every rule that ships, with the words of its source. */
export function RulesTable() {
  const query = useQuery('rules.list', {})
  return (
    <Answer query={query} rows={10}>
      {({ rules }) =>
        rules.length === 0 ? (
          <EmptyState text="没有规则。" />
        ) : (
          <table className="grid help-table">
            <thead>
              <tr>
                <th scope="col">编号</th>
                <th scope="col">规则</th>
                <th scope="col">轻重</th>
                <th scope="col">对人的影响</th>
                <th scope="col">出处与原文</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id} data-testid="rule-row">
                  <th scope="row" className="nowrap">{rule.id}</th>
                  <td className="help-rule-title">{rule.title}</td>
                  <td>
                    <Tag look={SEVERITY_TAGS[rule.severity].look}>{SEVERITY_TAGS[rule.severity].word}</Tag>
                  </td>
                  <td className="nowrap">{rule.effect === 'none' ? '—' : effectWord(rule.effect)}</td>
                  <td>
                    <Source source={rule.source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Answer>
  )
}

/** Where a rule stands, and its words. */
export function Source({ source }: { readonly source: Output<'rules.list'>['rules'][number]['source'] }) {
  return (
    <>
      《{source.document}》
      {source.documentNumber !== null && `（${source.documentNumber}）`}
      {source.article}
      <blockquote className="quiet">“{source.clause}”</blockquote>
    </>
  )
}
