import { GATE_TITLES } from '../../../electron/contract/pack-shapes.ts'
import type { PackDifferenceView } from '../../../electron/contract/pack-shapes.ts'
import type { FindingView } from '../../../electron/contract/shapes.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Tag } from '../../ui/tag.tsx'

/** What another pack would change, in one sentence and then line by line. */
export function Difference({ difference }: { readonly difference: PackDifferenceView }) {
  const { created, cured, changed, moved, gates, off } = difference
  return (
    <div className="difference">
      <p className="arithmetic" role="status">
        {differenceSentence(difference)}
      </p>
      <div className="difference-lists">
        <Findings title="新出现的问题" findings={created} />
        <Findings title="不再有的问题" findings={cured} />
        {changed.length > 0 && (
          <section aria-label="说法变了">
            <h3>说法变了 {changed.length} 条</h3>
            <ul>
              {changed.map(({ before, after }, index) => (
                <li key={index}>
                  <Weight finding={after} />
                  <s className="quiet">{before.text}</s> {after.text}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Lines title="换名单的人" lines={moved.map((one) => `${one.name}：${one.from} → ${one.to}`)} />
        <Lines
          title="登记时的处理"
          lines={gates.map(
            (gate) =>
              `${gate.rule} ${gate.title}：${gate.from === null ? '无此规则' : GATE_TITLES[gate.from]} → ${gate.to === null ? '无此规则' : GATE_TITLES[gate.to]}`,
          )}
        />
        <Lines
          title="停用的规则"
          lines={off.map((rule) => `${rule.rule} ${rule.title}：${rule.reason}（${rule.by}，${rule.on}）`)}
        />
      </div>
    </div>
  )
}

/** `新出现 3 条，不再有 1 条…；编制数字不变。` */
export function differenceSentence({ created, cured, changed, moved, figuresSame }: PackDifferenceView): string {
  return (
    `问题新出现 ${created.length} 条，不再有 ${cured.length} 条，说法变了 ${changed.length} 条；` +
    `${moved.length === 0 ? '没有人换名单' : `${moved.length} 人换名单`}；编制数字${figuresSame ? '不变' : '有变'}。`
  )
}

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>
        {title} {findings.length} 条
      </h3>
      <ul>
        {findings.map((finding, index) => (
          <li key={index}>
            <Weight finding={finding} />
            <span className="quiet">{finding.rule}</span> {finding.text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Weight({ finding }: { readonly finding: FindingView }) {
  const tag = SEVERITY_TAGS[finding.severity]
  return <Tag look={tag.look}>{tag.word}</Tag>
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
