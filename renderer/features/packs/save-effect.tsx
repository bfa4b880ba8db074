import type { LocalPackDraft } from '../../../electron/contract/pack-shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { Difference } from './difference.tsx'

/** What saving changes at once; a pack that is not in force changes nothing yet. */
export function SaveEffect({ inForce, draft }: { readonly inForce: boolean; readonly draft: LocalPackDraft | null }) {
  const preview = useQuery('pack.preview', inForce && draft !== null ? { draft } : null)
  if (!inForce)
    return (
      <p className="quiet" role="status">
        这个规则包没有在用，保存后核查结果不变。
      </p>
    )
  if (draft === null || preview.data === undefined) return null
  return <Difference difference={preview.data} />
}
