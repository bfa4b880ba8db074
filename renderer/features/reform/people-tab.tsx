import { useState } from 'react'
import type { ReformStaffingView } from '../../../electron/contract/reform-shapes.ts'
import {
  CANDIDACY_LIST,
  COMPETITION_METHOD_LIST,
  COMPETITION_NOTICE_LIST,
  REDEPLOYMENT_LIST,
} from '../../../electron/vocabulary/reform.ts'
import { OFF_QUOTA_KIND_NAMES } from '../../../electron/vocabulary/standing.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { documentTold, type DocumentDraft } from '../../parts/document-draft.ts'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { Table } from './compare-tab.tsx'

/** 竞聘定岗, 未竞聘上岗, 分流, 清退, 自聘消化; each is registered under 资料 or 变动, and printed under 报表. */
export function PeopleTab() {
  const { asOf } = useAsOf()
  const query = useQuery('reform.staffing', asOf === undefined ? {} : { asOf })
  return (
    <>
      <p className="reform-links">
        登记：
        <a href={hrefTo('records', { kind: 'competition' })}>竞聘岗位</a>
        <a href={hrefTo('records', { kind: 'candidacy' })}>竞聘报名</a>
        <a href={hrefTo('records', { kind: 'redeployment' })}>分流安置</a>
        <a href={hrefTo('records', { kind: 'registration' })}>事业单位登记</a>
        <a href={hrefTo('records', { kind: 'reformCheck' })}>验收和回头看</a>
        <a href={hrefTo('journal', { tab: 'register', event: 'offQuota.end' })}>清退</a>
        <a href={hrefTo('journal', { tab: 'off-quota' })}>消化计划</a>
        打印：
        <a href={hrefTo('reports', { form: 'reform-positions' })}>人员定岗名单</a>
        <a href={hrefTo('reports', { form: 'reform-redeployment' })}>分流安置表</a>
        <a href={hrefTo('reports', { form: 'reform-comparison' })}>改革前后对照表</a>
      </p>
      <Answer query={query} rows={10}>
        {(staffing) => <Lists staffing={staffing} />}
      </Answer>
    </>
  )
}

function Lists({ staffing }: { readonly staffing: ReformStaffingView }) {
  const [appointing, setAppointing] = useState<string | null>(null)
  return (
    <div className="reform-compare">
      <Sheet title="竞聘岗位" note={`${staffing.competitions.length} 个`}>
        {staffing.competitions.map((one) => (
          <section key={one.id} className="reform-competition" aria-label={`${one.code} ${one.post}`}>
            <h3>
              {one.code} {one.unit}“{one.post}” 聘 {one.seats} 人，{COMPETITION_METHOD_LIST[one.method].title}
              {one.noticeTo === null ? '' : `，公示至 ${one.noticeTo}`}
              {one.noticeResult === null ? '' : `，${COMPETITION_NOTICE_LIST[one.noticeResult].title}`}
              {one.candidates.some(({ result, seated }) => result === 'chosen' && !seated) && (
                <Button small onClick={() => setAppointing(one.code)}>
                  办理任职…
                </Button>
              )}
            </h3>
            <Table
              heads={['姓名', '成绩', '结果', '任职']}
              rows={one.candidates.map(({ name, score, result, seated }) => [
                name,
                score === null ? '' : String(score),
                CANDIDACY_LIST[result].title,
                seated ? '已任职' : '',
              ])}
            />
          </section>
        ))}
      </Sheet>
      <Sheet title="未竞聘上岗" note={`${staffing.uncompeted.length} 人`}>
        <Table
          heads={['姓名', '机构', '岗位', '原因', '去向']}
          rows={staffing.uncompeted.map(({ name, unit, post, why, channel }) => [
            name,
            unit,
            post,
            why,
            channel === null ? '还没有去向' : REDEPLOYMENT_LIST[channel].title,
          ])}
        />
      </Sheet>
      <Sheet title="分流" note={`${staffing.redeployed.length} 人`}>
        <Table
          heads={['姓名', '原机构', '去向', '去向单位', '日期', '安置完成', '文号']}
          rows={staffing.redeployed.map((one) => [
            one.name,
            one.unit,
            REDEPLOYMENT_LIST[one.channel].title,
            one.destination ?? '',
            one.on,
            one.settledOn ?? '未完成',
            one.documentNumber ?? '',
          ])}
        />
      </Sheet>
      <Sheet title="清退和消化" note={`清退 ${staffing.dismissed.length} 人`}>
        <Table
          heads={['姓名', '机构', '日期', '原因', '文号']}
          rows={staffing.dismissed.map((one) => [one.name, one.unit, one.on, one.reason, one.documentNumber ?? ''])}
        />
        <Table
          heads={['年度', '用工形式', '计划', '实际', '少']}
          rows={staffing.runOff.map(({ year, kind, planned, left, missed }) => [
            String(year),
            OFF_QUOTA_KIND_NAMES[kind],
            planned === null ? '' : String(planned),
            String(left),
            missed === null ? '' : String(missed),
          ])}
        />
      </Sheet>
      {appointing !== null && <AppointDialog code={appointing} onClose={() => setAppointing(null)} />}
    </div>
  )
}

function AppointDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { shown } = useAsOf()
  const [on, setOn] = useState<string | undefined>(shown)
  const [document, setDocument] = useState<DocumentDraft>({ number: '' })
  const appoint = useCommand('reform.appoint')
  const save = async () => {
    const told = (documentTold(document) as DocumentDraft | undefined) ?? { number: '' }
    const done = await appoint.run({ code, on: on ?? '', document: told })
    if (done === null) return
    toastSaved(done.texts.join('；'))
    onClose()
  }
  return (
    <Dialog
      title={`竞聘岗位 ${code} 任职`}
      onClose={onClose}
      confirm={{
        label: '登记',
        onConfirm: () => void save(),
        busy: appoint.busy,
        disabled: document.number.trim() === '' || on === undefined,
      }}
    >
      <FormGrid>
        <Field label="任职日" required>
          {(ids) => <DateInput {...ids} value={on} onChange={setOn} />}
        </Field>
        <DocumentFields value={document} onChange={setDocument} required errors={{}} />
      </FormGrid>
      <ErrorLine error={appoint.error} />
    </Dialog>
  )
}
