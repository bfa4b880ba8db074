import { useState, type ReactNode } from 'react'
import { fieldsKept, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import type { Catalogue } from '../../../electron/vocabulary/catalogue.ts'
import { useCatalogue } from '../../api/use-catalogue.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { orDash } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

import { LookButton, partNamed } from './look-button.tsx'

type PersonView = Output<'person.read'>
type RecordData = Output<'person.record'>

/** One line of a section: what it is, what stands there, and the paper or entry it stands there by. */
export interface FactLine {
  readonly key: string
  readonly label: string
  readonly value: ReactNode
  readonly source: ReactNode
}

interface FactsProps {
  readonly data: PersonView
  readonly record: RecordData | undefined
}

/** Who they are, with what follows from it. */
export function IdentityFacts({ data, record }: FactsProps) {
  const catalogue = useCatalogue()
  const lines = linesOf(fieldsKept('person', 'version'), data, record, catalogue, true)
  const counted = (record?.counted ?? []).map(({ title, value, arithmetic }) => ({
    key: title,
    label: title,
    value,
    source: arithmetic,
  }))
  return (
    <FactTable
      lines={[
        ...lines,
        ...counted,
        ...line('退休时间', retirementWords(data), data.retirement?.documentNumber ?? '按退休办法推出'),
      ]}
    />
  )
}

/** Where they sit, by which paper. */
export function SeatFacts({ data, record }: FactsProps) {
  const catalogue = useCatalogue()
  const { person } = data
  return (
    <FactTable
      lines={[
        ...line('机构', person.unit, null),
        ...line('岗位', person.post, null),
        ...line('编制类型', person.category, <Source source={record?.sources['category']} />),
        ...linesOf(fieldsKept('holding'), data, record, catalogue, true),
        ...linesOf(['personClass', 'positionLevel', 'postGrade', 'rankSince'], data, record, catalogue, false),
        ...line('兼任', person.concurrent.map((one) => `${one.unit} ${one.post}`).join('、') || null, null),
        ...line('借至', person.secondedTo, null),
      ]}
    />
  )
}

const SCHOOLING: readonly PersonField[] = [
  'education',
  'degree',
  'school',
  'major',
  'fullTimeEducation',
  'fullTimeDegree',
  'fullTimeSchool',
  'fullTimeDegreeSchool',
  'inServiceEducation',
  'inServiceDegree',
  'inServiceSchool',
  'inServiceDegreeSchool',
]

/** 学历学位, 全日制 and 在职. */
export function SchoolingFacts({ data, record }: FactsProps) {
  const catalogue = useCatalogue()
  return <FactTable lines={linesOf(SCHOOLING, data, record, catalogue, false)} />
}

/** 档案补充 and the township's own fields; 奖惩 has a section of its own. */
export function FileFacts({ data, record }: FactsProps) {
  const catalogue = useCatalogue()
  const fields = fieldsKept('file').filter((field) => field !== 'honours' && !SCHOOLING.includes(field))
  return <FactTable lines={linesOf(fields, data, record, catalogue, false)} />
}

function linesOf(
  fields: readonly PersonField[],
  data: PersonView,
  record: RecordData | undefined,
  catalogue: Catalogue,
  empty: boolean,
): readonly FactLine[] {
  return fields
    .filter((field) => catalogue.names.includes(field) && (empty || (data.fields[field] ?? null) !== null))
    .filter((field) => field !== 'education' || !empty)
    .flatMap((field) =>
      factOf(field, data, catalogue).map(({ label, value }) => ({
        key: field,
        label,
        value,
        source: <Source source={record?.sources[field]} />,
      })),
    )
}

function line(label: string, value: ReactNode, source: ReactNode): readonly FactLine[] {
  return value === null || value === undefined || value === '' ? [] : [{ key: label, label, value, source }]
}

/** The paper by its number; else the entry that put it there. */
function Source({ source }: { readonly source: RecordData['sources'][string] | undefined }) {
  if (source === undefined) return null
  const entry = `${source.title} ${source.on}`
  return (
    <span title={`第 ${source.seq} 条 ${entry}${source.reason === null ? '' : `：${source.reason}`}`}>
      {source.paper ?? entry}
    </span>
  )
}

function FactTable({ lines }: { readonly lines: readonly FactLine[] }) {
  if (lines.length === 0) return <p className="quiet">没有登记。</p>
  return (
    <table className="person-lines">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">内容</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, value, source }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{value === null || value === undefined || value === '' ? '—' : value}</td>
            <td className="quiet">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The arranged month with its paper and the statutory one beside it; else the statutory month. */
function retirementWords({ retirement }: PersonView): string | null {
  if (retirement === null) return null
  const { month, statutory, arrangement, documentNumber } = retirement
  if (arrangement === null) return `${month}（法定）`
  return `${month}（${[arrangement, documentNumber, `法定 ${statutory}`].filter((part) => part !== null).join('，')}）`
}

interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** One field of the catalogue as the page shows it. What has a place of its own is not said twice. */
function factOf(field: PersonField, data: PersonView, { entry }: Catalogue): readonly Fact[] {
  const { title, codes, kind, masked } = entry(field)
  const value = data.fields[field] ?? null
  const words = value === null ? null : (codes?.[value]?.title ?? value)
  switch (field) {
    case 'name':
    case 'category':
      return []
    case 'idNumber':
      return [{ label: title, value: <IdNumber data={data} /> }]
    case 'sex':
      return [{ label: title, value: data.person.sex }]
    case 'birth':
      return [{ label: title, value: data.person.birth }]
    case 'rank':
      return [{ label: title, value: rankWords(data) }]
    default:
      return [
        {
          label: title,
          value:
            masked === true && words !== null ? (
              <Masked data={data} field={field} title={title} words={words} />
            ) : kind === 'idNumber' ? (
              <span className="mono">{words}</span>
            ) : (
              words
            ),
        },
      ]
  }
}

/** A personal value, whole once it was asked for. */
function Masked({
  data,
  field,
  title,
  words,
}: {
  readonly data: PersonView
  readonly field: PersonField
  readonly title: string
  readonly words: string
}) {
  const part = partNamed(field)
  const [shown, setShown] = useState<string | null>(null)
  return (
    <>
      <span className="mono">{shown ?? words}</span>
      {shown === null && part !== null && (
        <LookButton
          personId={data.person.personId}
          name={data.person.name}
          part={part}
          title={title}
          onShown={({ text }) => setShown(text ?? '—')}
        />
      )}
    </>
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
      {data.disputedWith.length > 0 && (
        <span className="quiet">
          （与 {data.disputedWith.map((other) => `${other.unit}${other.name}`).join('、')} 相同）
        </span>
      )}
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

function RevealDialog({
  data,
  onClose,
  onShown,
}: {
  readonly data: PersonView
  readonly onClose: () => void
  readonly onShown: (numbers: Output<'person.reveal'>) => void
}) {
  const [reason, setReason] = useState('')
  const reveal = useCommand('person.reveal')
  const run = async () => {
    const numbers = await reveal.run({ personId: data.person.personId, reason })
    if (numbers !== null) onShown(numbers)
  }
  return (
    <Dialog
      title="查看完整身份证号"
      onClose={onClose}
      confirm={{ label: '查看', onConfirm: () => void run(), busy: reveal.busy, disabled: reason.trim() === '' }}
    >
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
