import { SEVERITIES } from '../../../electron/vocabulary/findings.ts'
import { useState } from 'react'
import type { PackDetailView, PackRuleView } from '../../../electron/contract/pack-shapes.ts'
import { Clause } from '../../parts/finding-item.tsx'
import { SEVERITY_TAGS, type Severity } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Checkbox, Field, FormGrid, Select, TextArea } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { draftOf, withRule } from './pack-draft.ts'
import { SaveEffect } from './save-effect.tsx'
import { useSavePack } from './use-save-pack.ts'

const WEIGHTS = SEVERITIES.map((value) => ({ value, label: SEVERITY_TAGS[value].word }))

/** One rule's weight, and whether it runs: off only with a reason, which the check screen shows. */
export function RuleForm({
  pack,
  rule,
  onClose,
}: {
  readonly pack: PackDetailView
  readonly rule: PackRuleView
  readonly onClose: () => void
}) {
  const [severity, setSeverity] = useState<Severity>(rule.severity)
  const [off, setOff] = useState(rule.off !== null)
  const [reason, setReason] = useState(rule.off?.reason ?? '')
  const [tried, setTried] = useState(false)
  const save = useSavePack(onClose)
  const unexplained = off && reason.trim() === ''
  const draft = unexplained
    ? null
    : withRule(draftOf(pack), rule.id, {
        severity: severity === rule.baseSeverity ? null : severity,
        off: off ? reason.trim() : null,
      })
  const submit = () => {
    setTried(true)
    if (draft !== null) save.run(draft, off ? `停用 ${rule.id}` : rule.id)
  }
  return (
    <Drawer title={`${rule.id} ${rule.title}`} label={`规则 ${rule.id}`} onClose={onClose}>
      <Clause source={rule.source} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormGrid>
          <Field label="轻重" hint={`规则自己定为${SEVERITY_TAGS[rule.baseSeverity].word}`}>
            {(ids) => <Select {...ids} value={severity} onChange={setSeverity} choices={WEIGHTS} />}
          </Field>
          <Field label="停用" hint="停用的规则在“核查”里列出，写明谁、为什么">
            {() => <Checkbox checked={off} onChange={setOff} label="不按这条核查" />}
          </Field>
          {off && (
            <Field label="理由" required error={tried && unexplained ? '停用要写明理由' : undefined}>
              {(ids) => <TextArea {...ids} value={reason} onChange={setReason} />}
            </Field>
          )}
        </FormGrid>
        <SaveEffect inForce={pack.inForce} draft={draft} />
        <ErrorLine error={save.error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={save.busy}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Drawer>
  )
}
