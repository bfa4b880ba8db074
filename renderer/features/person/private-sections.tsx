import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { LookButton, type Looked } from './look-button.tsx'
import { ResumeForm } from './resume-form.tsx'

type PersonView = Output<'person.read'>
type RecordData = Output<'person.record'>

interface SectionProps {
  readonly data: PersonView
  readonly record: RecordData | undefined
}

/** 简历: dated lines; the words are shown once they were asked for. Where none was registered it is drawn from the posts of the book. */
export function ResumeSection({ data, record }: SectionProps) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [editing, setEditing] = useState(false)
  const { today } = useAsOf()
  if (record === undefined) return null
  const { personId, name } = data.person
  const { lines, recorded, paper } = record.resume
  const shown = looked?.resume ?? lines
  if (editing && looked !== null)
    return (
      <ResumeForm
        personId={personId}
        text={looked.text ?? ''}
        today={today}
        onDone={() => {
          setEditing(false)
          setLooked(null)
        }}
      />
    )
  return (
    <>
      <p className="quiet">
        {recorded
          ? `登记过的简历${paper === null ? '' : `，依据 ${paper}`}；此后的任职由变动接在后面。`
          : lines.length === 0
            ? '还没有简历，也没有任职可以推出。'
            : '由编制本的任职推出，还没有登记过；更正后以登记的为准。'}
      </p>
      {shown.length > 0 && (
        <ol className="person-resume">
          {shown.map((line, place) => (
            // The lines of one text have no names of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${line.from ?? ''}${place}`}>
              <span className="number">{line.from === null ? '' : `${line.from} 至 ${line.to ?? '今'}`}</span>
              <span>{line.text}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="person-actions">
        {looked === null ? (
          <LookButton personId={personId} name={name} part="resume" title="简历" onShown={setLooked} />
        ) : (
          <Button onClick={() => setEditing(true)}>更正简历</Button>
        )}
      </div>
    </>
  )
}

/** 家庭成员: who there is; names and work are shown once they were asked for. */
export function FamilySection({ data, record }: SectionProps) {
  const [looked, setLooked] = useState<Looked | null>(null)
  if (record === undefined) return null
  const { personId, name } = data.person
  return (
    <>
      {record.family.length === 0 && <p className="quiet">没有登记。</p>}
      {record.family.length > 0 && (
        <table className="person-lines">
          <thead>
            <tr>
              <th scope="col">称谓</th>
              <th scope="col">姓名、出生、政治面貌、单位及职务</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {record.family.map((member, place) => {
              const whole = looked?.family[place]
              return (
                <tr key={member.id}>
                  <th scope="row">{member.relation}</th>
                  <td>
                    {whole === undefined
                      ? '***'
                      : [whole.name, whole.birth, whole.politicalStatus, whole.work]
                          .filter((part) => part !== null && part !== '')
                          .join('，')}
                  </td>
                  <td className="quiet">{member.paper}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <div className="person-actions">
        {record.family.length > 0 && looked === null && (
          <LookButton personId={personId} name={name} part="family" title="家庭成员" onShown={setLooked} />
        )}
        <Button look="link" onClick={() => goTo('records', { kind: 'familyMember', add: '1', subject: personId })}>
          登记家庭成员
        </Button>
      </div>
    </>
  )
}

/** 奖惩情况 as forms print it. */
export function HonoursSection({ data, record }: SectionProps) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const masked = data.fields['honours'] ?? null
  if (masked === null) return <p className="quiet">没有登记。在“更正信息”里填。</p>
  const source = record?.sources['honours']
  return (
    <>
      <p className="person-text">{looked?.text ?? masked}</p>
      {source !== undefined && <p className="quiet">依据：{source.paper ?? `${source.title} ${source.on}`}</p>}
      {looked === null && (
        <LookButton
          personId={data.person.personId}
          name={data.person.name}
          part="honours"
          title="奖惩情况"
          onShown={setLooked}
        />
      )}
    </>
  )
}
