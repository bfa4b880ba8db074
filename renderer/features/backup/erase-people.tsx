import { useId, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'

type Erasable = Output<'person.erasable'>
type Person = Erasable['people'][number]
type Erased = Output<'person.erase'>

/** 清除个人信息: of those who have left, one at a time, asked twice. */
export function ErasePeople() {
  const query = useQuery('person.erasable', {})
  const access = useQuery('access.read', {}).data
  const [chosen, setChosen] = useState('')
  const [asking, setAsking] = useState<Person | null>(null)
  const [done, setDone] = useState<Erased | null>(null)
  const label = useId()
  // Only 管理 may; a book without named people asks nobody.
  if (access === undefined || (access.named && access.me?.roles.includes('manager') !== true)) return null
  return (
    <Sheet title="离开人员的个人信息">
      <Answer query={query} rows={2}>
        {({ people, copies }) => (
          <div className="backup-facts">
            <p>
              人员离开、保存期限已满，或者本人要求删除而没有别的规定要求保存的，应当删去个人信息（个人信息保护法第四十七条）。
              {''}
              清除以后，往年的编制数和岗位不变，只是不再写明是谁；台账照样核得上。
            </p>
            {people.length === 0 ? (
              <p className="quiet">没有可以清除的人：在册的人还要用，离开的人都已清除。</p>
            ) : (
              <p className="erase-choose">
                <label htmlFor={label}>离开的人</label>{' '}
                <select id={label} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                  <option value="">请选</option>
                  {people.map((person) => (
                    <option key={person.personId} value={person.personId}>
                      {`${person.name}（${person.unit}，${person.left} 离开）`}
                    </option>
                  ))}
                </select>{' '}
                <Button
                  disabled={chosen === ''}
                  onClick={() => setAsking(people.find((person) => person.personId === chosen) ?? null)}
                >
                  清除个人信息…
                </Button>
              </p>
            )}
            {asking !== null && (
              <Ask
                person={asking}
                copies={copies}
                onClose={() => setAsking(null)}
                onDone={(erased) => {
                  setAsking(null)
                  setChosen('')
                  setDone(erased)
                }}
              />
            )}
          </div>
        )}
      </Answer>
      {done !== null && <WhatWasErased erased={done} onClose={() => setDone(null)} />}
    </Sheet>
  )
}

/** First what it means, then the name typed once more. */
function Ask({
  person,
  copies,
  onClose,
  onDone,
}: {
  readonly person: Person
  readonly copies: number
  readonly onClose: () => void
  readonly onDone: (erased: Erased) => void
}) {
  const erase = useCommand('person.erase')
  const [sure, setSure] = useState(false)
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const run = async () => {
    const erased = await erase.run({ personId: person.personId, name, reason })
    if (erased !== null) onDone(erased)
  }
  return (
    <Dialog
      title={`清除${person.name}的个人信息`}
      onClose={onClose}
      confirm={
        sure
          ? {
              label: '清除，不能恢复',
              onConfirm: () => void run(),
              busy: erase.busy,
              disabled: name.trim() === '' || reason.trim() === '',
              danger: true,
            }
          : { label: '下一步', onConfirm: () => setSure(true) }
      }
    >
      <ul className="restore-steps">
        <li>
          姓名、身份证号、出生年月、学历、简历、家庭成员、培训考核等资料、照片和任免审批表，从现在的数据和台账的旧内容里一并清除，不能恢复，也不能撤销。
        </li>
        <li>谁在什么时候、为什么清除的，记入台账。</li>
        <li>{copiesSentence(copies)}</li>
      </ul>
      {sure && (
        <FormGrid>
          <Field label="再输一次姓名" required>
            {(ids) => <TextInput {...ids} autoFocus value={name} onChange={setName} />}
          </Field>
          <Field label="理由" required>
            {(ids) => (
              <TextInput {...ids} value={reason} onChange={setReason} placeholder="如 本人申请，保存期限已满" />
            )}
          </Field>
        </FormGrid>
      )}
      <ErrorLine error={erase.error} />
    </Dialog>
  )
}

function copiesSentence(copies: number): string {
  const where = 'U 盘等别处的备份、已经导出和上报的表里也有'
  return copies === 0
    ? `以前做的备份里还有这个人的信息；${where}，程序够不着，请自己删。`
    : `编制本旁边的 ${copies} 份备份里还有这个人的信息，会随日子换成新的，最久两年；要马上删的，清除以后先做一份新备份，再到备份文件夹里删去旧的。${where}，程序够不着，请自己删。`
}

function WhatWasErased({ erased, onClose }: { readonly erased: Erased; readonly onClose: () => void }) {
  return (
    <Dialog title="已清除" onClose={onClose}>
      <p>
        台账 {erased.details} 项旧内容、{erased.records} 条资料、{erased.files}{' '}
        个文件里的个人信息已清除；往年名单里写作“{erased.name}”。
      </p>
      <p data-testid="erase-remains">
        {erased.remains.length === 0
          ? '数据和台账里不再有这个姓名和号码。'
          : `这个姓名或号码还在：${erased.remains.map(({ where, times }) => `${where} ${times} 处`).join('、')}。可能是同名的人，也可能写在别人的理由里；张过榜的公示按规定保存，不改。`}
      </p>
      <p>{copiesSentence(erased.copies)}</p>
    </Dialog>
  )
}
