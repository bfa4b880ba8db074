import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { orDash } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type PersonView = Output<'person.read'>

/** What the book knows of a person. The ID number is masked by the core; seeing it whole is written down. */
export function PersonFacts({ data }: { readonly data: PersonView }) {
  const { person } = data
  return (
    <KeyValue
      pairs={[
        { label: '机构', value: person.unit },
        { label: '岗位', value: person.post },
        { label: '编制类型', value: person.category },
        { label: '编制卡号', value: data.quotaCardNumber },
        { label: '身份证号', value: <IdNumber data={data} />, full: true },
        { label: '性别', value: person.sex },
        { label: '出生年月', value: person.birth },
        { label: '民族', value: data.ethnicity },
        { label: '政治面貌', value: person.politicalStatus },
        { label: '学历', value: person.education },
        { label: '职称', value: person.professionalTitle },
        { label: '职级', value: rankWords(data) },
        { label: '参加工作', value: data.workStarted },
        { label: '入编时间', value: person.enteredOn },
        { label: '入编渠道', value: person.entryRoute },
        { label: '入编文号', value: orDash(person.entryDocumentNumber), full: true },
        ...(person.concurrent.length === 0 ? [] : [{ label: '兼任', value: person.concurrent.map((one) => `${one.unit} ${one.post}`).join('、'), full: true }]),
        ...(person.secondedTo === null ? [] : [{ label: '借至', value: person.secondedTo, full: true }]),
        ...(person.remark === null ? [] : [{ label: '备注', value: person.remark, full: true }]),
      ]}
    />
  )
}

/** 享受职级, and 占编职级 where the seat consumes another: 保留待遇 stays visible, outside the count. */
function rankWords({ rank, holdings }: PersonView): string | null {
  const occupied = holdings.find((holding) => holding.counted && holding.to === null)?.occupiedRank ?? null
  if (occupied === null || occupied === rank) return rank
  return `${rank ?? '未登记'}（占编职级 ${occupied}${rank === null ? '' : '，保留待遇'}）`
}

function IdNumber({ data }: { readonly data: PersonView }) {
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Output<'person.reveal'> | null>(null)
  const disputed = data.disputedIdNumberMasked
  return (
    <>
      <span className="mono">{shown?.idNumber ?? orDash(data.person.idNumberMasked)}</span>
      {disputed !== null && (
        <span className="id-disputed">
          <Tag look="outline-red">争议</Tag> <span className="mono">{shown?.disputedIdNumber ?? disputed}</span>
        </span>
      )}
      {data.disputedWith.length > 0 && <span className="quiet">（与 {data.disputedWith.map((other) => `${other.unit}${other.name}`).join('、')} 相同）</span>}
      {shown === null && (data.person.idNumberMasked !== null || disputed !== null) && (
        <Button look="link" onClick={() => setAsking(true)}>
          查看完整号码
        </Button>
      )}
      {asking && (
        <RevealDialog
          data={data}
          onClose={() => setAsking(false)}
          onShown={(numbers) => {
            setShown(numbers)
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

function RevealDialog({ data, onClose, onShown }: { readonly data: PersonView; readonly onClose: () => void; readonly onShown: (numbers: Output<'person.reveal'>) => void }) {
  const [reason, setReason] = useState('')
  const reveal = useCommand('person.reveal')
  const run = async () => {
    const numbers = await reveal.run({ personId: data.person.personId, reason })
    if (numbers !== null) onShown(numbers)
  }
  return (
    <Dialog title="查看完整身份证号" onClose={onClose} confirm={{ label: '查看', onConfirm: () => void run(), busy: reveal.busy, disabled: reason.trim() === '' }}>
      <p>谁、什么时候、为什么看了 {data.person.name} 的号码，会记入台账，不能取消。</p>
      <FormGrid>
        <Field label="理由" required>
          {(ids) => <TextInput {...ids} autoFocus value={reason} onChange={setReason} placeholder="如 核对档案原件" />}
        </Field>
      </FormGrid>
      <ErrorLine error={reveal.error} />
    </Dialog>
  )
}
