import { Fragment } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { ClausePlaces } from '../../parts/law-link.tsx'
import { effectWord, SEVERITY_TAGS } from '../../text/words.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type RuleView = Output<'rules.read'>['rules'][number]

/** Rules that ship, with the words of their source and the way to its whole text. */
export function RulesTable({ rules }: { readonly rules: readonly RuleView[] }) {
  if (rules.length === 0) return <EmptyState text="没有这样的规则。" />
  return (
    <table className="grid help-table">
      <thead>
        <tr>
          <th scope="col">规则</th>
          <th scope="col">轻重</th>
          <th scope="col">对人的影响</th>
          <th scope="col">出处与原文</th>
          <th scope="col">编号</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} data-testid="rule-row">
            <th scope="row" className="help-rule-title">
              {rule.title}
            </th>
            <td>
              <Tag look={SEVERITY_TAGS[rule.severity].look}>{SEVERITY_TAGS[rule.severity].word}</Tag>
            </td>
            <td className="nowrap">{rule.effect === 'none' ? '—' : effectWord(rule.effect)}</td>
            <td>
              <Source source={rule.source} />
            </td>
            <td className="nowrap quiet">{rule.id}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where a rule stands, and its words; each of several papers for itself. */
export function Source({ source }: { readonly source: RuleView['source'] }) {
  const parts = source.parts ?? [source]
  return parts.map((part, place) => (
    <Fragment key={part.cited}>
      {part.cited}
      <ClausePlaces source={parts.length === 1 ? source : { places: (source.places ?? []).slice(place, place + 1) }} />
      <blockquote className="quiet">
        “{part.clause}”{part.note !== undefined && `（${part.note}）`}
      </blockquote>
    </Fragment>
  ))
}
