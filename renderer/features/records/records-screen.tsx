import { useMemo, useState } from 'react'
import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { RECORD_KIND_NAMES, RECORD_TYPES, recordType } from '../../../electron/contract/records.ts'
import type { RecordKindName, RecordType } from '../../../electron/contract/records.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { ListSheet } from '../../parts/list-sheet.tsx'
import { PeopleViews } from '../../parts/people-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'
import { ImportRecords } from './import-records.tsx'
import { ManyRecords } from './many-records.tsx'
import { recordColumns } from './record-columns.tsx'
import { RecordForm } from './record-form.tsx'
import './records.css'

const GROUPS: readonly RecordType['group'][] = ['人员', '机构', '乡镇', '计划与任务', '机构改革']
type Work =
  | { readonly form: 'record'; readonly record: RecordView | undefined }
  | { readonly form: 'import'; readonly file?: File | undefined }
  | { readonly form: 'many' }

/** 资料: what rules and forms need beside seats and people, a kind at a time. The address may ask for a kind, a person and the form (`add=1`). */
export function RecordsScreen() {
  const { asOf, believedOn, shown, today } = useAsOf()
  const { params } = useRoute()
  const kind = RECORD_KIND_NAMES.find((name) => name === params['kind']) ?? 'training'
  const read = useQuery('records.read', { kind, asOf, believedOn })
  const units = useQuery('units.read', { asOf, believedOn }).data?.units
  const [work, setWork] = useState<Work | null>(params['add'] === '1' ? { form: 'record', record: undefined } : null)
  const unitName = useMemo(() => new Map((units ?? []).map((unit) => [unit.unitId, unit.name])), [units])
  const columns = useMemo(() => recordColumns(kind, (id) => unitName.get(id) ?? ''), [kind, unitName])
  const { title, purpose, subject } = recordType(kind)
  useHandedFiles('records', ([file]) => setWork({ form: 'import', file }))
  const close = () => {
    setWork(null)
    setParams({ add: null, subject: null }, { replace: true })
  }
  const actions = (
    <>
      {kind === 'workTask' && <LoadTasks />}
      {takesPeople(subject) && <Button onClick={() => setWork({ form: 'many' })}>为多人登记</Button>}
      <Button onClick={() => setWork({ form: 'import' })}>从表格导入</Button>
      <Button look="main" onClick={() => setWork({ form: 'record', record: undefined })}>
        登记{title}
      </Button>
    </>
  )
  return (
    <Page
      title="人员"
      note={
        <>
          <PeopleViews current="records" />
          <span>截至 {shown}</span>
        </>
      }
      actions={actions}
      fill
    >
      <div className="records">
        <KindList
          kind={kind}
          counts={read.data?.counts ?? {}}
          onChoose={(chosen) => {
            setWork(null)
            setParams({ kind: chosen, add: null, subject: null })
          }}
        />
        <section className="records-table" aria-label={title}>
          <p className="record-purpose quiet">{purpose}</p>
          <Answer query={read} rows={12}>
            {(data) => (
              <ListSheet
                key={kind}
                list={`records.${kind}`}
                title={title}
                note={`截至 ${shown}`}
                unit="条"
                columns={columns}
                frozen={1}
                rows={data.records.filter((record) => record.kind === kind)}
                rowKey={recordKey}
                rowName={recordName}
                openedKey={work?.form === 'record' ? (work.record?.id ?? null) : null}
                onOpen={(record) => setWork({ form: 'record', record })}
                empty={<EmptyState text={`还没有登记${title}。没有资料的规则不作判断。`} />}
              />
            )}
          </Answer>
        </section>
      </div>
      {work?.form === 'record' && (
        <RecordForm
          key={work.record?.id ?? `new ${kind}`}
          kind={kind}
          record={work.record}
          today={today}
          personId={params['subject']}
          onClose={close}
        />
      )}
      {work?.form === 'many' && <ManyRecords key={kind} kind={kind} today={today} onClose={close} />}
      {work?.form === 'import' && <ImportRecords key={kind} kind={kind} file={work.file} onClose={close} />}
    </Page>
  )
}

const recordKey = (record: RecordView): string => record.id
const recordName = (record: RecordView): string => record.person ?? record.unit ?? '这一条'

function takesPeople(subject: RecordType['subject']): boolean {
  return subject === 'person' || subject === 'personOrNobody' || subject === 'personOrUnit'
}

/** The document in force hands out tasks: one press brings them in, a second finds nothing new. */
function LoadTasks() {
  const load = useCommand('tasks.load')
  const run = async () => {
    const done = await load.run({})
    if (done === null) toastRefused(load.error?.message ?? '没有载入')
    else if (done.added === 0) toastRefused('现行规则包的任务都在这里了，没有新的。')
    else toastSaved(`载入任务 ${done.added} 项`)
  }
  return (
    <Button busy={load.busy} onClick={() => void run()}>
      载入规则包任务
    </Button>
  )
}

function KindList({
  kind,
  counts,
  onChoose,
}: {
  readonly kind: RecordKindName
  readonly counts: Readonly<Record<string, number>>
  readonly onChoose: (kind: RecordKindName) => void
}) {
  return (
    <nav className="record-kinds" aria-label="资料种类">
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          {RECORD_KIND_NAMES.filter((name) => RECORD_TYPES[name].group === group).map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === kind ? 'true' : undefined}
              onClick={() => onChoose(name)}
            >
              <span>{RECORD_TYPES[name].title}</span>
              <span className="number quiet">
                {counts[name] === undefined || counts[name] === 0 ? '' : counts[name]}
              </span>
            </button>
          ))}
        </section>
      ))}
    </nav>
  )
}
