import type { EventType } from '../../../vocabulary/events.ts'
import { PACK_IDS } from '../packs/pack-ids.ts'
import type { LedgerChange } from '../../model/book-snapshot.ts'
import { isQuotaAuthority, QUOTA_AUTHORITIES } from '../document-authority.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

const INCREASES: ReadonlyMap<string, string> = new Map<EventType, string>([
  ['unit.establish', '设立'],
  ['nameplate.hang', '加挂牌子'],
])

/**
 * A new unit or plate stands on a 机构编制 document, not on one of a department above. Numbers of 编制 on such a document are B7, numbers
 * without one are A6. Where the book does not say who issued a document, nothing is said.
 */
export const basisOfIncreaseRule: Rule<'changes' | 'documents'> = {
  id: 'R002-09',
  title: '增设机构要有机构编制依据',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '二（三）',
      clause: '除机构编制专项法律法规外,上级业务部门不得以机构上下对口等要求增加乡镇站所设置和人力资源配置。',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['changes', 'documents'],
  parameters: [QUOTA_AUTHORITIES],
  check: ({ snapshot, index, parameters }) => {
    const authorities = listParameter(parameters, QUOTA_AUTHORITIES)
    const documents = new Map(snapshot.documents.map((document) => [document.number, document]))
    const faultOf = ({ documentNumber }: LedgerChange): string | null => {
      if (documentNumber === null) return '没有登记依据文件'
      const document = documents.get(documentNumber)
      if (
        document === undefined ||
        document.issuingBody === null ||
        isQuotaAuthority(document, document.issuingBody, authorities)
      )
        return null
      return `依据 ${documentNumber} 由${document.issuingBody}发文，不是机构编制文件`
    }
    return snapshot.changes.flatMap((change): readonly Flag[] => {
      const what = INCREASES.get(change.type)
      const unit = change.unitId === null ? undefined : index.unit(change.unitId)
      const fault = faultOf(change)
      if (what === undefined || unit === undefined || fault === null) return []
      return [
        {
          unitId: unit.id,
          text: `${dateText(change.on)}${unit.name}${what}，${fault}；上级业务部门不得要求增加站所设置。`,
          remedy: '补登机构编制部门的批文；没有批文的，报编办处理。',
          facts: { 生效日: change.on, 文号: change.documentNumber ?? '未登记' },
        },
      ]
    })
  },
}
