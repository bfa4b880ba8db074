import { hrefTo } from '../../text/paths.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Tag } from '../../ui/tag.tsx'
import type { Standing } from './law-base.ts'

/** Rules that stand on a source, what they weigh here, and what else each stands on. */
export function StandingRules({ standing }: { readonly standing: Standing }) {
  if (standing.rules.length === 0) return <p className="quiet law-rules-none">没有核查规则依据它，收在这里供查阅。</p>
  return (
    <>
      <h3 className="law-part">依据它的核查规则（{standing.rules.length}）</h3>
      <table className="grid law-rules">
        <thead>
          <tr>
            <th scope="col">规则</th>
            <th scope="col">轻重</th>
            <th scope="col">取自</th>
            <th scope="col">还依据</th>
          </tr>
        </thead>
        <tbody>
          {standing.rules.map((rule) => (
            <tr key={`${rule.id}${rule.clause}`} data-testid="law-rule">
              <th scope="row">{rule.title}</th>
              <td className="nowrap">
                <Tag look={SEVERITY_TAGS[rule.severity].look}>{SEVERITY_TAGS[rule.severity].word}</Tag>
                {rule.severity !== rule.fullSeverity && (
                  <small className="quiet law-full">采用后为{SEVERITY_TAGS[rule.fullSeverity].word}</small>
                )}
              </td>
              <td>
                {rule.article}
                <q>{rule.clause}</q>
                {!rule.verbatim && <small className="quiet">（要点，非原文：最多作待查）</small>}
              </td>
              <td>
                {rule.others.length === 0
                  ? '—'
                  : rule.others.map((other) => (
                      <a key={other.lawId} className="law-other" href={hrefTo('laws', { law: other.lawId })}>
                        《{other.title}》{other.article}
                      </a>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
