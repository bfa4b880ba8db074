import { useState } from 'react'
import {
  GATE_TITLES,
  type GateName,
  type PackDetailView,
  type PackRuleView,
} from '../../../electron/contract/pack-shapes.ts'
import { GATES } from '../../../electron/vocabulary/findings.ts'
import { useCommand } from '../../api/use-command.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { RuleForm } from './rule-form.tsx'

/** One number on two people is refused whatever anybody chooses. */
const ALWAYS_BLOCKS = 'D1'

/** Every rule with its weight, whether it runs, and what it does to an event about to be saved. */
export function RuleTable({ pack }: { readonly pack: PackDetailView }) {
  const [edited, setEdited] = useState<string | null>(null)
  const gate = useCommand('gate.set')
  const rule = pack.ruleList.find((one) => one.id === edited)
  const choose = async (one: PackRuleView, value: GateName | 'own') => {
    const set = value === 'own' ? null : value
    if ((await gate.run({ rule: one.id, gate: set })) !== null)
      toastSaved(`${one.id} 登记时${set === null ? '按规则自己的处理' : GATE_TITLES[set]}`)
  }
  return (
    <>
      <p className="quiet packs-note">
        “登记时”对所有规则包都有效：提示只是告诉您；记录要写明理由才能登记；拦截不能登记。
      </p>
      <ErrorLine error={gate.error} />
      <table className="grid packs-table" aria-label="规则">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">规则</th>
            <th scope="col">轻重</th>
            <th scope="col">登记时</th>
            <th scope="col">状态</th>
            {pack.local && (
              <th scope="col">
                <span className="visually-hidden">改动</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {pack.ruleList.map((one) => (
            <tr key={one.id} className={one.off === null ? undefined : 'packs-off'}>
              <th scope="row" className="nowrap">
                {one.id}
              </th>
              <td>{one.title}</td>
              <td>
                <Tag look={SEVERITY_TAGS[one.severity].look}>{SEVERITY_TAGS[one.severity].word}</Tag>
                {one.severity !== one.baseSeverity && (
                  <span className="quiet"> 原为{SEVERITY_TAGS[one.baseSeverity].word}</span>
                )}
              </td>
              <td>
                <Select<GateName | 'own'>
                  aria-label={`${one.id} 登记时`}
                  disabled={gate.busy || one.id === ALWAYS_BLOCKS}
                  width={128}
                  value={one.gateOwn ? one.gate : 'own'}
                  onChange={(value) => void choose(one, value)}
                  choices={[
                    { value: 'own', label: `${GATE_TITLES[one.gateDefault]}（默认）` },
                    ...GATES.map((value) => ({ value, label: GATE_TITLES[value] })),
                  ]}
                />
              </td>
              <td>
                {one.off === null ? (
                  '启用'
                ) : (
                  <>
                    <Tag look="dashed">停用</Tag> {one.off.reason}（{one.off.by}，{one.off.on}）
                  </>
                )}
              </td>
              {pack.local && (
                <td>
                  <Button small aria-label={`改规则 ${one.id}`} onClick={() => setEdited(one.id)}>
                    改
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rule !== undefined && <RuleForm key={rule.id} pack={pack} rule={rule} onClose={() => setEdited(null)} />}
    </>
  )
}
