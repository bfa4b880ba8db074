import { useCallback, useMemo, useRef, useState } from 'react'
import { recordType, type RecordField, type RecordKindName } from '../../../electron/contract/records.ts'
import { rosterList, ROSTER_LIST_TITLES, type ListedPersonView } from '../../../electron/contract/shapes.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import type { Patch, PatchOutcome, RefusedCell, SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import type { SheetLayout } from '../../ui/sheet/sheet-view.ts'
import { Sheet } from '../../ui/sheet/sheet.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** What is typed so far, by person and field. */
type Typed = ReadonlyMap<string, Readonly<Record<string, string>>>

interface Line {
  readonly person: ListedPersonView
  readonly texts: Readonly<Record<string, string>>
}

const FIRST_LIST = 'in-quota'
const LIST_CHOICES = [
  ...rosterList.options.map((list) => ({ value: list, label: ROSTER_LIST_TITLES[list] })),
  { value: 'all' as const, label: '全部' },
]

/** The same kind of record for many people: their names stand there already; what is typed, pasted or filled down is one entry. */
export function ManyRecords({
  kind,
  today,
  onClose,
}: {
  readonly kind: RecordKindName
  readonly today: string
  readonly onClose: () => void
}) {
  const { title, from: fromTitle, fields, purpose } = recordType(kind)
  const [list, setList] = useState<(typeof LIST_CHOICES)[number]['value']>(FIRST_LIST)
  const [from, setFrom] = useState<string | undefined>(today)
  const [documentNumber, setDocumentNumber] = useState('')
  const [typed, setTyped] = useState<Typed>(new Map())
  const [told, setTold] = useState<readonly RefusedCell[]>([])
  const past = useRef<readonly Typed[]>([])
  const add = useCommand('record.addMany')
  const roster = useQuery('roster.read', list === 'all' ? {} : { list })
  const people = roster.data?.people
  const lines = useMemo(
    () => (people ?? []).map((person): Line => ({ person, texts: typed.get(person.personId) ?? {} })),
    [people, typed],
  )
  const columns = useMemo(() => columnsOf(fields, told), [fields, told])
  const [layout, setLayout] = useState<SheetLayout>({
    columns: ['unit', 'name', ...fields.map(({ name }) => name)],
    widths: {},
    frozen: 2,
    sort: [],
    filters: {},
    group: null,
  })
  const filled = [...typed].filter(([, texts]) => Object.values(texts).some((text) => text !== ''))

  const onPatch = useCallback((patch: Patch): Promise<PatchOutcome> => {
    setTyped((now) => {
      past.current = [...past.current, now]
      const next = new Map(now)
      for (const { row, column, text } of patch.changes) next.set(row, { ...next.get(row), [column]: text })
      return next
    })
    setTold([])
    return Promise.resolve({ seq: null, cells: patch.changes.length, refused: [] })
  }, [])
  const onUndo = useCallback(() => {
    const before = past.current.at(-1)
    if (before === undefined) return
    past.current = past.current.slice(0, -1)
    setTyped(before)
  }, [])
  const submit = async () => {
    if (from === undefined) return
    const done = await add.run({
      kind,
      from,
      documentNumber: documentNumber.trim(),
      rows: filled.map(([personId, texts]) => ({ personId, fields: texts })),
    })
    if (done === null) return
    if (done.seq === null) {
      setTold(done.refused.map(({ personId, field, problem }) => ({ row: personId, column: field, problem })))
      return
    }
    toastSaved(`为 ${done.added} 人登记${title}`)
    onClose()
  }
  return (
    <Drawer title={`为多人登记${title}`} label={`为多人登记${title}`} onClose={onClose} wide>
      <div className="many-records">
        <p className="record-purpose quiet">{purpose}没有填的人不登记。</p>
        <FormGrid columns={2}>
          <Field label="名单">
            {(ids) => <Select {...ids} width={200} value={list} onChange={setList} choices={LIST_CHOICES} />}
          </Field>
          <Field label={fromTitle} required>
            {(ids) => <DateInput {...ids} value={from} onChange={setFrom} />}
          </Field>
          <Field label="文号">
            {(ids) => <TextInput {...ids} value={documentNumber} onChange={setDocumentNumber} />}
          </Field>
        </FormGrid>
        <Answer query={roster} rows={12}>
          {() => (
            <Sheet
              label={`为多人登记${title}`}
              unit="人"
              columns={columns}
              rows={lines}
              rowKey={({ person }) => person.personId}
              rowName={({ person }) => person.name}
              layout={layout}
              onLayout={setLayout}
              onPatch={onPatch}
              onUndo={onUndo}
            />
          )}
        </Answer>
        {told.length > 0 && (
          <ul className="many-told" aria-label="还不能登记">
            {told.slice(0, 8).map(({ row, column, problem }) => (
              <li key={`${row} ${column}`}>
                {`${nameOf(lines, row)}的${fields.find(({ name }) => name === column)?.title ?? ''}：${problem}`}
              </li>
            ))}
            {told.length > 8 && <li>{`共 ${told.length} 处。`}</li>}
          </ul>
        )}
        <ErrorLine error={add.error} />
        <div className="form-buttons">
          <Button
            look="main"
            busy={add.busy}
            disabled={filled.length === 0 || from === undefined}
            onClick={() => void submit()}
          >
            {`登记${filled.length === 0 ? '' : `（${filled.length} 人）`}`}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </div>
    </Drawer>
  )
}

function nameOf(lines: readonly Line[], personId: string): string {
  return lines.find(({ person }) => person.personId === personId)?.person.name ?? ''
}

function columnsOf(fields: readonly RecordField[], told: readonly RefusedCell[]): readonly SheetColumn<Line>[] {
  const refused = (row: string, column: string) =>
    told.some((cell) => cell.row === row && cell.column === column) ? 'many-refused' : undefined
  return [
    { key: 'unit', title: '机构', width: 150, text: ({ person }) => person.unit },
    { key: 'name', title: '姓名', width: 84, text: ({ person }) => person.name },
    ...fields.map((field): SheetColumn<Line> => ({
      key: field.name,
      title: field.title,
      width: Math.max(110, field.title.length * 14 + 46),
      typed: true,
      number: field.type === 'number' || field.type === 'integer',
      text: ({ texts }) => texts[field.name] ?? '',
      look: ({ person, texts }) => (
        <span className={refused(person.personId, field.name)}>{texts[field.name] ?? ''}</span>
      ),
      ...(field.type === 'yesNo'
        ? { choices: ['是', '否'] }
        : field.choices === undefined
          ? {}
          : { choices: Object.values(field.choices) }),
    })),
  ]
}
