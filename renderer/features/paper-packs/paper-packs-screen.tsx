import './paper-packs.css'
import { useState } from 'react'
import { useBook } from '../../api/book.tsx'
import { useCommand } from '../../api/use-command.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/form.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { useRoute } from '../../ui/route.ts'
import { NumbersChoice } from './numbers-choice.tsx'
import { PackMade, PackWork } from './pack-work.tsx'
import { usePack } from './use-pack.ts'

/** 成套材料: one pack for the next clerk, one for an inspection, each made whole and handed over as one .zip. */
export function PaperPacksScreen() {
  const { kind } = useRoute().params
  const parts = [<Handover key="handover" />, <Inspection key="inspection" />]
  return (
    <Page title="公示与报表" note={<PaperViews current="paperPacks" />}>
      {kind === 'inspection' ? parts.toReversed() : parts}
    </Page>
  )
}

function Handover() {
  const command = useCommand('handoverPack.make')
  const pack = usePack()
  const [reason, setReason] = useState<string | null>(null)
  return (
    <Sheet title="交接包" note="换人接手时：编制本现状、没办完的事、今后一年的日程、文件在哪里、备份在哪里，带目录页">
      <div className="pack-form">
        <NumbersChoice reason={reason} onChange={setReason} />
        <PackWork
          work={{ ...pack, ...command }}
          label="做交接包"
          ready={reason !== ''}
          onMake={() =>
            pack.make((handed) => command.run({ ...handed, ...(reason === null ? {} : { wholeNumbersFor: reason }) }))
          }
        />
      </div>
      <PackMade made={pack.made} />
    </Sheet>
  )
}

function Inspection() {
  const today = useBook()?.today ?? ''
  const command = useCommand('inspectionPack.make')
  const pack = usePack()
  const [from, setFrom] = useState<string | undefined>(today === '' ? undefined : `${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string | undefined>(today === '' ? undefined : today)
  const [reason, setReason] = useState<string | null>(null)
  const ready = from !== undefined && to !== undefined && reason !== ''
  const make = () => {
    if (from === undefined || to === undefined) return
    pack.make((handed) => command.run({ from, to, ...handed, ...(reason === null ? {} : { wholeNumbersFor: reason }) }))
  }
  return (
    <Sheet
      title="核查包"
      note="巡察、审计、编办来核查时：名单、依据文件和扫描件、问题和说明、增减变动、公示原件，带目录页"
    >
      <div className="pack-form">
        <div className="pack-days">
          <Field label="从" required hint="变动、公示从这一天看起">
            {(ids) => <DateInput {...ids} value={from} onChange={setFrom} />}
          </Field>
          <Field label="到" required hint="名单是这一天的">
            {(ids) => <DateInput {...ids} value={to} onChange={setTo} />}
          </Field>
        </div>
        <NumbersChoice reason={reason} onChange={setReason} />
        <PackWork work={{ ...pack, ...command }} label="做核查包" ready={ready} onMake={make} />
      </div>
      <PackMade made={pack.made} />
    </Sheet>
  )
}
