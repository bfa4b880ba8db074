import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { CureLinks } from '../../parts/cure-links.tsx'
import { FindingDetail } from '../../parts/finding-item.tsx'
import { formatInstant } from '../../text/format.ts'
import { ownStatusLook } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { dropParam, setParams, useRoute } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CorrectForm } from './correct-form.tsx'
import { ExportForm } from './export-form.tsx'
import { FileFacts, IdentityFacts, SchoolingFacts, SeatFacts } from './person-facts.tsx'
import { OTHER_KINDS, RecordLines } from './person-records.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { FamilySection, HonoursSection, ResumeSection } from './private-sections.tsx'
import { Sections, type PageSection } from './section-nav.tsx'
import { SettleForm } from './settle-form.tsx'
import './person.css'

type PersonView = Output<'person.read'>

/** One person's page: facts, posts, what the rules say, what was written down. Beside a list, ↑ ↓ turns to the next person. */
export function PersonDrawer({ personId }: { readonly personId: string }) {
  const { asOf, believedOn } = useAsOf()
  const query = useQuery('person.read', { personId, asOf, believedOn })
  const person = query.data?.person
  const title =
    person === undefined ? (
      '人员'
    ) : (
      <>
        {person.name} <Tag look={ownStatusLook(person)}>{person.status}</Tag>
      </>
    )
  return (
    <Drawer title={title} label="人员详情" onClose={closePerson} wide>
      <Answer query={query} rows={10}>
        {(data) => <PersonPage key={data.person.personId} data={data} />}
      </Answer>
    </Drawer>
  )
}

/** The form goes with its page: Back takes it along, a page opened by its address is left by taking its parameters out. */
function closePerson(): void {
  setParams({ form: null, field: null }, { replace: true })
  dropParam('person')
}

function PersonPage({ data }: { readonly data: PersonView }) {
  // In the address, so that a finding can lead right to the field.
  const { form, field } = useRoute().params
  const { person } = data
  const { asOf } = useAsOf()
  const record = useQuery('person.record', { personId: person.personId, asOf }).data
  const open = (name: string) => setParams({ form: name, field: null }, { replace: true })
  const done = () => setParams({ form: null, field: null }, { replace: true })
  if (form === 'correct') return <CorrectForm data={data} field={field ?? null} onDone={done} />
  if (form === 'settle' && data.disputedWith.length > 0) return <SettleForm data={data} onDone={done} />
  const facts = { data, record }
  const sections: readonly PageSection[] = [
    { key: 'identity', title: '基本情况', body: <IdentityFacts {...facts} /> },
    {
      key: 'seat',
      title: '编制任职',
      body: (
        <>
          <SeatFacts {...facts} />
          <Holdings holdings={data.holdings} />
        </>
      ),
    },
    { key: 'timeline', title: '变动', body: <PersonTimeline personId={person.personId} /> },
    { key: 'schooling', title: '学历学位', body: <SchoolingFacts {...facts} /> },
    { key: 'file', title: '档案补充', body: <FileFacts {...facts} /> },
    { key: 'resume', title: '简历', body: <ResumeSection key={person.personId} {...facts} /> },
    { key: 'family', title: '家庭成员', body: <FamilySection {...facts} /> },
    { key: 'honours', title: '奖惩', body: <HonoursSection {...facts} /> },
    { key: 'reviews', title: '年度考核', body: <RecordLines personId={person.personId} kinds={['annualReview']} /> },
    { key: 'training', title: '培训', body: <RecordLines personId={person.personId} kinds={['training']} /> },
    { key: 'records', title: '其他资料', body: <RecordLines personId={person.personId} kinds={OTHER_KINDS} /> },
    {
      key: 'findings',
      title: `核查${data.findings.length === 0 ? '' : ` ${data.findings.length}`}`,
      body: <Findings data={data} />,
    },
    { key: 'entries', title: '台账', body: <Entries entries={data.entries} /> },
  ]
  return (
    <>
      {person.why !== null && <p className="person-why">{person.why}</p>}
      <div className="person-top">
        <div className="person-actions">
          <Button onClick={() => open('correct')}>更正信息</Button>
          {data.disputedWith.length > 0 && <Button onClick={() => open('settle')}>争议处理</Button>}
          <ExportForm personId={person.personId} />
        </div>
        {record?.photo !== undefined && record.photo !== null && (
          <img
            className="person-photo"
            alt={`${person.name}的照片`}
            src={`data:${record.photo.mediaType};base64,${record.photo.base64}`}
          />
        )}
      </div>
      <Sections sections={sections} />
    </>
  )
}

function Findings({ data }: { readonly data: PersonView }) {
  if (data.findings.length === 0) return <p className="quiet">没有问题。</p>
  return (
    <>
      {data.findings.map((finding, index) => (
        <FindingDetail key={`${finding.rule}${index}`} finding={finding} alsoBy={finding.alsoBy}>
          {finding.explanation !== null && (
            <p className="quiet">
              已说明{finding.explanation.until === null ? '' : `（至 ${finding.explanation.until}）`}：
              {finding.explanation.reason}
            </p>
          )}
          <CureLinks cures={finding.cures} />
        </FindingDetail>
      ))}
    </>
  )
}

function Holdings({ holdings }: Pick<PersonView, 'holdings'>) {
  return (
    <>
      <table className="grid">
        <thead>
          <tr>
            <th>类别</th>
            <th>机构</th>
            <th>岗位</th>
            <th>编制</th>
            <th>起</th>
            <th>止</th>
          </tr>
        </thead>
        <tbody>
          {holdings.map((holding) => (
            <tr key={`${holding.kind}${holding.unit}${holding.post}${holding.from}`} title={holding.remark ?? ''}>
              <td>{holding.kind}</td>
              <td>{holding.unit}</td>
              <td>{holding.post}</td>
              <td>
                {holding.category === null ? (
                  <span className="quiet">不占编</span>
                ) : holding.counted ? (
                  holding.category
                ) : (
                  <span className="quiet">{holding.category}，不计</span>
                )}
                {holding.leadership && '，占职数'}
                {holding.occupiedRank !== null && `，占编职级 ${holding.occupiedRank}`}
              </td>
              <td>{holding.from}</td>
              <td>
                {holding.to ?? (holding.due === null ? '在任' : `在任，到期 ${holding.due}`)}
                {holding.counterpart !== null && <span className="quiet">（{holding.counterpart}）</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Entries({ entries }: Pick<PersonView, 'entries'>) {
  return (
    <>
      {entries.length === 0 && <p className="quiet">还没有记录。</p>}
      <ul className="person-entries">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <span className="quiet number">{formatInstant(entry.recordedAt)}</span>
            <span>
              {entry.title}
              {entry.reason !== null && <span className="quiet">：{entry.reason}</span>}
              {entry.documentNumber !== null && <span className="quiet">，{entry.documentNumber}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
